import ArgumentParser
import Diagnostics
import Foundation
import Preview
import SiteGenerator

struct PreviewCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "preview",
        abstract: "Build a site, serve it on this machine, and follow what you change.",
        discussion: """
            Open the address it prints in a browser; Ctrl-C ends it. Whatever you save among the digests, templates, static
            files, site.json or the registry is built at once and shown in the open page; what is wrong is shown there too,
            until it is mended. Nobody but this machine can reach it unless --host says otherwise. When the port is taken
            the next free one is used, unless --port asks for one by number.

            Examples:
              rapporteur preview
              rapporteur preview --open
              rapporteur preview --site my-site --port 3000
            """
    )

    @OptionGroup var options: SiteOptions
    @OptionGroup var verbosity: VerbosityOptions

    @Option(name: .long, help: "The port to listen on; 8080 or the next free one if left out.")
    var port: UInt16?

    @Option(name: .long, help: ArgumentHelp("The IP address to listen on.", valueName: "address"))
    var host = "127.0.0.1"

    @Flag(name: .long, help: "Open the site in the browser.")
    var open = false

    private static let usualPort: UInt16 = 8080

    func run() async throws {
        let console = verbosity.console(root: options.site)
        let interruptions = Interruptions()
        let news = PreviewNews(console: console)
        let threads = options.threads
        let memory = SessionMemory()
        let session = try await console.attempt { () async throws(DiagnosticError) in
            PreviewSession(
                try SiteFolder(root: options.site), name: console.name, source: console.source,
                build: { folder throws(DiagnosticError) in
                    try SiteBuild(
                        folder, threads: threads, memory: memory, progress: { console.progress($0.text) }
                    ).run()
                },
                glimpse: { folder, changed, show in
                    SiteBuild(folder, threads: threads, memory: memory).glimpse(changed: changed, show: show)
                }, tell: news.tell)
        }
        let (builds, built) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
        let work = Task { await session.run { built.yield() } }
        for await _ in builds { break }
        let server = try await console.attempt { () async throws(DiagnosticError) in
            try await PreviewServer.start(
                session.site, host: host, port: port.map { .exactly($0) } ?? .from(Self.usualPort))
        }
        announce(server, console)
        if open { Browser.open(server.address, console) }
        await Interruptions.next(of: interruptions.signals)
        await server.stop()
        // A build that is moving its pages in is let finish, unless somebody insists.
        work.cancel()
        await withTaskGroup { [signals = interruptions.signals] group in
            group.addTask { await work.value }
            group.addTask { await Interruptions.next(of: signals) }
            await group.next()
            group.cancelAll()
        }
    }

    private func announce(_ server: PreviewServer, _ console: Console) {
        if !PreviewServer.isLoopback(host) {
            console.report([
                Diagnostic(
                    id: "open-preview", severity: .warning,
                    message: "everybody who can reach \(host) on this network can read this preview",
                    suggestion: "Leave --host out to keep it to this machine.")
            ])
        }
        let isOther = port == nil && server.port != Self.usualPort
        let reason = isOther ? "Port \(Self.usualPort) is taken. " : ""
        console.summary("\(reason)Serving the site at \(server.address) – press Ctrl-C to end.")
    }
}

/// Ctrl-C, and the polite request to end that other programs send.
private struct Interruptions {
    let signals: AsyncStream<Void>
    private let sources: [any DispatchSourceSignal]

    init() {
        let (signals, signal) = AsyncStream<Void>.makeStream()
        self.signals = signals
        sources = [SIGINT, SIGTERM, SIGHUP].map { number in
            Foundation.signal(number, SIG_IGN)  // A source sees only what does not end the process first.
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { signal.yield() }
            source.resume()
            return source
        }
    }

    static func next(of signals: AsyncStream<Void>) async {
        for await _ in signals { break }
    }
}
