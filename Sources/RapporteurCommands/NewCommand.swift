import ArgumentParser
import Diagnostics
import SiteGenerator

struct NewCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Make a new site with sample digests.",
        discussion: """
            The site has a site.json and three sample digests in Meetings, to be replaced by your own. Its pages are made
            with the templates and the style that travel inside this program, and so gain from every new version. To
            change them, put a file of the same name into Templates or Public; --with-templates copies them all, which
            keeps the site at the theme of today.

            Examples:
              rapporteur new my-site
              rapporteur new my-site --with-templates
            """
    )

    @Argument(
        help: ArgumentHelp("The folder to make; it may exist when it is empty.", valueName: "dir"),
        completion: .directory)
    var folder: String

    @Flag(name: .long, help: "Copy the built-in templates and static files into the site.")
    var withTemplates = false

    @OptionGroup var verbosity: VerbosityOptions

    mutating func validate() throws {
        if folder.isEmpty { throw ValidationError("Name the folder to make.") }
    }

    func run() async throws {
        let console = verbosity.console()
        try await console.attempt { () throws(DiagnosticError) in
            try NewSite(folder: folder, hasTemplates: withTemplates).make()
        }
        console.summary(
            """
            A new site is in \(folder). See it with:
              rapporteur preview --site \(folder)
            """)
    }
}
