import Diagnostics
import SiteGenerator

/// rclone, to S3 and everything else it knows. One run for each phase, with a list of our own.
struct RcloneTransport: SteppedTransport {
    let target: PublishTarget
    private let address: String
    private let rclone: Tool
    private let workspace: Workspace
    private let secrets = Secrets()

    /// - Throws: that rclone is not installed, or that a secret stands in the address.
    init(
        to target: PublishTarget, address: String, environment: [String: String], workspace: Workspace
    ) throws(DiagnosticError) {
        try Self.checkForSecrets(address)
        self.target = target
        self.address = address
        self.workspace = workspace
        rclone = try Tool(.rclone, environment: environment, workspace: workspace)
    }

    /// An address like `:s3,secret_access_key=…:bucket` would stand on the command line for everybody to see.
    private static func checkForSecrets(_ address: String) throws(DiagnosticError) {
        let options = address.lowercased().split(separator: ",").dropFirst()
        let keys = options.compactMap { $0.contains("=") ? $0.prefix { $0 != "=" } : nil }
        guard let key = keys.first(where: { key in ["pass", "secret", "token", "key"].contains { key.contains($0) } })
        else { return }
        throw DiagnosticError(
            Diagnostic(
                id: "secret-in-target", severity: .error, file: SiteFolder.configurationName,
                message: "the address of a target holds a secret, \"\(key)\"",
                suggestion: "Put it into a remote of your own (`rclone config`) and name that."))
    }

    // MARK: What is live

    func live() throws(DiagnosticError) -> LiveSite {
        let list = try rclone.run(["lsf", "--max-depth=1", "--", address])
        if list.status == Self.noSuchFolder { return .nothing }
        guard list.status == 0 else { throw rclone.failure(list, doing: "look at the target", secrets: secrets) }
        let names = String(decoding: list.output, as: UTF8.self).split(separator: "\n")
        guard names.contains(where: { $0 == PublishedManifest.name }) else {
            return LiveSite(manifest: nil, isEmpty: names.isEmpty)
        }
        let separator = address.hasSuffix(":") || address.hasSuffix("/") ? "" : "/"
        let copy = try rclone.run(["cat", "--", address + separator + PublishedManifest.name])
        guard copy.status == 0 else {
            throw rclone.failure(copy, doing: "read the record of what is live", secrets: secrets)
        }
        return LiveSite(
            manifest: try PublishedManifest(
                json: copy.output, place: target.shownAddress + separator + PublishedManifest.name),
            isEmpty: false)
    }

    private static let noSuchFolder: Int32 = 3

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

    /// Everything on the list travels: to compare, some remotes have only sizes and times.
    private func send(_ names: [String], doing action: String) throws(DiagnosticError) {
        try run(
            ["copy", "--ignore-times", "--files-from-raw", try list(names), "--", workspace.path("staged"), address],
            doing: action)
    }

    func delete(_ paths: [OutputPath]) throws(DiagnosticError) {
        try run(["delete", "--files-from-raw", try list(paths.map(\.text)), "--", address], doing: "delete files")
    }

    func finish(_ plan: PublishPlan) throws(DiagnosticError) { _ = try workspace.emptied("staged") }

    private func run(_ arguments: [String], doing action: String) throws(DiagnosticError) {
        let result = try rclone.run(arguments)
        guard result.status == 0 else { throw rclone.failure(result, doing: action, secrets: secrets) }
    }

    /// A line for each name; an `OutputPath` holds no control characters.
    private func list(_ names: [String]) throws(DiagnosticError) -> String {
        try workspace.write(names.flatMap { Array("\($0)\n".utf8) }, to: "list")
    }
}
