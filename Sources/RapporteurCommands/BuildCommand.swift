import ArgumentParser
import Diagnostics
import SiteGenerator

struct BuildCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build",
        abstract: "Turn the digests of a site into its pages.",
        discussion: """
            The pages are written to the folder that site.json names as "output" (_site). When anything fails, the
            pages of the last build stay as they were.

            Examples:
              rapporteur build
              rapporteur build --site my-site --verbose
              rapporteur build --format json > report.json
            """
    )

    @OptionGroup var options: SiteOptions
    @OptionGroup var verbosity: VerbosityOptions

    @Option(name: .long, help: "How to report what was done: text or json.")
    var format = ReportFormat.text

    func run() throws {
        let console = verbosity.console(root: options.site)
        let clock = ContinuousClock()
        let start = clock.now
        do throws(DiagnosticError) {
            let report = try SiteBuild(SiteFolder(root: options.site), threads: options.threads) { progress in
                console.progress(progress.text)
            }.run()
            let summary = BuildSummary(report: report, duration: clock.now - start)
            switch format {
            case .json: console.result(summary.json)
            case .text:
                console.report(report.diagnostics)
                console.summary(summary.text)
            }
        } catch {
            switch format {
            case .json: console.result(BuildSummary.json(failure: error.diagnostics))
            case .text:
                console.report(error.diagnostics)
                console.summary("Nothing was written: the pages are those of the build before.")
            }
            throw ExitCode.failure
        }
    }
}

extension BuildProgress {
    /// As people see it pass.
    var text: String {
        switch self {
        case .stage(.compare): "Looking for what changed …"
        case .stage(.read): "Reading the digests …"
        case .stage(.index): "Linking them …"
        case .stage(.render): "Making the pages …"
        case .stage(.commit): "Moving them in …"
        case .page(let number, let count): "Making the pages … \(Amount.grouped(number)) of \(Amount.grouped(count))"
        }
    }
}
