import Diagnostics
import Foundation
import Meetings
import Testing

@testable import Corpus

struct RegistryTests {
    private func read(_ json: String) throws(DiagnosticError) -> Registry {
        try Registry(file: "people.json", bytes: Array(json.utf8))
    }

    private func faults(_ json: String) -> [Diagnostic] {
        do {
            _ = try read(json)
            return []
        } catch {
            return error.diagnostics
        }
    }

    @Test func `a registry is read with all its parts`() throws {
        let registry = try read(
            """
            {"$schema": "registry.schema.json",
             "people": [{"name": "Ana Moura", "otherNames": ["Anna Moura"],
                         "offices": [{"delegation": "Japan", "role": "Envoy", "from": "2016", "until": "2017-02"}]}],
             "different": [["A B", "A C"]],
             "delegations": [{"name": "Kestria", "otherNames": ["Old Kestria"], "kind": "state", "successorOf": ["Sarn"]}]}
            """)
        #expect(registry.people.map(\.name) == ["Ana Moura"])
        #expect(registry.people[0].place?.line == 2)
        #expect(
            registry.people[0].offices
                == [Registry.Office(delegation: "Japan", role: "Envoy", from: "2016", until: "2017-02")])
        #expect(registry.different.map(\.names) == [["A B", "A C"]])
        #expect(registry.delegations[0].kind == .state)
        #expect(registry.delegations[0].successorOf == ["Sarn"])
    }

    @Test func `an empty registry says nothing`() throws {
        #expect(try read("{}").people.isEmpty)
    }

    @Test(arguments: [
        (#"{"peoples": []}"#, "json-unknown-key", 2),
        (#"{"people": [{"otherNames": []}]}"#, "json-missing-key", 13),
        (#"{"people": [{"name": "A B", "offices": [{"from": "May 2016"}]}]}"#, "registry-dates", 50),
        (#"{"people": [{"name": "A B", "offices": [{"from": "2016-13"}]}]}"#, "registry-dates", 50),
        (#"{"people": [{"name": "A B", "offices": [{"from": "2017", "until": "2016"}]}]}"#, "registry-dates", 67),
        (#"{"people": [{"name": " . "}]}"#, "registry-empty-name", 22),
        (#"{"different": [["A B"]]}"#, "registry-different", 16),
        (#"{"delegations": [{"name": "A", "kind": "sate"}]}"#, "registry-kind", 40),
        (#"{"delegations": [{"name": "A"}, {"name": "B", "otherNames": ["a"]}]}"#, "registry-two-delegations", 33),
        (#"{"people": [{"name": "A B"}, {"name": "C D", "otherNames": ["a-b"]}]}"#, "registry-two-people", 30),
        (
            #"{"people": [{"name": "A B", "otherNames": ["A C"]}], "different": [["A B", "A C"]]}"#,
            "registry-joined-and-apart", 68
        ),
    ])
    func `a fault is told at its place with a next step`(json: String, id: String, column: Int) throws {
        let fault = try #require(faults(json).first)
        #expect(faults(json).count == 1)
        #expect(fault.id == id)
        #expect(fault.file == "people.json" && fault.lines == 1...1)
        #expect(fault.column == column)
        #expect(fault.suggestion?.isEmpty == false)
    }

    @Test func `two people may share a name when their offices tell them apart`() {
        #expect(
            faults(
                """
                {"people": [{"name": "A B", "offices": [{"delegation": "Japan", "until": "2016"}]},
                            {"name": "A B", "offices": [{"delegation": "Japan", "from": "2017"}, {"delegation": "Peru"}]}]}
                """
            ).isEmpty)
        #expect(
            faults(
                """
                {"people": [{"name": "A B", "offices": [{"delegation": "Japan", "until": "2016"}]},
                            {"name": "A B", "offices": [{"delegation": "Japan", "from": "2016-07"}]}]}
                """
            ).map(\.id) == ["registry-two-people"])
    }

    @Test func `offices with dates tell two people of one name apart`() throws {
        let registry = try read(
            """
            {"people": [{"name": "Ana Moura", "offices": [{"delegation": "Japan", "until": "2016"}]},
                        {"name": "Ana M. Moura", "offices": [{"delegation": "Japan", "from": "2017"}]}]}
            """)
        let corpus = Corpus(
            meetings: ["2015-01-01", "2016-12-31", "2017-01-01"].enumerated().map { index, date in
                MeetingBuilder("\(index).txt", number: index, date: date).turn("Ana Moura", of: "Japan").meeting
            }, registry: registry)
        #expect(corpus.persons.map(\.turns.count) == [2, 1])
        #expect(corpus.persons.map(\.name) == ["Ana Moura", "Ana M. Moura"])
        #expect(corpus.diagnostics.isEmpty)
    }

    @Test func `an entry that makes one person of two delegates of the same years is an error`() throws {
        let registry = try read(#"{"people": [{"name": "Ana Moura"}]}"#)
        let meetings = ["Japan", "Peru"].enumerated().map { index, delegation in
            MeetingBuilder("\(index).txt", number: index, date: "2016-01-01").turn("Ana Moura", of: delegation).meeting
        }
        let fault = try #require(Corpus(meetings: meetings, registry: registry).diagnostics.first)
        #expect(fault.id == "registry-merges-two")
        #expect(fault.severity == .error)
        #expect(fault.file == "people.json" && fault.lines == 1...1 && fault.column == 13)
        let stated = try read(
            #"{"people": [{"name": "Ana Moura", "offices": [{"delegation": "Japan"}, {"delegation": "Peru"}]}]}"#)
        let corpus = Corpus(meetings: meetings, registry: stated)
        #expect(corpus.persons.count == 1)
        #expect(corpus.diagnostics.isEmpty)
    }

    @Test func `an entry that nobody answers to is noted`() throws {
        let registry = try read(#"{"people": [{"name": "Ana Moura"}]}"#)
        #expect(Corpus(meetings: [], registry: registry).diagnostics.map(\.id) == ["registry-unused"])
    }

    @Test func `a successor and the delegation before it point at each other`() throws {
        let registry = try read(
            #"{"delegations": [{"name": "Lower Sarn", "successorOf": ["Sarn"]}, {"name": "Big Turkey", "otherNames": ["Turkey"]}]}"#
        )
        let corpus = Corpus(
            meetings: [
                MeetingBuilder("a.txt", number: 1).turn(nil, of: "Sarn").turn(nil, of: "Lower Sarn").turn(
                    nil, of: "Türkiye"
                )
                .turn(nil, of: "Turkey").meeting
            ], registry: registry)
        #expect(corpus.delegations.map(\.name) == ["Big Turkey", "Lower Sarn", "Sarn"])
        #expect(corpus.delegations[1].predecessors.map { corpus[$0].id } == ["sarn"])
        #expect(corpus.delegations[2].successors.map { corpus[$0].id } == ["lower-sarn"])
    }

    @Test func `the schema knows the keys that are read`() throws {
        let url = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Documentation/registry.schema.json")
        let schema = try String(contentsOf: url, encoding: .utf8)
        let keys =
            Registry.Key.allCases.map(\.rawValue) + Registry.PersonKey.allCases.map(\.rawValue)
            + Registry.ProposalKey.allCases.map(\.rawValue) + Registry.OfficeKey.allCases.map(\.rawValue)
            + Registry.DelegationKey.allCases.map(\.rawValue)
            + Delegation.Kind.allCases.map(\.rawValue)
        for key in keys { #expect(schema.contains("\"\(key)\""), "\(key)") }
    }
}
