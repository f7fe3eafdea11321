import Foundation
import Testing

/// The built program, run as a user runs it.
struct Program {
    struct Outcome: Sendable {
        var status: Int32
        var output: String
        var errors: String
    }

    /// Where the user stands: a folder of its own, removed by `deinit` of its owner.
    let folder: WorkingFolder

    init() throws { folder = try WorkingFolder() }

    /// The executable stands beside the bundle of tests.
    static let executable: URL = {
        let bundles = Bundle.allBundles.map(\.bundleURL) + [URL(filePath: CommandLine.arguments[0])]
        let folders = bundles.flatMap { [$0.deletingLastPathComponent(), $0] }
        return folders.map { $0.appending(path: "rapporteur") }.first {
            FileManager.default.isExecutableFile(atPath: $0.path)
        } ?? URL(filePath: "rapporteur")
    }()

    func start(
        _ arguments: [String], input: String = "", environment: [String: String]? = nil
    ) throws -> (process: Process, output: FileHandle, errors: URL) {
        let process = Process()
        process.executableURL = Self.executable
        process.arguments = arguments
        process.currentDirectoryURL = folder.url
        if let environment { process.environment = environment }
        let output = Pipe()
        let errors = folder.url.appending(path: ".errors-\(UUID().uuidString)")
        try Data().write(to: errors)
        process.standardOutput = output
        process.standardError = try FileHandle(forWritingTo: errors)
        let pipe = Pipe()
        process.standardInput = pipe
        try process.run()
        try pipe.fileHandleForWriting.write(contentsOf: Data(input.utf8))
        try pipe.fileHandleForWriting.close()
        return (process, output.fileHandleForReading, errors)
    }

    @discardableResult
    func run(_ arguments: String..., input: String = "") throws -> Outcome {
        let (process, output, errors) = try start(arguments, input: input)
        let bytes = try output.readToEnd() ?? Data()
        process.waitUntilExit()
        let text = try String(contentsOf: errors, encoding: .utf8)
        try FileManager.default.removeItem(at: errors)
        return Outcome(status: process.terminationStatus, output: String(decoding: bytes, as: UTF8.self), errors: text)
    }

    func write(_ text: String, to name: String) throws {
        let url = folder.url.appending(path: name)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
    }

    func exists(_ name: String) -> Bool {
        FileManager.default.fileExists(atPath: folder.url.appending(path: name).path)
    }

    /// Every file below a folder with its bytes; hidden ones left out.
    func tree(_ name: String) throws -> [String: Data] {
        var tree: [String: Data] = [:]
        let root = folder.url.appending(path: name)
        for path in try FileManager.default.subpathsOfDirectory(atPath: root.path) {
            if path.split(separator: "/").contains(where: { $0.hasPrefix(".") }) { continue }
            if let data = FileManager.default.contents(atPath: root.appending(path: path).path) { tree[path] = data }
        }
        return tree
    }
}

final class WorkingFolder: Sendable {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "rapporteur-story-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }
}
