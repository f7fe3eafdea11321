import ArgumentParser
import Diagnostics
import Foundation
import Preview
import SiteGenerator

struct PreviewCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "preview",
        abstract: "Build a site and serve it on this machine.",
        discussion: """
            Open the address it prints in a browser; Ctrl-C ends it. Nobody but this machine can reach it unless --host says
            otherwise. When the port is taken the next free one is used, unless --port asks for one by number.

            Examples:
              rapporteur preview
              rapporteur preview --site my-site --port 3000
            """
    )

    @OptionGroup var options: SiteOptions
    @OptionGroup var verbosity: VerbosityOptions

    @Option(name: .long, help: "The port to listen on; 8080 or the next free one if left out.")
    var port: UInt16?

    @Option(name: .long, help: ArgumentHelp("The IP address to listen on.", valueName: "address"))
    var host = "127.0.0.1"

    func run() async throws {
        let console = verbosity.console(root: options.site)
        let interruption = Interruption()
        let server = try await console.attempt { () async throws(DiagnosticError) in
            let site = try SiteFolder(root: options.site)
            let clock = ContinuousClock()
            let start = clock.now
            let report = try SiteBuild(site, threads: options.threads) { console.progress($0.text) }.run()
            console.report(report.diagnostics)
            console.summary(BuildSummary(report: report, duration: clock.now - start).text)
            return try await PreviewServer.start(
                folder: site.output, path: site.configuration.baseURL?.path ?? "/", host: host,
                port: port.map { .exactly($0) } ?? .from(8080))
        }
        console.summary("Serving the site at \(server.address) – press Ctrl-C to end.")
        await interruption.wait()
        await server.stop()
    }
}

/// Ctrl-C, and the polite request to end that other programs send.
private struct Interruption {
    private let signals: AsyncStream<Void>
    private let sources: [any DispatchSourceSignal]

    init() {
        let (signals, signal) = AsyncStream<Void>.makeStream()
        self.signals = signals
        sources = [SIGINT, SIGTERM].map { number in
            Foundation.signal(number, SIG_IGN)  // A source sees only what does not end the process first.
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { signal.yield() }
            source.resume()
            return source
        }
    }

    func wait() async {
        for await _ in signals { break }
        for source in sources { source.cancel() }
    }
}
