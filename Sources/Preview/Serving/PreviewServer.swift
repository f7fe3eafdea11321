import Diagnostics
import FlyingFox
import FlyingSocks
import Foundation

/// Serves a built site on this machine until it is stopped.
package struct PreviewServer: Sendable {
    /// Where the server is: `http://127.0.0.1:8080`.
    package let origin: String
    package let port: UInt16
    private let site: LiveSite
    private let server: HTTPServer
    private let running: Task<Void, Never>
    private let beating: Task<Void, Never>

    /// Where the home page is: `http://127.0.0.1:8080/digests/`.
    package var address: String { origin + site.mark.home }

    package enum Port: Sendable {
        /// This one and no other.
        case exactly(UInt16)
        /// The first free one from here.
        case from(UInt16)
    }

    /// How many ports are tried.
    private static let attempts: UInt16 = 50

    /// - Parameters:
    ///   - host: the IP address to listen on; requests by another name than this machine's are answered only when it
    ///     is not a loopback address.
    /// - Throws: when the address cannot be listened on.
    package static func start(
        _ site: LiveSite, host: String = "127.0.0.1", port: Port
    ) async throws(DiagnosticError) -> PreviewServer {
        let handler = SiteHandler(site: site, isLocalOnly: isLoopback(host))
        let ports =
            switch port {
            case .exactly(let port): port...port
            case .from(let port): port...(port + min(attempts, UInt16.max - port))
            }
        var fault = SocketError.unsupportedAddress
        for port in ports {
            let server = try HTTPServer(config: configuration(host, port), handler: handler)
            let running: Task<Void, Never>
            switch await listen(server) {
            case .success(let task): running = task
            case .failure(let error):
                fault = error
                guard case .failed(_, EADDRINUSE, _) = error else { throw Self.fault(error, host, port) }
                continue
            }
            let named = host.contains(":") ? "[\(host)]" : host
            let bound = await server.boundPort ?? port
            return PreviewServer(
                origin: "http://\(named):\(bound)", port: bound, site: site, server: server, running: running,
                beating: beat(site))
        }
        throw Self.fault(fault, host, ports.lowerBound)
    }

    /// Returns when the server has stopped.
    package func wait() async { await running.value }

    package func stop() async {
        beating.cancel()
        await server.stop()
        await running.value
    }

    /// Whether nobody but this machine can reach an address.
    package static func isLoopback(_ host: String) -> Bool { host == "::1" || host.hasPrefix("127.") }

    /// A client that has gone is noticed only when something is sent to it.
    private static func beat(_ site: LiveSite) -> Task<Void, Never> {
        Task {
            do {
                while true {
                    try await Task.sleep(for: .seconds(10))
                    site.beat()
                }
            } catch {
                return  // The server has stopped.
            }
        }
    }

    private static func configuration(_ host: String, _ port: UInt16) throws(DiagnosticError)
        -> HTTPServer.Configuration
    {
        do {
            let address: any SocketAddress =
                host.contains(":")
                ? try sockaddr_in6.inet6(ip6: host, port: port) : try sockaddr_in.inet(ip4: host, port: port)
            return HTTPServer.Configuration(
                address: address, pool: PromptSocketPool(HTTPServer.defaultPool()), logger: .disabled)
        } catch {
            throw DiagnosticError(
                Diagnostic(
                    id: "wrong-host", severity: .error, message: "\"\(host)\" is no IP address to listen on",
                    suggestion: "Write 127.0.0.1 for this machine only, or 0.0.0.0 for every network it is in."))
        }
    }

    /// Starts a server, and returns when it listens or has failed to.
    private static func listen(_ server: HTTPServer) async -> Result<Task<Void, Never>, SocketError> {
        let (outcomes, outcome) = AsyncStream<SocketError?>.makeStream()
        let running = Task {
            do { try await server.run() } catch { outcome.yield(error as? SocketError ?? .disconnected) }
        }
        let listening = Task {
            do {
                try await server.waitUntilListening(timeout: 30)
                outcome.yield(nil)
            } catch { outcome.yield(.timeout(message: "listen")) }
        }
        defer { listening.cancel() }
        for await case let error? in outcomes.prefix(1) { return .failure(error) }
        return .success(running)
    }

    private static func fault(_ error: SocketError, _ host: String, _ port: UInt16) -> DiagnosticError {
        let (reason, suggestion) =
            switch error {
            case .failed(_, EADDRINUSE, _):
                ("another program listens there", "Choose another one with --port, or leave --port out.")
            case .failed(_, EACCES, _): ("permission is missing", "Choose a port of 1024 or more with --port.")
            case .failed(_, _, let message): (message, "Choose another one with --host and --port.")
            default: ("it does not answer", "Choose another one with --host and --port.")
            }
        return DiagnosticError(
            Diagnostic(
                id: "cannot-listen", severity: .error, message: "cannot listen on \(host), port \(port): \(reason)",
                suggestion: suggestion))
    }
}

extension HTTPServer {
    fileprivate var boundPort: UInt16? {
        switch listeningAddress {
        case .ip4(_, let port), .ip6(_, let port): port
        default: nil
        }
    }
}
