import Diagnostics
import SiteGenerator

/// rsync, to a folder or over ssh. One run for each phase, with a list of our own: what rsync finds different or
/// superfluous by itself is never sent and never deleted.
struct RsyncTransport: SteppedTransport {
    let target: PublishTarget
    private let address: String
    private let rsync: Tool
    private let workspace: Workspace
    private let secrets = Secrets()

    /// - Throws: that rsync is not installed, or too old.
    init(
        to target: PublishTarget, address: String, environment: [String: String], workspace: Workspace
    ) throws(DiagnosticError) {
        self.target = target
        self.workspace = workspace
        self.address = address.hasSuffix("/") ? address : address + "/"
        rsync = try Tool(.rsync, environment: environment, workspace: workspace)
        try checkVersion()
    }

    /// Deleting by a list came with 3.1; what macOS brings is 2.6 or says so.
    private func checkVersion() throws(DiagnosticError) {
        let result = try rsync.run(["--version"])
        let words = String(decoding: result.output, as: UTF8.self).split(whereSeparator: \.isWhitespace)
        let numbers =
            words.firstIndex(of: "version").map { words[words.index(after: $0)...] }?.first?
            .split(separator: ".").compactMap { Int($0) } ?? []
        guard numbers.count >= 2, (numbers[0], numbers[1]) >= (3, 1) else {
            throw DiagnosticError(
                Diagnostic(
                    id: "old-tool", severity: .error, message: "this rsync is older than 3.1, or not rsync itself",
                    suggestion: "Install a later one: `brew install rsync` on macOS."))
        }
    }

    // MARK: What is live

    func live() throws(DiagnosticError) -> LiveSite {
        let list = try rsync.run(common + ["--list-only", "--", address])
        if list.status == Self.partialTransfer, Self.tellsMissingFolder(list.complaint) { return .nothing }
        guard list.status == 0 else { throw rsync.failure(list, doing: "look at the target", secrets: secrets) }
        let names = String(decoding: list.output, as: UTF8.self).split(separator: "\n").filter { !$0.hasSuffix(" .") }
        guard names.contains(where: { $0.hasSuffix(" " + PublishedManifest.name) }) else {
            return LiveSite(manifest: nil, isEmpty: names.isEmpty)
        }
        let folder = try workspace.emptied("live")
        let copy = try rsync.run(
            common + ["--", address + PublishedManifest.name, folder + "/"])
        guard copy.status == 0 else {
            throw rsync.failure(copy, doing: "read the record of what is live", secrets: secrets)
        }
        let bytes = try FileFault.diagnosed(root: workspace.root) { () throws(FileFault) in
            try workspace.files.read(folder + "/" + PublishedManifest.name)
        }
        return LiveSite(
            manifest: try PublishedManifest(json: bytes, place: target.shownAddress + PublishedManifest.name),
            isEmpty: false)
    }

    /// The folder itself is made by the first upload; its parent must be there.
    private static func tellsMissingFolder(_ complaint: String) -> Bool {
        let lines = complaint.split(separator: "\n")
        return lines.contains { $0.contains("change_dir") && $0.hasSuffix("No such file or directory (2)") }
    }

    // MARK: Steps

    func prepare(_ plan: PublishPlan) throws(DiagnosticError) {
        let folder = try workspace.emptied("staged")
        try workspace.stage(plan.uploads.flatMap(\.paths), of: plan.edition, into: folder)
    }

    func record(_ manifest: PublishedManifest) throws(DiagnosticError) {
        _ = try workspace.write(manifest.json, to: "staged/" + PublishedManifest.name)
        try send([PublishedManifest.name], doing: "send the record of what is live")
    }

    func upload(_ paths: [OutputPath]) throws(DiagnosticError) { try send(paths.map(\.text), doing: "send files") }

    /// Compared by content: sizes and times may agree where bytes do not.
    private func send(_ names: [String], doing action: String) throws(DiagnosticError) {
        let result = try rsync.run(
            common + [
                "--checksum", "--no-implied-dirs", "--chmod=D755,F644", "--from0", "--files-from=\(try list(names))",
            ]
                + ["--", workspace.path("staged/"), address])
        guard result.status == 0 else { throw rsync.failure(result, doing: action, secrets: secrets) }
    }

    /// From an empty folder everything is missing, and with this option what is missing is deleted: the files of the
    /// list and no others. Folders go afterwards, when they are empty.
    func delete(_ paths: [OutputPath]) throws(DiagnosticError) {
        try remove(paths.map(\.text))
        var folders: [Int: Set<OutputPath>] = [:]
        for folder in paths.flatMap({ Array($0.folders) }) {
            folders[folder.text.utf8.count { $0 == UInt8(ascii: "/") }, default: []].insert(folder)
        }
        for (_, folders) in folders.sorted(by: { $0.key > $1.key }) { try remove(folders.sorted().map(\.text)) }
    }

    private func remove(_ names: [String]) throws(DiagnosticError) {
        let empty = try workspace.emptied("empty") + "/"
        let result = try rsync.run(
            common + ["--delete-missing-args", "--no-implied-dirs", "--from0", "--files-from=\(try list(names))"]
                + ["--", empty, address])
        guard result.status == 0 || result.status == Self.vanished else {
            throw rsync.failure(result, doing: "delete files", secrets: secrets)
        }
    }

    func finish(_ plan: PublishPlan) throws(DiagnosticError) { _ = try workspace.emptied("staged") }

    // MARK: Words for rsync

    /// Names reach the other side as they are; a connection that says nothing for two minutes is dead.
    private var common: [String] { ["--protect-args", "--timeout=120"] }

    private static let partialTransfer: Int32 = 23
    /// What it says when files of the list are missing, as they are meant to be.
    private static let vanished: Int32 = 24

    /// A list for `--from0`. The dot keeps a name from being taken for a comment or an option.
    private func list(_ names: [String]) throws(DiagnosticError) -> String {
        try workspace.write(names.flatMap { Array("./\($0)\0".utf8) }, to: "list")
    }
}
