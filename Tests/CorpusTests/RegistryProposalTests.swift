import Diagnostics
import Meetings
import Testing

@testable import Corpus

struct RegistryProposalTests {
    /// Two spellings for one delegation, a letter apart.
    private var meetings: [Meeting] {
        let first = MeetingBuilder("a.txt", number: 1, date: "2030-01-01").turn("Vasil Orlenia", of: "Peru")
        let second = MeetingBuilder("b.txt", number: 2, date: "2031-01-01").turn("Vasil Orlenya", of: "Peru")
        return [first.meeting, second.meeting]
    }

    private func proposed(into text: String?) throws -> String {
        let addition = try RegistryAddition(
            Corpus(meetings: meetings).questions, to: text.map { Array($0.utf8) }, file: "people.json")
        return String(decoding: addition.bytes, as: UTF8.self)
    }

    private func corpus(_ registry: String) throws -> Corpus {
        Corpus(meetings: meetings, registry: try Registry(file: "people.json", bytes: Array(registry.utf8)))
    }

    @Test func `a proposal decides nothing until the owner answers`() throws {
        let file = try proposed(into: nil)
        #expect(file.hasPrefix("{\n  \"proposals\": [\n    {\n      \"same\": null,\n"))
        #expect(file.hasSuffix("\n    }\n  ]\n}\n"))
        #expect(try corpus(file).persons.count == 2)
        let one = try corpus(file.replacing("\"same\": null", with: "\"same\": true"))
        #expect(one.persons.map(\.name) == ["Vasil Orlenia"])
        #expect(one.proposals.isEmpty)
        let two = try corpus(file.replacing("\"same\": null", with: "\"same\": false"))
        #expect(two.persons.count == 2)
        #expect(two.proposals.isEmpty)
    }

    @Test func `a question that stands in the file is not written again, whatever its answer`() throws {
        let file = try proposed(into: nil)
        for answer in ["null", "true", "false"] {
            let answered = file.replacing("\"same\": null", with: "\"same\": \(answer)")
            #expect(try proposed(into: answered) == answered)
        }
    }

    @Test(arguments: [
        "{\"people\": [ {\"name\":\"Ana Berg\"} ]  ,\r\n\t\"different\":[]}", "\u{FEFF}{}", "{ }\n",
        "{\n\t\"proposals\": [],\n\t\"people\": [{\"name\": \"A ]}\\\" B\"}]\n}\n",
        "{\n    \"people\": [\n    ]\n}", "{\"proposals\": [{\"people\": [{\"name\": \"X Y\"}, {\"name\": \"X Z\"}]}]}",
    ])
    func `what the owner wrote stays, byte for byte and in its order`(text: String) throws {
        let file = try proposed(into: text)
        var rest = Array(text.utf8)[...]
        // Every byte that is no white space stands in the result, in order.
        for byte in file.utf8 where byte == rest.first { rest = rest.dropFirst() }
        #expect(rest.allSatisfy { $0 <= 0x20 })
        #expect(file.contains("Vasil Orlenya"))
        #expect(try corpus(file).persons.count == 2)
        #expect(try proposed(into: file) == file)
    }

    @Test func `answers that share a person make one of all of them`() throws {
        let registry = try Registry(
            file: "people.json",
            bytes: Array(
                """
                {"people": [{"name": "Ann Low", "offices": [{"delegation": "Peru"}]}],
                 "proposals": [
                  {"same": true, "people": [{"name": "Anne Low"}, {"name": "Anna Low"}]},
                  {"same": true, "people": [{"name": "Anna Low"}, {"name": "Ann Low"}]}]}
                """.utf8))
        #expect(registry.people.count == 1)
        #expect(registry.people.first?.name == "Ann Low")
        #expect(Set(registry.people.first?.otherNames ?? []) == ["Anne Low", "Anna Low"])
    }

    @Test func `answers that contradict each other are an error with line and next step`() throws {
        let text = """
            {"proposals": [
              {"same": true, "people": [{"name": "Ann Low"}, {"name": "Anne Low"}]},
              {"same": false, "people": [{"name": "Anne Low"}, {"name": "Ann Low"}]}]}
            """
        let error = try #require(throws: DiagnosticError.self) {
            try Registry(file: "people.json", bytes: Array(text.utf8))
        }
        let diagnostic = try #require(error.diagnostics.first)
        #expect(diagnostic.id == "registry-joined-and-apart")
        #expect(diagnostic.lines == 3...3)
        #expect(diagnostic.suggestion != nil)
    }

    @Test(arguments: [
        (#"{"proposals": [{"same": "yes", "people": [{"name": "A B"}, {"name": "A C"}]}]}"#, "registry-answer"),
        (#"{"proposals": [{"same": true, "people": [{"name": "A B"}]}]}"#, "registry-proposal"),
        (#"{"proposals": [{"sam": true, "people": []}]}"#, "json-unknown-key"),
    ])
    func `a proposal that cannot be read is an error`(text: String, id: String) throws {
        let error = try #require(throws: DiagnosticError.self) {
            try Registry(file: "people.json", bytes: Array(text.utf8))
        }
        #expect(error.diagnostics.map(\.id).contains(id))
        #expect(error.diagnostics.allSatisfy { $0.file == "people.json" && $0.lines != nil })
    }
}
