import Corpus
import Diagnostics

/// Who is who, for people and for programs.
struct PeopleReport {
    private let corpus: Corpus
    private let proposed: (file: String, added: Int)?

    static let format = "rapporteur.people/1"

    init(_ corpus: Corpus, proposed: (file: String, added: Int)?) {
        self.corpus = corpus
        self.proposed = proposed
    }

    // MARK: Text

    func text(all: Bool) -> String {
        let shown = corpus.persons.filter { all || $0.variants.count > 1 || !$0.evidence.isEmpty }
        var text = shown.map(description).joined()
        if !corpus.proposals.isEmpty {
            text += text.isEmpty ? "" : "\n"
            text += "Open questions\n" + corpus.proposals.map(question).joined()
        }
        text += text.isEmpty ? "" : "\n"
        text += "\(Amount(corpus.persons.count, "person")), \(Amount.grouped(shown.count)) shown"
        text += ", \(Amount(corpus.proposals.count, "open question"))\n"
        if let proposed {
            text +=
                proposed.added > 0
                ? "\(Amount(proposed.added, "question")) added to \(proposed.file): answer each with \"same\": true or false\n"
                : "No question was added to \(proposed.file): it holds all that are open\n"
        } else if !corpus.proposals.isEmpty {
            text += "Write the questions into the registry, to answer them there: rapporteur people --propose\n"
        }
        return text
    }

    private func description(of person: Person) -> String {
        var text = "\(person.name) (\(person.id)), \(Amount(person.turns.count, "statement"))\n"
        let printed = person.variants.map { "\($0.printed) (\($0.turns))" }
        text += "  as printed: \(printed.joined(separator: ", "))\n"
        let offices = Array(Set(person.affiliations.map(office))).sorted()
        if !offices.isEmpty { text += "  for: \(offices.joined(separator: "; "))\n" }
        for evidence in person.evidence { text += "  joined by \(evidence.rule.rawValue): \(place(evidence.turn))\n" }
        return text
    }

    private func office(_ affiliation: Person.Affiliation) -> String {
        affiliation.delegation.map { corpus[$0].name } ?? affiliation.role ?? "no office printed"
    }

    private func question(_ proposal: SamePersonProposal) -> String {
        let persons = [proposal.first, proposal.second].map { corpus[$0] }
        var text = "  \(persons[0].name) (\(persons[0].id)) and \(persons[1].name) (\(persons[1].id)): "
        text += proposal.reason.explanation + "\n"
        for person in persons { text += "    \(person.turns.first.map(place) ?? "no statement")\n" }
        return text
    }

    /// `Meetings/a.txt:12, YURY FEDOTOV (Norway)`.
    private func place(_ turn: TurnRef) -> String {
        let meeting = corpus[turn.meeting].meeting
        let speaker = corpus.statement(turn).speaker
        let delegation = speaker.delegation.map { " (\($0))" } ?? speaker.role.map { ", \($0)" } ?? ""
        let line = meeting.blocks[turn.block].lines.lowerBound
        return "\(meeting.source.file):\(line), \(speaker.printed ?? speaker.name ?? "unnamed")\(delegation)"
    }

    // MARK: JSON

    var json: [UInt8] {
        var json = JSONWriter(layout: .indented)
        json.object { json in
            json.member("format", Self.format)
            json.array("persons", corpus.persons) { json, person in json.object { write(person, to: &$0) } }
            json.array("questions", corpus.proposals) { json, proposal in
                json.object { json in
                    json.member("reason", proposal.reason.rawValue)
                    json.member("explanation", proposal.reason.explanation)
                    json.member("persons", [proposal.first, proposal.second].map { corpus[$0].id })
                    json.member("names", [proposal.first, proposal.second].map { corpus[$0].name })
                }
            }
            json.member("registry", proposed?.file)
            json.member("added", proposed?.added)
        }
        return json.bytes + [UInt8(ascii: "\n")]
    }

    private func write(_ person: Person, to json: inout JSONWriter) {
        json.member("id", person.id)
        json.member("name", person.name)
        json.member("statements", person.turns.count)
        json.array("variants", person.variants) { json, variant in
            json.object { json in
                json.member("printed", variant.printed)
                json.member("statements", variant.turns)
                write(variant.first, to: &json)
            }
        }
        json.array("offices", person.affiliations) { json, affiliation in
            json.object { json in
                json.member("role", affiliation.role)
                json.member("delegation", affiliation.delegation.map { corpus[$0].name })
                json.member("statements", affiliation.turns.count)
                json.member("from", affiliation.turns.first.flatMap { corpus[$0.meeting].meeting.date.value })
                json.member("until", affiliation.turns.last.flatMap { corpus[$0.meeting].meeting.date.value })
            }
        }
        json.array("evidence", person.evidence) { json, evidence in
            json.object { json in
                json.member("rule", evidence.rule.rawValue)
                write(evidence.turn, to: &json)
            }
        }
    }

    private func write(_ turn: TurnRef, to json: inout JSONWriter) {
        let entry = corpus[turn.meeting]
        json.member("meeting", entry.id)
        json.member("statement", corpus.statement(turn).id)
        json.member("file", entry.meeting.source.file)
        let lines = entry.meeting.blocks[turn.block].lines
        json.array("lines", [lines.lowerBound, lines.upperBound]) { $0.value($1) }
    }
}
