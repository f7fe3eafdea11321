import Foundation
import Synchronization

/// Sends requests exactly as they are written, as no well-behaved client would.
enum RawClient {
    struct Answer: Sendable {
        var status: Int
        /// Names in lower case.
        var headers: [String: String]
        var body: [UInt8]

        var text: String { String(decoding: body, as: UTF8.self) }
    }

    /// One request on a connection of its own. On a thread of its own, since it waits.
    static func ask(_ request: String, port: UInt16) async -> Answer? {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread { continuation.resume(returning: exchange(Array(request.utf8), port: port)) }
        }
    }

    static func get(_ path: String, port: UInt16, method: String = "GET", headers: [String] = []) async -> Answer? {
        let lines = ["\(method) \(path) HTTP/1.1", "Host: localhost:\(port)", "Connection: close"] + headers
        return await ask(lines.joined(separator: "\r\n") + "\r\n\r\n", port: port)
    }

    /// A connection to this machine; negative when there is none to be had.
    static func connected(to port: UInt16) -> Int32 {
        #if canImport(Darwin)
            let descriptor = socket(AF_INET, SOCK_STREAM, 0)
        #else
            let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #endif
        var timeout = timeval(tv_sec: 20, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &timeout, socklen_t(MemoryLayout<timeval>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let connected = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        if connected == 0 { return descriptor }
        close(descriptor)
        return -1
    }

    /// - Returns: false when the other side no longer takes anything.
    static func send(_ bytes: [UInt8], on descriptor: Int32) -> Bool {
        #if canImport(Darwin)
            let flags: Int32 = 0
        #else
            let flags = Int32(MSG_NOSIGNAL)
        #endif
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Foundation.send(descriptor, $0.baseAddress, $0.count, flags) }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }

    private static func exchange(_ request: [UInt8], port: UInt16) -> Answer? {
        let descriptor = connected(to: port)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        guard send(request, on: descriptor) else { return nil }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65536)
        while true {
            let count = recv(descriptor, &buffer, buffer.count, 0)
            guard count > 0 else { break }
            bytes += buffer.prefix(count)
        }
        return answer(bytes)
    }

    private static func answer(_ bytes: [UInt8]) -> Answer? {
        let text = String(decoding: bytes, as: UTF8.self)
        guard let end = text.range(of: "\r\n\r\n"), text.hasPrefix("HTTP/1.1 ") else { return nil }
        let lines = text[..<end.lowerBound].components(separatedBy: "\r\n")
        guard let status = Int(lines[0].split(separator: " ")[1]) else { return nil }
        var headers: [String: String] = [:]
        for line in lines.dropFirst() {
            guard let colon = line.firstIndex(of: ":") else { continue }
            headers[line[..<colon].lowercased()] = line[line.index(after: colon)...].trimmingCharacters(
                in: .whitespaces)
        }
        return Answer(
            status: status, headers: headers, body: Array(bytes.dropFirst(text[..<end.upperBound].utf8.count)))
    }
}

/// A connection that is read bit by bit, as that of a browser that listens.
final class RawConnection: Sendable {
    private let descriptor: Int32
    private let heard = Mutex<[UInt8]>([])

    struct Refused: Error {}

    init(port: UInt16) throws {
        descriptor = RawClient.connected(to: port)
        guard descriptor >= 0 else { throw Refused() }
    }

    convenience init(port: UInt16, asking path: String) throws {
        try self.init(port: port)
        send("GET \(path) HTTP/1.1\r\nHost: localhost\r\n\r\n")
    }

    func send(_ text: String) { _ = RawClient.send(Array(text.utf8), on: descriptor) }

    func finishSending() { _ = shutdown(descriptor, Int32(SHUT_WR)) }

    func close() { _ = Foundation.close(descriptor) }

    /// - Returns: false when the other side ends, or is silent, before the text came.
    func read(until text: String) async -> Bool {
        await onThread {
            while !self.heard.withLock({ String(decoding: $0, as: UTF8.self).contains(text) }) {
                guard self.readSome() else { return false }
            }
            return true
        }
    }

    /// Everything up to the end.
    func readAll() async -> [UInt8] {
        await onThread {
            while self.readSome() {}
            return self.heard.withLock { $0 }
        }
    }

    private func readSome() -> Bool {
        var buffer = [UInt8](repeating: 0, count: 65536)
        let count = recv(descriptor, &buffer, buffer.count, 0)
        guard count > 0 else { return false }
        heard.withLock { $0 += buffer.prefix(count) }
        return true
    }

    private func onThread<Value: Sendable>(_ body: @escaping @Sendable () -> Value) async -> Value {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread { continuation.resume(returning: body()) }
        }
    }
}
