import FlyingSocks
import Foundation

/// A pool whose sockets send at once: the server writes head and body of an answer one after the other, and the system
/// would hold the body back until the client has confirmed the head (some 40 ms).
struct PromptSocketPool<Base: AsyncSocketPool>: AsyncSocketPool {
    private let base: Base

    init(_ base: Base) { self.base = base }

    func prepare() async throws { try await base.prepare() }

    func run() async throws { try await base.run() }

    /// The socket that listens comes here first, and those it accepts inherit the option from it.
    func suspendSocket(_ socket: Socket, untilReadyFor events: Socket.Events) async throws {
        if events.contains(.read) {
            var isOn: Int32 = 1
            setsockopt(
                socket.file.rawValue, Int32(IPPROTO_TCP), TCP_NODELAY, &isOn, socklen_t(MemoryLayout<Int32>.size))
        }
        try await base.suspendSocket(socket, untilReadyFor: events)
    }
}
