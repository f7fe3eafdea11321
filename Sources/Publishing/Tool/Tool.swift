import Diagnostics
import Foundation
import SiteGenerator

/// A program that does the transport, found on the `PATH`.
///
/// Started with `posix_spawn` and a list of arguments, never through a shell. Documentation/Decisions/0005-publishing.md says
/// why not with Foundation's `Process`.
struct Tool: Sendable {
    enum Name: String, Sendable { case rsync, git, rclone, gzip }

    let name: Name
    private let path: String
    private let environment: [String: String]
    private let workspace: Workspace
    private let secrets: Secrets

    /// - Throws: that it is not installed, with how to install it.
    init(_ name: Name, environment: [String: String], workspace: Workspace) throws(DiagnosticError) {
        let folders: [Substring] = environment["PATH"]?.split(separator: ":") ?? []
        let places = folders.map { String($0).appending(pathComponent: name.rawValue) }
        guard let path = places.first(where: { $0.hasPrefix("/") && access($0, X_OK) == 0 }) else {
            throw DiagnosticError(
                Diagnostic(
                    id: "missing-tool", severity: .error, message: "\(name.rawValue) is not installed",
                    suggestion: "Install it: `apt install \(name.rawValue)` on Debian and Ubuntu, "
                        + "`brew install \(name.rawValue)` on macOS."))
        }
        self.name = name
        self.path = path
        self.workspace = workspace
        // Messages are read by this program too: in one language.
        self.environment = environment.merging(["LC_ALL": "C"]) { $1 }
        secrets = Secrets(environment: environment)
    }

    /// The same tool with other words in its environment, of which nil takes one away, and more words to be hidden.
    func with(environment changes: [String: String?], secrets words: [String] = []) -> Tool {
        Tool(self, changes, words)
    }

    private init(_ tool: Tool, _ changes: [String: String?], _ words: [String]) {
        name = tool.name
        path = tool.path
        workspace = tool.workspace
        var environment = tool.environment
        for (key, value) in changes { environment[key] = value }
        self.environment = environment
        secrets = tool.secrets.with(words)
    }

    /// How a run ended.
    struct Result: Sendable {
        /// The exit status; 128 and the number of the signal that ended it.
        var status: Int32
        var output: [UInt8]
        /// What it wrote to its error stream.
        var complaint: String
    }

    /// Runs the tool to its end.
    /// - Parameters:
    ///   - input: what it reads; nil for the lock, which it then holds for as long as it lives. Should this program be
    ///     killed, no other publish begins while its tool still sends.
    /// - Throws: that it could not be started.
    func run(_ arguments: [String], input: String? = nil) throws(DiagnosticError) -> Result {
        let (output, complaint) = (workspace.path("out"), workspace.path("err"))
        var process = Spawn(path: path, arguments: [path] + arguments, environment: environment)
        process.streams = (input.map(Spawn.Input.file) ?? .descriptor(workspace.lock.descriptor), output, complaint)
        return try FileFault.diagnosed(root: workspace.root) { () throws(FileFault) in
            let status = try process.run()
            return Result(
                status: status, output: try workspace.files.read(output),
                complaint: String(decoding: try workspace.files.read(complaint), as: UTF8.self))
        }
    }

    /// Runs the tool for something that must succeed.
    /// - Parameters:
    ///   - action: what it is to do, as a message says it: `send files`.
    ///   - status: an exit status that means success too.
    /// - Returns: what it wrote.
    @discardableResult
    func work(
        _ action: String, _ arguments: [String], input: String? = nil, accepting status: Int32 = 0
    ) throws(DiagnosticError) -> [UInt8] {
        let result = try run(arguments, input: input)
        guard result.status == 0 || result.status == status else { throw failure(result, to: action) }
        return result.output
    }

    /// What went wrong in a run, in the tool's own last words.
    func failure(_ result: Result, to action: String) -> DiagnosticError {
        // ssh ends its lines as a terminal wants it.
        let lines = secrets.redact(result.complaint).split(whereSeparator: \.isNewline).suffix(Self.linesShown)
        let words = lines.isEmpty ? "it gave no reason" : lines.joined(separator: "; ")
        return DiagnosticError(
            Diagnostic(
                id: "tool-failed", severity: .error,
                message: "\(name.rawValue) could not \(action) (exit status \(result.status)): \(words)",
                suggestion: "Put right what it says."))
    }

    private static let linesShown = 6
}
