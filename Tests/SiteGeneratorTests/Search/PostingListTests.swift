import Diagnostics
import Testing

@testable import SiteGenerator

@Suite struct PostingListTests {
    typealias Place = PostingList.Place

    private func list(_ meetings: [(Int, [Place])]) -> PostingList {
        var list = PostingList()
        for (meeting, places) in meetings { list.append(meeting: meeting, places: places) }
        return list
    }

    @Test func `what is packed comes out again`() {
        let meetings = [
            (5, [Place(passage: 0, weight: .head)]),
            (
                900_000,
                [
                    Place(passage: 3, weight: .slight), Place(passage: 4, weight: .strong),
                    Place(passage: 900, weight: .fair),
                ]
            ),
            (900_001, [Place(passage: 16, weight: .fair)]),
        ]
        let list = list(meetings)
        #expect(list.count == 5)
        #expect(list.unpacked().map(\.meeting) == meetings.map(\.0))
        #expect(list.unpacked().map(\.places) == meetings.map(\.1))
    }

    @Test func `a place near the one before it takes one byte`() {
        let places = (0..<40).map { Place(passage: $0 * 3, weight: .strong) }
        #expect(list([(1, places)]).bytes.count == 41)
    }

    @Test func `a short list is left whole`() {
        #expect(list([(1, [Place(passage: 0, weight: .slight)])]).head(of: 100) == nil)
    }

    @Test func `of a long list the weightiest places stay, and of equals the newest`() throws {
        let meetings = (1...200).map { meeting in
            (
                meeting,
                [
                    Place(passage: 0, weight: .slight), Place(passage: 1, weight: .fair),
                    Place(passage: 2, weight: meeting % 10 == 0 ? .head : .fair),
                ]
            )
        }
        let head = try #require(list(meetings).head(of: 300))
        let kept = head.unpacked()
        #expect(head.bytes.count <= 330)
        #expect(kept.flatMap(\.places).allSatisfy { $0.weight >= .fair })
        #expect(kept.count { $0.places.contains { $0.weight == .head } } == 20)
        let whole = kept.filter { $0.places.count == 2 }.map(\.meeting)
        #expect(whole == Array((201 - whole.count)...200))
    }

    /// The same, told plainly: whole steps of weight as far as they fit, and of the next one what the newest meetings have.
    private func head(_ meetings: [(Int, [Place])], of limit: Int) -> [(Int, [Place])]? {
        func room(_ places: [Place]) -> Int { places.isEmpty ? 0 : 1 + places.count }
        func room(from weight: Int) -> Int {
            meetings.reduce(0) { $0 + room($1.1.filter { $0.weight.rawValue >= weight }) }
        }
        guard list(meetings).bytes.count > limit, room(from: 0) > limit else { return nil }
        let floor = (1...3).first { room(from: $0) <= limit } ?? 4
        var left = limit - room(from: floor)
        var kept: [(Int, [Place])] = []
        for (meeting, places) in meetings.reversed() {
            let (sure, more) = (
                places.filter { $0.weight.rawValue >= floor }, places.filter { $0.weight.rawValue >= floor - 1 }
            )
            let cost = room(more) - room(sure)
            let chosen = cost <= left ? more : sure
            left = cost <= left ? left - cost : 0
            if !chosen.isEmpty { kept.insert((meeting, chosen), at: 0) }
        }
        return kept
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func `a head is what its rule says, for lists of any shape`(seed: UInt64) {
        var random = SeededEdits(seed)
        var meeting = 0
        let heaviest = random.below(4)
        let meetings = (0..<1 + random.below(120)).map { _ in
            meeting += 1 + random.below(300)
            var passage = -1
            let places = (0..<1 + random.below(6)).map { _ in
                passage += 1 + random.below(9)
                let weight = PostingList.Weight(rawValue: UInt8(random.below(heaviest + 1)))
                return Place(passage: passage, weight: weight ?? .head)
            }
            return (meeting, places)
        }
        for limit in [5, 40, 150, 400] {
            let (found, told) = (list(meetings).head(of: limit)?.unpacked(), head(meetings, of: limit))
            #expect(found?.map(\.meeting) == told?.map(\.0) && found?.map(\.places) == told?.map(\.1))
        }
    }

    @Test func `numbers of any size are packed in groups of seven bits`() {
        for number in [0, 1, 127, 128, 16_383, 16_384, 1 << 20, 1 << 40] {
            var bytes: [UInt8] = []
            VariableLength.append(number, to: &bytes)
            var reader = VariableLength.Reader(bytes)
            #expect(reader.next() == number)
            #expect(reader.next() == nil)
        }
    }
}

extension PostingList {
    /// Meetings with their places, as appended.
    func unpacked() -> [(meeting: Int, places: [Place])] {
        var meetings: [(Int, [Place])] = []
        forEachMeeting { meetings.append(($0, $1)) }
        return meetings
    }
}
