import Diagnostics
import SiteGenerator

/// rsync, to a folder or over ssh.
struct RsyncCarrier: Carrier {
    private let address: String
    private let rsync: Tool
    private let workspace: Workspace

    /// - Parameter address: as rsync takes it.
    /// - Throws: that rsync is not installed, or too old, or that a secret stands in the address.
    init(to address: String, environment: [String: String], workspace: Workspace) throws(DiagnosticError) {
        try Secrets.refuse(in: address)
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

    func names() throws(DiagnosticError) -> [String]? {
        let list = try rsync.run(common + ["--list-only", "--", address])
        if list.status == Self.partialTransfer, Self.tellsMissingFolder(list.complaint) { return nil }
        guard list.status == 0 else { throw rsync.failure(list, to: "look at the target") }
        // Mode, size, day, time, name; the folder itself is on the list.
        return String(decoding: list.output, as: UTF8.self).split(separator: "\n").compactMap { line in
            let columns = line.split(separator: " ", maxSplits: 4)
            return columns.count == 5 && columns[4] != "." ? String(columns[4]) : nil
        }
    }

    /// The folder itself is made by the first upload; its parent must be there.
    private static func tellsMissingFolder(_ complaint: String) -> Bool {
        let lines = complaint.split(separator: "\n")
        return lines.contains { $0.contains("change_dir") && $0.hasSuffix("No such file or directory (2)") }
    }

    func read(_ name: String) throws(DiagnosticError) -> [UInt8] {
        let folder = try workspace.emptied("live")
        try rsync.work("read the record of what is live", common + ["--", address + name, folder + "/"])
        return try FileFault.diagnosed(root: workspace.root) { () throws(FileFault) in
            try workspace.files.read(folder + "/" + name)
        }
    }

    // MARK: Sending and deleting

    /// Compared by content: sizes and times may agree where bytes do not.
    func send(_ names: [String], from folder: String) throws(DiagnosticError) {
        let options = ["--checksum", "--no-implied-dirs", "--chmod=D755,F644"]
        try rsync.work("send files", common + options + (try from(names)) + ["--", folder + "/", address])
    }

    func delete(_ paths: [OutputPath]) throws(DiagnosticError) {
        try remove(paths.map(\.text))
        var folders: [Int: Set<OutputPath>] = [:]
        for folder in paths.flatMap({ Array($0.folders) }) {
            folders[folder.text.utf8.count { $0 == UInt8(ascii: "/") }, default: []].insert(folder)
        }
        for (_, folders) in folders.sorted(by: { $0.key > $1.key }) { try remove(folders.sorted().map(\.text)) }
    }

    /// From an empty folder everything is missing, and with this option what is missing is deleted: the files of the
    /// list and no others; folders when they are empty.
    private func remove(_ names: [String]) throws(DiagnosticError) {
        let empty = try workspace.emptied("empty") + "/"
        let options = ["--delete-missing-args", "--no-implied-dirs"]
        try rsync.work(
            "delete files", common + options + (try from(names)) + ["--", empty, address], accepting: Self.vanished)
    }

    // MARK: Words for rsync

    /// Names reach the other side as they are; a connection that says nothing for two minutes is dead.
    private var common: [String] { ["--protect-args", "--timeout=120"] }

    private static let partialTransfer: Int32 = 23
    /// What it says when files of the list are missing, as they are meant to be.
    private static let vanished: Int32 = 24

    /// The words that name a list. The dot keeps a name from being taken for a comment or an option.
    private func from(_ names: [String]) throws(DiagnosticError) -> [String] {
        let list = try workspace.write(names.flatMap { Array("./\($0)\0".utf8) }, to: "list")
        return ["--from0", "--files-from=\(list)"]
    }
}
