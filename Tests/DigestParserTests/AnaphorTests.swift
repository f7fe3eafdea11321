import Meetings
import Testing

@testable import DigestParser

/// "That resolution", "the resolution": words that mean a text where exactly one can be meant.
struct AnaphorTests {
    private static let decided = Decision(
        kind: .resolution, symbol: "S/RES/2900 (2027)", adopted: .unanimously, lines: 1...1)

    private func cited(_ text: String, decisions: [Decision] = [decided]) -> [String] {
        references(in: text, decisions: decisions)
    }

    @Test(arguments: ["The resolution", "This resolution", "The same resolution"])
    func `with none named it is the one that this meeting adopted`(_ words: String) {
        #expect(cited("\(words) had come late.") == ["S/RES/2900 (2027) [\(words)]"])
        #expect(cited("\(words) had come late.", decisions: []).isEmpty)
    }

    @Test func `behind a resolution that the text names it is that one`() {
        #expect(
            cited("Resolution 1373 (2001) was good.  That resolution stood.", decisions: [])
                == ["S/RES/1373 (2001) [Resolution 1373 (2001)]", "S/RES/1373 (2001) [That resolution]"])
        #expect(
            cited("Resolution 1373 (2001) was good.  That resolution stood.").last
                == "S/RES/1373 (2001) [That resolution]")
    }

    @Test(arguments: [
        "Resolution 1373 (2001) was good.  The resolution stood.",
        "Resolutions 1373 (2001) and 1540 (2004) were good.  That resolution stood.",
    ])
    func `where two can be meant it is none`(_ text: String) {
        #expect(!cited(text).contains { $0.hasSuffix("resolution]") })
    }

    @Test func `of many adopted it may be any`() throws {
        let reading = try Reading(
            "Approving without a vote 15 draft resolutions, the Sixth Committee met today.\n\nThe meeting began at 3 p.m.\n\n"
                + "Action\n\nThe Committee approved draft resolution A/C.6/76/L.9 without a vote.\n\nANA LIMA (Peru) said "
                + "that the resolution was good.")
        #expect(reading.statements.last?.paragraphs.first?.references.isEmpty == true)
    }

    @Test(arguments: [
        "the resolution of the conflict", "the resolution on fish", "the resolution adopted in 1998", "that resolution",
        "a resolution", "Earlier resolutions had failed.  The resolution stood.",
        "He recalled a resolution of the Assembly.  The resolution stood.",
    ])
    func `another text is not meant`(_ text: String) {
        #expect(cited(text).isEmpty)
    }

    @Test(arguments: [
        "the draft resolution due for adoption today", "the resolution to be adopted this morning",
        "the draft resolution set to be adopted today",
    ])
    func `a draft that becomes today’s resolution is that one`(_ words: String) {
        #expect(cited("He said that \(words) would help.") == ["S/RES/2900 (2027) [\(words)]"])
    }

    @Test(arguments: [
        "the Permanent Observer for Peru", "the Deputy Permanent Representative of Peru",
        "the Head of the Peru delegation",
    ])
    func `the words for a person begin with the role`(_ words: String) {
        let peru = turn("peru", name: "Ana Lima", delegation: "Peru")
        #expect(references(in: "He thanked \(words) again.", statements: [peru]) == ["peru [\(words)]"])
    }
}
