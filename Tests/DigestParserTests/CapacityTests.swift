import Meetings
import Testing

@testable import DigestParser

struct CapacityTests {
    private func statement(_ text: String, under heading: String = "Statements") throws -> Statement {
        try #require(Reading(heading + "\n\n" + text).statements.first)
    }

    @Test(arguments: [
        ("also speaking on behalf of Australia and Switzerland, said", ["Australia", "Switzerland"]),
        (
            "also speaking on behalf of Argentina, Netherlands and Slovenia, said",
            ["Argentina", "Netherlands", "Slovenia"]
        ),
        (
            "speaking on behalf of Trinidad and Tobago and Bosnia and Herzegovina, said",
            ["Trinidad and Tobago", "Bosnia and Herzegovina"]
        ),
        ("speaking on behalf of the Group of Friends of the River, said", ["Group of Friends of the River"]),
        ("speaking for Latvia and Lithuania, said", ["Latvia", "Lithuania"]),
        ("speaking for a group of likeminded countries, said", ["a group of likeminded countries"]),
        ("speaking on behalf of the Nordic and Baltic countries, said", ["Nordic and Baltic countries"]),
        (
            "on behalf of the Community of Latin American and Caribbean States (CELAC), said",
            ["Community of Latin American and Caribbean States (CELAC)"]
        ),
        ("speaking for the “Group of 77” and China, said", ["Group of 77", "China"]),
        (
            "speaking in explanation of vote after the vote, and on behalf of the members of the Gulf Council, said",
            ["Gulf Council"]
        ),
        ("introducing both drafts on behalf of the mountain countries, said", ["mountain countries"]),
        ("said that he spoke on behalf of those without a boat, and", []),
        (
            "speaking for Peru, Chile, Upper Sarn and Vellamo, said", ["Peru", "Chile", "Upper Sarn", "Vellamo"]
        ),
        ("speaking for Chile, Peru and Chad (Well Initiative), said", ["Chile", "Peru", "Chad"]),
        ("speaking for the first time, said", []),
        ("speaking on behalf of the Mountain Group (Upper Sarn, Hollin and Tarn), said", ["Mountain Group"]),
        ("speaking for his delegation, said", []),
    ])
    func `on whose behalf a turn is given`(_ words: String, _ expected: [String]) throws {
        #expect(try statement("MIRA SOLBERG (Norway), \(words) that it rained.").onBehalfOf == expected)
    }

    @Test(arguments: [
        ("associating himself with the European Union, said", ["European Union"]),
        ("associating him/herself with the European Union, said", ["European Union"]),
        (
            "aligning herself with the statement to be made by the European Union and the Nordic countries, said",
            ["European Union", "Nordic countries"]
        ),
        (
            "associating himself with the statement to be delivered by the European Union delegation, said",
            ["European Union"]
        ),
        (
            "aligning himself with the statement to be delivered by Bahrain on behalf of the Group of Friends of Wells, said",
            ["Group of Friends of Wells"]
        ),
        ("associating himself with the Caribbean Community’s statement on 24 February, said", ["Caribbean Community"]),
        ("associating her country with the Movement, and noting the rain, said", ["Movement"]),
        ("associating himself with the statement made by the representative of Peru, said", ["Peru"]),
        ("aligning with the Movement, said", ["Movement"]),
        ("associating the delay with the flood, said", []),
    ])
    func `whose words a turn joins`(_ words: String, _ expected: [String]) throws {
        #expect(try statement("MIRA SOLBERG (Norway), \(words) that it rained.").alignedWith == expected)
    }

    @Test func `an opener broken off at any word is read all the same`() throws {
        let opener = """
            ADA LOW (Norway), associating herself with the European Union and speaking on behalf of the Group of \
            Friends of the River, as well as for Latvia, said it rained.
            """
        let words = opener.split(separator: " ")
        for count in 1...words.count {
            for end in ["", ".", ",", ":"] {
                let text = words.prefix(count).joined(separator: " ") + end
                #expect(try !Reading("Statements\n\n" + text).meeting.blocks.isEmpty)
            }
        }
    }

    @Test func `one opener names both`() throws {
        let statement = try statement(
            "The representative of Denmark, speaking also on behalf of Estonia, Finland and Sweden and associating himself "
                + "with the European Union, said it rained.")
        #expect(statement.onBehalfOf == ["Estonia", "Finland", "Sweden"])
        #expect(statement.alignedWith == ["European Union"])
    }

    @Test(arguments: [
        (
            "MIRA SOLBERG (Norway), Council President for May, spoke in her national capacity, saying so.",
            Statement.Occasion.nationalCapacity
        ),
        ("Speaking in explanation of vote before the vote, the representative of Cuba said no.", .explanationBefore),
        ("The representative of Angola, also explaining her vote after the vote, said yes.", .explanationAfter),
        ("The representative of Rwanda, speaking in exercise of the right of reply, said no.", .rightOfReply),
        ("The representative of Pakistan, exercising his right of reply, said no.", .rightOfReply),
    ])
    func `the occasion is told by the opener`(_ text: String, _ occasion: Statement.Occasion) throws {
        #expect(try statement(text).occasion == occasion)
    }

    @Test(arguments: [
        ("Statements before Vote", Statement.Occasion.explanationBefore),
        ("Statements after Adoption", .explanationAfter),
        ("Right of Reply", .rightOfReply), ("Statements", nil), ("Action", nil),
    ])
    func `the occasion is told by the heading above`(_ heading: String, _ occasion: Statement.Occasion?) throws {
        #expect(try statement("MIRA SOLBERG (Norway) said so.", under: heading).occasion == occasion)
    }
}
