import Meetings
import Testing

@testable import DigestParser

struct SummaryTests {
    private func attributions(_ summary: String) throws -> [Summary.Attribution] {
        try Reading(
            "The River Council met today.\n\n" + summary
                + "\n\nThe meeting began at 3 p.m.\n\nStatements\n\nMIRA SOLBERG (Norway) left."
        )
        .attributions
    }

    @Test(arguments: [
        ("Greece’s representative said that the river rose.", ["Greece"]),
        ("The representative of France declared that it was “not an option”.", ["France"]),
        (
            "The United Arab Emirates’ speaker said so, while Ecuador’s representative called for more.",
            ["United Arab Emirates", "Ecuador"]
        ),
        ("Several delegations agreed, with Brazil’s representative underscoring that it was late.", ["Brazil"]),
        ("Among them was Malta, whose delegate said that boats were few.", ["Malta"]),
        ("China’s delegation abstained, with that country’s representative stating that it would not help.", ["China"]),
        ("“We wait,” observed the representative of Oman.", ["Oman"]),
        (
            "The Head of the European Union delegation, in its capacity as observer, welcomed the step.",
            ["European Union"]
        ),
        ("Malta’s delegate agreed, while her counterpart from Chad did not: he called it late.", ["Malta", "Chad"]),
        ("“There is no doubt,” said Germany’s Minister for Foreign Affairs, adding that it was clear.", ["Germany"]),
        (
            "Among them was Ana Lima, Minister for Rights and Social Dialogue of Peru, who said that it was fair.",
            ["Peru"]
        ),
        ("He thanked the representative of Cuba for the boats.", []),
        ("The remarks of Ireland’s delegate were noted by all.", []),
    ])
    func `delegations that are quoted`(_ text: String, _ delegations: [String]) throws {
        #expect(try attributions(text).compactMap(\.delegation) == delegations)
    }

    @Test(arguments: [
        (
            "Speakers today included representatives of Malta and the Herring Organization.",
            ["Malta", "Herring Organization"]
        ),
        (
            "Statements were made before and after the vote by the representatives of Niger, Chad and Viet Nam.",
            ["Niger", "Chad", "Viet Nam"]
        ),
        (
            "Speaking in the dialogue were Norway on behalf of the Nordic countries, Chad, and Malta.",
            ["Norway", "Chad", "Malta"]
        ),
    ])
    func `delegations that are listed`(_ text: String, _ delegations: [String]) throws {
        let found = try attributions(text)
        #expect(found.compactMap(\.delegation) == delegations)
        #expect(found.allSatisfy { $0.listed })
    }

    @Test func `what stands in brackets behind a committee is nobody`() throws {
        #expect(try attributions("The Tide Committee (Locks and International Canals) concluded its debate.").isEmpty)
    }

    @Test(arguments: [
        ("Secretary-General Otto Krause described the flood.", "Otto Krause"),
        ("Anna Holm Berg, the Secretary-General’s Special Representative on Rivers, said so.", "Anna Holm Berg"),
        ("Prime Minister Jon Falk of Spain, Council President for May, spoke in his national capacity.", "Jon Falk"),
        ("“It is late,” Filip Grand, the High Commissioner for Rivers, told the Council.", "Filip Grand"),
        ("“Enough,” said Mr. Krause, adding that it was late.", "Krause"),
        ("Refuting that, Péter Szabó, Minister for Foreign Affairs of Hungary, declared it closed.", "Péter Szabó"),
        ("Also briefing the Council was General Bo Lind, Force Commander, who said that it rained.", "Bo Lind"),
    ])
    func `people who are quoted`(_ text: String, _ name: String) throws {
        #expect(try attributions(text).map(\.name) == [name])
    }

    @Test(arguments: [
        (
            "Also speaking today were the representatives of Denmark (on behalf of the Nordic countries), Chad and Bosnia and Herzegovina.",
            ["Denmark", "Chad", "Bosnia and Herzegovina"]
        ),
        (
            "Others addressing the Council were Ministers and other officials representing Nigeria, Ukraine Japan, Iran and, Malta.",
            ["Nigeria", "Ukraine", "Japan", "Iran", "Malta"]
        ),
        (
            "The Permanent Observer of the Holy See and a representative of the European Union delegation also delivered statements, as did representatives of the League of River States and Riverpol.",
            ["Holy See", "European Union", "League of River States", "Riverpol"]
        ),
        (
            "Also speaking were the representatives of Malta and Chad, as well as the Permanent Observers of the Holy See and the Sovereign Order of Malta, and a representative of the International Institute for Dams and Canal Studies.",
            [
                "Malta", "Chad", "Holy See", "Sovereign Order of Malta",
                "International Institute for Dams and Canal Studies",
            ]
        ),
        (
            "The representatives of Rwanda and the Democratic Republic of the Congo spoke in exercise of the right of reply.",
            ["Rwanda", "Democratic Republic of the Congo"]
        ),
        (
            "Other speakers this morning were the Ministers for Foreign Affairs of Togo and Morocco, the Attorney General of Guatemala, as well as representatives of China and France.",
            ["Togo", "Morocco", "Guatemala", "China", "France"]
        ),
        ("In the afternoon, statements were made by the representatives of Kuwait and Tuvalu.", ["Kuwait", "Tuvalu"]),
    ])
    func `a list of those who spoke is read to its last name`(_ text: String, _ delegations: [String]) throws {
        let found = try attributions(text)
        #expect(found.compactMap(\.delegation) == delegations)
        #expect(found.allSatisfy { $0.listed })
    }

    @Test func `it ends at the first heading, at a turn in capitals, or at the times line`() throws {
        let lede = "The River Council met today.\n\nGreece’s representative said that it rose.\n\n"
        let turn = "ELENI PAPPA (Greece) said that it rose."
        for (mark, kinds) in [
            ("Statements\n\n", ["summary", "heading", "statement"]), ("", ["summary", "statement"]),
            ("The meeting began at 3 p.m.\n\n", ["summary", "times", "statement"]),
        ] {
            #expect(try Reading(lede + mark + turn).kinds == kinds)
        }
    }

    @Test func `without turns below, the speakers it brings in have their turns there`() throws {
        let reading = try Reading(
            "The Security Council adopted a text today.\n\nBefore the vote, the representative of Chad said yes.\n\n"
                + "France’s delegate noted the hour.  “It is late,” he said.\n\nHe added a word.")
        #expect(reading.kinds == ["summary", "statement", "statement"])
        #expect(reading.statements.map(\.speaker.delegation) == ["Chad", "France"])
        #expect(reading.statements[1].paragraphs.count == 2)
    }

    @Test func `speakers above a heading who do not come again have their turns there`() throws {
        let reading = try Reading(
            "The General Assembly met today.\n\nTim Erdal, the representative of Israel, said no.\n\nThe Permanent Observer for the "
                + "State of Palestine said yes.\n\nAction\n\nThe representative of Jordan said so.\n\nThe representative of Canada left."
        )
        #expect(reading.kinds == ["summary", "statement", "statement", "heading", "statement", "statement"])
    }

    @Test func `speakers above a heading who do come again are quoted in the summary`() throws {
        let reading = try Reading(
            "The General Assembly met today.\n\nThe representative of Jordan said so.\n\nCanada’s delegate left.\n\n"
                + "Action\n\nThe representative of Jordan said so at length.\n\nThe representative of Canada left the hall."
        )
        #expect(reading.kinds == ["summary", "heading", "statement", "statement"])
    }
}
