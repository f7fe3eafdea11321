import FlyingFox
import FlyingSocks

/// The events of a site as the body of an answer that does not end.
struct EventStream: AsyncBufferedSequence {
    typealias Element = UInt8

    let events: AsyncStream<LiveEvent>

    func makeAsyncIterator() -> Iterator { Iterator(events: events.makeAsyncIterator()) }

    struct Iterator: AsyncBufferedIteratorProtocol {
        var events: AsyncStream<LiveEvent>.Iterator
        private var rest: ArraySlice<UInt8> = []

        init(events: AsyncStream<LiveEvent>.Iterator) { self.events = events }

        mutating func next() async throws -> UInt8? { try await nextBuffer(suggested: 1)?.first }

        mutating func nextBuffer(suggested count: Int) async throws -> ArraySlice<UInt8>? {
            if rest.isEmpty {
                guard let event = await events.next() else { return nil }
                rest = event.bytes[...]
            }
            defer { rest = rest.dropFirst(count) }
            return rest.prefix(count)
        }
    }
}

extension HTTPResponse {
    /// An answer that goes on for as long as the client listens.
    static func events(of site: LiveSite) -> HTTPResponse {
        HTTPResponse(
            statusCode: .ok, headers: [.contentType: "text/event-stream; charset=utf-8"],
            body: HTTPBodySequence(from: EventStream(events: site.events()), suggestedBufferSize: 64 * 1024))
    }
}
