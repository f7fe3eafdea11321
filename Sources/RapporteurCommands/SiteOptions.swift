import ArgumentParser
import Diagnostics
import Foundation
import SiteGenerator

/// Which site a command works on.
struct SiteOptions: ParsableArguments {
    @Option(
        name: .long, help: ArgumentHelp("The site's folder, with its site.json.", valueName: "dir"),
        completion: .directory)
    var site = "."

    @Option(
        name: .long,
        help: ArgumentHelp("How many threads work at once; the output does not depend on it.", valueName: "n"))
    var threads = ProcessInfo.processInfo.activeProcessorCount

    mutating func validate() throws {
        guard 1...1024 ~= threads else { throw ValidationError("--threads takes a number from 1 to 1024.") }
        guard !site.isEmpty else { throw ValidationError("--site takes the name of a folder.") }
    }
}

/// How much a command says.
struct VerbosityOptions: ParsableArguments {
    @Flag(name: .long, help: "Say nothing but errors.")
    var quiet = false

    @Flag(name: .long, help: "Show every detail: notes, all warnings, each reference.")
    var verbose = false

    mutating func validate() throws {
        if quiet, verbose { throw ValidationError("--quiet and --verbose exclude each other.") }
    }

    func console(root: String = ".") -> Console {
        Console(verbosity: quiet ? .quiet : verbose ? .verbose : .normal, root: root)
    }
}

enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json
}

extension Console {
    /// Does what a command does, and tells what keeps it from being done.
    func attempt<Value>(_ body: () async throws(DiagnosticError) -> Value) async throws -> Value {
        do {
            return try await body()
        } catch {
            report(error.diagnostics)
            throw ExitCode.failure
        }
    }
}
