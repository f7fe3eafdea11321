import Diagnostics
import SiteGenerator

/// rclone, to S3 and everything else it knows.
struct RcloneCarrier: Carrier {
    private let address: String
    private let rclone: Tool
    private let workspace: Workspace

    /// - Parameter address: as rclone takes it.
    /// - Throws: that rclone is not installed, or that a secret stands in the address.
    init(to address: String, environment: [String: String], workspace: Workspace) throws(DiagnosticError) {
        try Secrets.refuse(in: address)
        self.address = address
        self.workspace = workspace
        rclone = try Tool(.rclone, environment: Self.patience.merging(environment) { $1 }, workspace: workspace)
    }

    /// With its own ten times three trials rclone tells only after an hour that a store does not answer. Whoever wants
    /// that says so in the environment.
    private static let patience = ["RCLONE_LOW_LEVEL_RETRIES": "5", "RCLONE_RETRIES": "2"]

    func names() throws(DiagnosticError) -> [String]? {
        let list = try rclone.run(["lsf", "--max-depth=1", "--", address])
        if list.status == Self.noSuchFolder { return nil }
        guard list.status == 0 else { throw rclone.failure(list, to: "look at the target") }
        return String(decoding: list.output, as: UTF8.self).split(separator: "\n").map(String.init)
    }

    private static let noSuchFolder: Int32 = 3

    func read(_ name: String) throws(DiagnosticError) -> [UInt8] {
        let separator = address.hasSuffix(":") || address.hasSuffix("/") ? "" : "/"
        return try rclone.work("read the record of what is live", ["cat", "--", address + separator + name])
    }

    /// To compare, some remotes have only sizes and times: so it does not.
    func send(_ names: [String], from folder: String) throws(DiagnosticError) {
        try rclone.work(
            "send files", ["copy", "--ignore-times", "--files-from-raw", try list(names), "--", folder, address])
    }

    func delete(_ paths: [OutputPath]) throws(DiagnosticError) {
        try rclone.work("delete files", ["delete", "--files-from-raw", try list(paths.map(\.text)), "--", address])
    }

    /// A line for each name; an `OutputPath` holds no control characters.
    private func list(_ names: [String]) throws(DiagnosticError) -> String {
        try workspace.write(names.flatMap { Array("\($0)\n".utf8) }, to: "list")
    }
}
