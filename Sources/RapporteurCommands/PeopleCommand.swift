import ArgumentParser
import Diagnostics
import SiteGenerator

struct PeopleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "people",
        abstract: "Show who is who: names put together, and questions only you can answer.",
        discussion: """
            Lists the persons whose statements stand under several names, with the reasons, and the open questions: persons \
            who may be one. Nothing is joined on a suspicion. With --propose the open questions are written into the \
            registry (people.json), where you answer each with "same": true or false. Documentation/Registry.md tells the rules.

            Examples:
              rapporteur people
              rapporteur people --all --format json > people-report.json
              rapporteur people --propose
            """
    )

    @OptionGroup var options: SiteOptions
    @OptionGroup var verbosity: VerbosityOptions

    @Flag(name: .long, help: "Write the open questions into the registry, for you to answer.")
    var propose = false

    @Flag(name: .long, help: "List every person, not only those with several names.")
    var all = false

    @Option(name: .long, help: "How to report: text or json. JSON always lists every person.")
    var format = ReportFormat.text

    func run() async throws {
        let console = verbosity.console(root: options.site)
        let (people, proposed) = try await console.attempt { () throws(DiagnosticError) in
            let folder = try SiteFolder(root: options.site)
            let people = try SitePeople(folder, threads: options.threads) { console.progress($0.text) }
            return (people, propose ? try people.propose() : nil)
        }
        console.clearProgress()
        let report = PeopleReport(people.corpus, proposed: proposed)
        switch format {
        case .json: console.result(report.json)
        case .text:
            if verbosity.quiet { return }
            console.result(Array(report.text(all: all).utf8))
        }
    }
}
