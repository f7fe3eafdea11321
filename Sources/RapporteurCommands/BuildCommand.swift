import ArgumentParser
import Diagnostics
import Foundation
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

    @Flag(name: .long, help: "Say what took how long: stages, templates, the slowest pages.")
    var timings = false

    func run() throws {
        let console = verbosity.console(root: options.site)
        let clock = ContinuousClock()
        let start = clock.now
        do throws(DiagnosticError) {
            let report = try SiteBuild(
                SiteFolder(root: options.site), threads: options.threads, publishesAddresses: true,
                fail: { fault in
                    tell(failure: [fault], on: console)
                    Foundation.exit(ExitCode.failure.rawValue)
                }, progress: { console.progress($0.text) }
            ).run()
            let summary = BuildSummary(report: report, duration: clock.now - start)
            switch format {
            case .json: console.result(summary.json)
            case .text:
                console.report(report.diagnostics)
                console.summary(summary.text)
                if timings { console.result(Array(summary.timings.utf8)) }
            }
        } catch {
            tell(failure: error.diagnostics, on: console)
            throw ExitCode.failure
        }
    }

    private func tell(failure faults: [Diagnostic], on console: Console) {
        switch format {
        case .json: console.result(BuildSummary.json(failure: faults))
        case .text:
            console.report(faults)
            console.summary("Nothing was written: the pages are those of the build before.")
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
        case .product(let number, let count, let duration):
            "Making the pages … \(Amount.grouped(number)) of \(Amount.grouped(count))"
                + Self.pace(number, of: count, after: duration / .seconds(1))
        }
    }

    /// Nothing before there is a second to judge from.
    private static func pace(_ number: Int, of count: Int, after seconds: Double) -> String {
        guard seconds >= 1 else { return "" }
        let rate = Double(number) / seconds
        let left = Int((Double(count - number) / rate).rounded(.up))
        return ", \(Amount.grouped(Int(rate))) a second, \(left < 120 ? "\(left) s" : "\(left / 60) min") left"
    }
}
