import Foundation
import Meetings
import Testing

@testable import DigestParser

/// A generator that gives the same numbers on every machine.
struct Dice {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func roll(_ sides: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % max(1, sides)
    }
}

/// What must hold for any text: nothing is lost, nothing is taken twice, ids are unique, and the reading ends.
struct CoverageTests {
    static let fixture = """
        Council Hears of River

        SC/12647

        The Security Council met today.  “It rose,” said Greece’s representative.

        Also speaking were the representatives of Chad and Malta.

        The meeting began at 10:12 a.m. and ended at 5:45 p.m.

        Briefings

        ANNA HOLM, Executive Director of the Office on River Matters, said so.

        She went on.

        [A note.]

        Action

        The Council then unanimously adopted resolution 2331 (2016).

        NAME TO COME (Chad) said so.

        Statement by Libya to come.

        Resolution

        The full text of resolution 2331 (2016) reads as follows:

        “The Security Council,

        “Recalling its resolutions,

        “1.  Decides to remain seized of the matter.”

        For information media. Not an official record.
        """

    private func check(_ reading: Reading) {
        #expect(reading.strayLines == [])
        let ids = reading.statements.map(\.id) + reading.placeholders.map(\.id)
        #expect(Set(ids).count == ids.count)
        #expect(!ids.contains(""))
        let starts = reading.meeting.blocks.map(\.lines.lowerBound)
        #expect(starts == starts.sorted())
    }

    @Test func `every line lies in exactly one block`() throws {
        try check(Reading(Self.fixture))
    }

    @Test(arguments: 0..<200)
    func `every line of a mutated digest lies in exactly one block`(_ seed: Int) throws {
        try check(Reading(Self.mutated(Self.fixture, seed: UInt64(seed), cuts: 4)))
    }

    @Test(.enabled(if: !Neighbours.files("corpus/texts").isEmpty, "the corpus is not beside the repository"))
    func `every line of real releases lies in exactly one block, mutated or not`() throws {
        for (number, url) in (Neighbours.seeds + Neighbours.files("corpus/texts") + Neighbours.files("corpus/heads"))
            .enumerated()
        {
            let text = String(decoding: try Data(contentsOf: url), as: UTF8.self)
            try check(Reading(text))
            try check(Reading(Self.mutated(text, seed: UInt64(number), cuts: 40)))
        }
    }

    @Test(arguments: [
        "", " ", "\n\n\n", "\u{FEFF}", "---", "---\n---", "(", "((((", "“", "NAME TO COME", "Mr.", "A", "A (", "A B (",
        "A B (Norway",
        "A B, ", "A B, Minister of", ":", "The representative of", "’s representative",
        "The full text of resolution 1 (2001) reads as follows:",
        "Statement by to come.", "The meeting began at", "[", "]", "a\u{301}", "🇳🇴🇳🇴", "MIRA SOLBERG (Norway)",
        "1 May 2014", "* *** *",
    ])
    func `scraps are read`(_ text: String) throws {
        try check(Reading(text))
        try check(Reading(Self.fixture + "\n\n" + text))
        try check(Reading(text + "\n\n" + Self.fixture))
    }

    @Test(arguments: [
        "(", "“", "A ", "Mr. ", "the ", "a, ", "THE ", ", Minister of ", "\n", "’s ", "X Y (Norway) ", "- 1 - ",
    ])
    func `repetition is read in linear time`(_ scrap: String) throws {
        try check(Reading(String(repeating: scrap, count: 20_000)))
    }

    /// Lines swapped, cut, joined and doubled.
    static func mutated(_ text: String, seed: UInt64, cuts: Int) -> String {
        var dice = Dice(seed: seed)
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        for _ in 0..<cuts {
            let index = dice.roll(lines.count)
            switch dice.roll(6) {
            case 0: lines.swapAt(index, dice.roll(lines.count))
            case 1: lines.remove(at: index)
            case 2: lines.insert(lines[index], at: dice.roll(lines.count))
            case 3: lines[index] = String(lines[index].prefix(dice.roll(lines[index].count + 1)))
            case 4: lines[index] = String(lines[index].dropFirst(dice.roll(lines[index].count + 1)))
            default: lines[index] += " " + lines[dice.roll(lines.count)]
            }
            if lines.isEmpty { lines = [""] }
        }
        return lines.joined(separator: "\n")
    }
}
