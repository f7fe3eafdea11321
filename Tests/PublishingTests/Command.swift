import Foundation

@testable import Publishing

/// A program that a test runs.
enum Command {
    static func path(_ name: String) -> String? {
        if name.hasPrefix("/") { return name }
        let search = ProcessInfo.processInfo.environment["PATH"] ?? ""
        let folders: [Substring] = search.split(separator: ":") + ["/usr/sbin"]
        return folders.map { "\($0)/\(name)" }.first { access($0, X_OK) == 0 }
    }

    static func exists(_ name: String) -> Bool { path(name) != nil }

    struct Failure: Error {
        var command: [String]
        var complaint: String
    }

    /// - Returns: what it wrote.
    @discardableResult
    static func run(
        _ name: String, _ arguments: String..., environment: [String: String] = PublishedSite.ownEnvironment
    ) throws -> String {
        let folder = FileManager.default.temporaryDirectory.appending(path: "command-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let path = path(name) ?? name
        var spawn = Spawn(path: path, arguments: [path] + arguments, environment: environment)
        spawn.streams = (.file("/dev/null"), folder + "/out", folder + "/err")
        guard try spawn.run() == 0 else {
            let complaint = try String(contentsOfFile: folder + "/err", encoding: .utf8)
            throw Failure(command: [name] + arguments, complaint: complaint)
        }
        return try String(contentsOfFile: folder + "/out", encoding: .utf8)
    }
}
