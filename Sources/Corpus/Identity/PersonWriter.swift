import Meetings

/// Writes a person out of its turns: name, address, variants, roles, whom they spoke for.
struct PersonWriter {
    private let entries: [MeetingEntry]
    private let named: NamedTurns
    private let delegations: [Delegation]
    private let registry: Registry

    init(_ entries: [MeetingEntry], named: NamedTurns, delegations: [Delegation], registry: Registry) {
        self.registry = registry
        self.entries = entries
        self.named = named
        self.delegations = delegations
    }

    func person(_ draft: PersonDrafts.Draft, book: inout AddressBook) -> Person {
        let turns = draft.turns.map { named.turns[$0] }
        let stated = draft.record.map { registry.people[$0].name }
        let name = stated ?? (draft.isSurname ? titled(turns[0]) : preferredForm(turns))
        let joined = draft.evidence.map { Person.Evidence(rule: $0.rule, turn: named.turns[$0.turn].ref) }
        let explained = Set(joined.map(\.turn))
        let spellings = spellings(turns, areRecorded: draft.record != nil)
        return Person(
            id: id(name, draft: draft, turns: turns, book: &book),
            name: name,
            variants: variants(turns),
            turns: turns.map(\.ref),
            affiliations: affiliations(turns),
            spokeFor: spokeFor(turns),
            evidence: joined + spellings.filter { !explained.contains($0.turn) },
            words: turns.reduce(0) { $0 + entries[$1.ref.meeting.index].turns[$1.slot].words }
        )
    }

    // MARK: Name and address

    /// `Ms. Jaquez`: all that is known.
    private func titled(_ turn: NamedTurn) -> String {
        [named.honorific(turn), named.names[turn.name].reading].compactMap(\.self).joined(separator: " ")
    }

    /// The full form printed most; of two as frequent the shorter, then the first in the alphabet.
    private func preferredForm(_ turns: [NamedTurn]) -> String {
        var byName: [Int: Int] = [:]
        for turn in turns where turn.courtesy == nil { byName[turn.name, default: 0] += 1 }
        let counts = byName.reduce(into: [String: Int]()) { $0[named.names[$1.key].reading, default: 0] += $1.value }
        let forms = counts.map { (count: $1, reading: $0) }
        let best = forms.min { a, b in
            (-a.count, a.reading.utf8.count, a.reading) < (-b.count, b.reading.utf8.count, b.reading)
        }
        return best?.reading ?? named.names[turns[0].name].reading
    }

    /// The name without initials, which come and go between texts; namesakes are told apart by delegation.
    private func id(
        _ name: String, draft: PersonDrafts.Draft, turns: [NamedTurn], book: inout AddressBook
    ) -> String {
        let words = FoldedName(name).words.joined(separator: "-")
        let plain = AddressBook.cut(words.isEmpty ? "speaker" : words, to: 60)
        let delegation = turns.lazy.compactMap(\.delegation).first.map { delegations[$0.index].id }
        let place = delegation ?? turns.lazy.compactMap(\.role).first.map { Slug.make(named.roles[$0]) }
        guard let place, !place.isEmpty else { return book.claim(plain) }
        let full = AddressBook.cut("\(plain)-\(place)")
        return draft.isSurname ? book.claim(full) : book.claim(plain, full)
    }

    // MARK: What the texts print

    private func variants(_ turns: [NamedTurn]) -> [Person.NameVariant] {
        var found: [Int: (count: Int, first: TurnRef)] = [:]
        for turn in turns { found[turn.name, default: (0, turn.ref)].count += 1 }
        var forms: [String: (count: Int, first: TurnRef)] = [:]
        for (name, use) in found {
            let known = forms[named.names[name].printed] ?? (0, use.first)
            forms[named.names[name].printed] = (known.count + use.count, min(known.first, use.first))
        }
        return forms.map { Person.NameVariant(printed: $0, turns: $1.count, first: $1.first) }
            .sorted { ($1.turns, $0.first) < ($0.turns, $1.first) }
    }

    private struct Place: Hashable {
        let role: Int?
        let delegation: Ref<Delegation>?
    }

    private func affiliations(_ turns: [NamedTurn]) -> [Person.Affiliation] {
        var order: [Place] = []
        var found: [Place: [TurnRef]] = [:]
        for turn in turns {
            let place = Place(role: turn.role, delegation: turn.delegation)
            if found[place] == nil { order.append(place) }
            found[place, default: []].append(turn.ref)
        }
        return order.map { place in
            Person.Affiliation(
                role: place.role.map { named.roles[$0] }, delegation: place.delegation, turns: found[place] ?? [])
        }
    }

    private func spokeFor(_ turns: [NamedTurn]) -> [Association] {
        var tally = Tally<Ref<Delegation>>(count: 1)
        for turn in turns {
            for group in entries[turn.ref.meeting.index].turns[turn.slot].onBehalfOf {
                tally.add(group, to: 0, turn.ref)
            }
        }
        return tally.associations(of: 0)
    }

    /// Printed forms of the name that differ within one delegation or office by no more than case, diacritics and hyphens;
    /// and where the registry tells who it is, names that differ by more.
    private func spellings(_ turns: [NamedTurn], areRecorded: Bool) -> [Person.Evidence] {
        var names: Set<Int> = []
        var printed: Set<String> = []
        var keys: Set<[String]> = []
        var evidence: [Person.Evidence] = []
        for turn in turns where turn.courtesy == nil {
            guard names.insert(turn.name).inserted else { continue }
            let name = named.names[turn.name]
            let isNew = printed.insert(name.printed).inserted
            if !keys.insert([name.folded.key, name.folded.initials]).inserted, isNew {
                let rule: Person.Evidence.Rule =
                    turn.delegation == nil ? .sameNameAndOffice : .sameNameAndDelegation
                evidence.append(Person.Evidence(rule: rule, turn: turn.ref))
            } else if areRecorded, isNew, keys.count > 1 {
                evidence.append(Person.Evidence(rule: .registry, turn: turn.ref))
            }
        }
        return evidence
    }
}
