import ArgumentParser
import Diagnostics
import Foundation
import Meetings
import SiteGenerator

struct ParseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "parse",
        abstract: "Show what is read in one digest.",
        discussion: """
            As text it shows each part of the digest with its lines, for a person to check; as JSON it is the whole meeting,
            in the form that Documentation/MeetingFormat.md describes.

            Examples:
              rapporteur parse Meetings/sc12647.txt
              rapporteur parse Meetings/sc12647.txt --format json | jq .votes
              pbpaste | rapporteur parse -
            """
    )

    @Argument(help: ArgumentHelp("The digest, or - for standard input.", valueName: "file"), completion: .file())
    var file: String

    @Option(name: .long, help: "How to show it: text or json.")
    var format = ReportFormat.text

    @OptionGroup var verbosity: VerbosityOptions

    func run() async throws {
        let console = verbosity.console()
        let meeting = try await console.attempt { () throws(DiagnosticError) in
            try DigestFolder.meeting(file: file == "-" ? "standard input" : file, bytes: try bytes())
        }
        switch format {
        case .json: console.result(MeetingJSON.document(meeting, layout: .indented))
        case .text:
            console.result(Array(MeetingText(meeting, isDetailed: verbosity.verbose).text.utf8))
            console.report(meeting.diagnostics)
        }
        if meeting.diagnostics.contains(where: { $0.severity == .error }) { throw ExitCode.failure }
    }

    private func bytes() throws(DiagnosticError) -> [UInt8] {
        do throws(FileFault) {
            return try file == "-" ? StandardInput.read() : POSIXFileSystem().read(file)
        } catch {
            throw DiagnosticError(error.diagnostic(root: "."))
        }
    }
}

/// What another program pipes in.
private enum StandardInput {
    static func read() throws(FileFault) -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 64 * 1024)
        while true {
            let count = Foundation.read(STDIN_FILENO, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw FileFault("read", "standard input", code: errno) }
            if count == 0 { return bytes }
            bytes += buffer.prefix(count)
        }
    }
}
