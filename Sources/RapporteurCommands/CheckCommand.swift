import ArgumentParser
import Diagnostics
import Proofreading
import SiteGenerator

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Find slips in the digests and faults of the site.",
        discussion: """
            Nothing is written. Slips are suggestions to an editor: names still to come, a word twice, a quotation that does
            not end. Faults of the site are links and anchors that lead nowhere, two pages on one address, files nobody uses.
            Documentation/Diagnostics.md lists them all. Warnings do not fail unless --strict says so.

            Examples:
              rapporteur check
              rapporteur check --site my-site --strict
              rapporteur check --format sarif > check.sarif
            """
    )

    @OptionGroup var options: SiteOptions
    @OptionGroup var verbosity: VerbosityOptions

    @Option(name: .long, help: "How to report: text, json, or sarif for code hosts and editors.")
    var format = CheckFormat.text

    @Flag(name: .long, help: "Let warnings fail, with exit status 1.")
    var strict = false

    func run() throws {
        let console = verbosity.console(root: options.site)
        let proofreader = Proofreader()
        let report: CheckReport
        do throws(DiagnosticError) {
            let folder = try SiteFolder(root: options.site)
            report = SiteCheck(folder, threads: options.threads, remarks: proofreader.slips) { progress in
                console.progress(progress.text)
            }.run()
        } catch {
            report = CheckReport(diagnostics: error.diagnostics)
        }
        let summary = CheckSummary(report: report, isStrict: strict)
        console.clearProgress()
        switch format {
        case .json: console.result(summary.json)
        case .sarif: console.result(SARIF(report.diagnostics, name: console.name, source: console.source).bytes)
        case .text:
            console.findings(report.diagnostics)
            console.summary(summary.text)
        }
        if summary.isFailure { throw ExitCode.failure }
    }
}

enum CheckFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json, sarif
}
