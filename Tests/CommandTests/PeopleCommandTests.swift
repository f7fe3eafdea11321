import Foundation
import Testing

@testable import RapporteurCommands

@Suite(.enabled(if: FileManager.default.isExecutableFile(atPath: Program.executable.path), "the program is not built"))
struct PeopleCommandTests {
    let program: Program

    init() throws {
        program = try Program()
        try program.write(#"{"title": "Lakes"}"#, to: "site/site.json")
        try program.write(digest(8, "ÁDA LOWENIA (Norway)", "ÁDA P. LOWENIA (Norway)"), to: "site/Meetings/a.txt")
        try program.write(digest(9, "ÁDA LOWENYA (Norway)", "IVO BERG (Peru)"), to: "site/Meetings/b.txt")
    }

    private func registry() throws -> String {
        try String(contentsOf: program.folder.url.appending(path: "site/people.json"), encoding: .utf8)
    }

    private func digest(_ number: Int, _ first: String, _ second: String) -> String {
        """
        Council of the Lakes
        \(number)th Meeting (AM)
        10 May 203\(number)

        Council of the Lakes Reviews Water Levels

        The meeting began at 10:03 a.m. and ended at 12:41 p.m.

        Statements

        \(first) said that the lakes were full.

        \(second) said that the rivers were not.
        """
    }

    @Test func `names put together are shown with the reason, and open questions with both places`() throws {
        let outcome = try program.run("people", "--site", "site")
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("as printed: ÁDA LOWENIA (1), ÁDA P. LOWENIA (1)"))
        #expect(outcome.output.contains("joined by same-name-and-delegation: Meetings/a.txt:13"))
        #expect(outcome.output.contains("a letter apart"))
        #expect(outcome.output.contains("Meetings/b.txt:11, ÁDA LOWENYA (Norway)"))
        #expect(outcome.output.contains("3 persons, 1 shown, 1 open question\n"))
        #expect(!outcome.output.contains("IVO BERG"))
        #expect(try program.run("people", "--site", "site", "--all").output.contains("IVO BERG (1)"))
        #expect(!program.exists("site/people.json") && !program.exists("site/_site"))
    }

    @Test func `proposals go into the registry, and an answer there joins the two`() throws {
        #expect(
            try program.run("people", "--site", "site", "--propose").output.contains("1 question added to people.json"))
        let again = try program.run("people", "--site", "site", "--propose")
        #expect(again.output.contains("No question was added"))
        let open = try registry()
        try program.write(open.replacing("\"same\": null", with: "\"same\": true"), to: "site/people.json")
        let outcome = try program.run("people", "--site", "site")
        #expect(outcome.output.contains("2 persons, 1 shown, 0 open questions\n"))
        #expect(outcome.output.contains("joined by registry"))
    }

    @Test func `data lists every person with variants, evidence and questions`() throws {
        let outcome = try program.run("people", "--site", "site", "--format", "json")
        let report = try #require(
            try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
        #expect(report["format"] as? String == "rapporteur.people/1")
        #expect((report["persons"] as? [[String: Any]])?.map { $0["id"] as? String }.count == 3)
        #expect((report["questions"] as? [[String: Any]])?.first?["reason"] as? String == "near-spelling")
    }

    @Test func `a registry that is wrong is shown with its line, and is left as it is`() throws {
        let wrong = "{\n  \"people\": [\n    {\"nam\": \"Ivo Berg\"}\n  ]\n}\n"
        try program.write(wrong, to: "site/people.json")
        let outcome = try program.run("people", "--site", "site", "--propose")
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains("site/people.json:3:"))
        #expect(outcome.errors.contains("\"name\""))
        #expect(try registry() == wrong)
    }
}
