import ArgumentParser
import Diagnostics

/// The program: what the user types, read and done.
package struct Rapporteur: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "rapporteur",
        abstract: "Plain-text meeting digests in; a browsable, citable website out.",
        discussion: """
            A site is a folder with a site.json and a folder of digests. Make one, put a digest into it, look at it:

              rapporteur new my-site
              cp ~/Downloads/sc12647.txt my-site/Meetings/
              rapporteur preview --site my-site

            Exit status: 0 done, 1 the site or its input has errors, 2 wrong usage.
            """,
        version: "0.1.0",
        subcommands: [
            NewCommand.self, BuildCommand.self, PreviewCommand.self, CheckCommand.self, PeopleCommand.self,
            PublishCommand.self, ParseCommand.self,
        ]
    )

    package init() {}

    /// Runs the program, on the main thread: of all threads it has the deepest stack.
    /// - Parameter arguments: without the program's name.
    /// - Returns: its exit status.
    @MainActor package static func run(_ arguments: [String]) async -> Int32 {
        do {
            var command = try parseAsRoot(arguments)
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
            return 0
        } catch {
            let code = exitCode(for: error)
            let message = fullMessage(for: error)
            if !message.isEmpty { Console.write(Array((message + "\n").utf8), to: code.isSuccess ? 1 : 2) }
            return code == .validationFailure ? wrongUsage : code.rawValue
        }
    }

    private static let wrongUsage: Int32 = 2
}
