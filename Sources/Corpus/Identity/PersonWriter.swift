import Meetings

/// Writes a person out of its turns: name, variants, roles, whom they spoke for, and the address it asks for.
struct PersonWriter: Sendable {
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

    /// A person without an id, which depends on what others before it were given.
    struct Written: Sendable {
        private let person: Person
        /// The second where the first is taken.
        private let ids: (first: String, second: String?)

        fileprivate init(_ person: Person, ids: (String, String?)) {
            self.person = person
            self.ids = ids
        }

        func addressed(_ book: inout AddressBook) -> Person {
            var person = person
            person.id = book.claim(ids.first, or: ids.second)
            return person
        }
    }

    func person(_ draft: PersonDrafts.Draft) -> Written {
        let turns = draft.turns.map { named.turns[$0] }
        let forms = forms(turns)
        let (name, folded) = name(draft, forms)
        let joined = draft.evidence.map { Person.Evidence(rule: $0.rule, turn: named.turns[$0.turn].ref) }
        let explained = Set(joined.map(\.turn))
        let spellings = spellings(forms, areRecorded: draft.record != nil)
        let person = Person(
            id: "",
            name: name,
            variants: variants(forms),
            turns: turns.map(\.ref),
            affiliations: affiliations(forms),
            spokeFor: spokeFor(turns),
            evidence: joined + spellings.filter { !explained.contains($0.turn) },
            words: turns.reduce(0) { $0 + Int($1.words) }
        )
        return Written(person, ids: ids(folded, draft: draft, turns: turns))
    }

    /// Turns whose openers print the speaker alike.
    private struct Form {
        let first: NamedTurn
        let voice: NamedTurn.Voice
        var turns: [TurnRef]
    }

    /// In order of first appearance: a person has few, and many turns.
    private func forms(_ turns: [NamedTurn]) -> [Form] {
        var forms: [Form] = []
        var places: [Int32: Int] = [:]
        var last = 0
        for turn in turns {
            // Mostly the next turn prints what the last one did.
            if forms.isEmpty || forms[last].first.speaker != turn.speaker {
                last = places[turn.speaker] ?? forms.count
            }
            if last == forms.count {
                places[turn.speaker] = last
                forms.append(Form(first: turn, voice: named.voice(turn), turns: []))
            }
            forms[last].turns.append(turn.ref)
        }
        return forms
    }

    // MARK: Name and address

    private func name(_ draft: PersonDrafts.Draft, _ forms: [Form]) -> (String, FoldedName) {
        let printed = preferredName(forms)
        guard draft.record != nil || draft.isSurname else { return (printed.reading, printed.folded) }
        let name = draft.record.map { registry.people[$0].name } ?? titled(forms[0].first)
        return (name, FoldedName(name))
    }

    /// `Ms. Jaquez`: all that is known.
    private func titled(_ turn: NamedTurn) -> String {
        [named.honorific(turn), named.names[named.voice(turn).name].reading].compactMap(\.self).joined(separator: " ")
    }

    /// The full form printed most; of two as frequent the shorter, then the first in the alphabet.
    private func preferredName(_ forms: [Form]) -> NamedTurns.Name {
        var counts: [String: (turns: Int, name: Int)] = [:]
        for form in forms where form.voice.courtesy == nil {
            counts[named.names[form.voice.name].reading, default: (0, form.voice.name)].turns += form.turns.count
        }
        let best = counts.min { a, b in
            (-a.value.turns, a.key.utf8.count, a.key) < (-b.value.turns, b.key.utf8.count, b.key)
        }
        return named.names[best?.value.name ?? forms[0].voice.name]
    }

    /// The name without initials, which come and go between texts; namesakes are told apart by delegation.
    private func ids(_ name: FoldedName, draft: PersonDrafts.Draft, turns: [NamedTurn]) -> (String, String?) {
        let words = name.words.joined(separator: "-")
        let plain = AddressBook.cut(words.isEmpty ? "speaker" : words, to: 60)
        let delegation = turns.lazy.compactMap { named.voice($0).delegation }.first.map { delegations[$0.index].id }
        let place =
            delegation ?? turns.lazy.compactMap { named.voice($0).role }.first.map { Slug.make(named.roles[$0]) }
        guard let place, !place.isEmpty else { return (plain, nil) }
        let full = AddressBook.cut("\(plain)-\(place)")
        return draft.isSurname ? (full, nil) : (plain, full)
    }

    // MARK: What the texts print

    private func variants(_ forms: [Form]) -> [Person.NameVariant] {
        var found: [String: (count: Int, first: TurnRef)] = [:]
        for form in forms {
            let (printed, first) = (named.names[form.voice.name].printed, form.first.ref)
            let known = found[printed] ?? (0, first)
            found[printed] = (known.count + form.turns.count, min(known.first, first))
        }
        return found.map { Person.NameVariant(printed: $0, turns: $1.count, first: $1.first) }
            .sorted { ($1.turns, $0.first) < ($0.turns, $1.first) }
    }

    private struct Place: Hashable {
        let role: Int?
        let delegation: Ref<Delegation>?
    }

    private func affiliations(_ forms: [Form]) -> [Person.Affiliation] {
        var order: [Place] = []
        var found: [Place: [TurnRef]] = [:]
        for form in forms {
            let place = Place(role: form.voice.role, delegation: form.voice.delegation)
            if found[place] == nil { order.append(place) }
            found[place, default: []] += form.turns
        }
        return order.map { place in
            Person.Affiliation(
                role: place.role.map { named.roles[$0] }, delegation: place.delegation,
                turns: found[place]?.sorted() ?? [])
        }
    }

    private func spokeFor(_ turns: [NamedTurn]) -> [Association] {
        var tally = Tally<Ref<Delegation>>(count: 1)
        for turn in turns where turn.isForOthers {
            for group in entries[turn.ref.meeting.index].turns[Int(turn.slot)].onBehalfOf {
                tally.add(group, to: 0, turn.ref)
            }
        }
        return tally.associations(of: 0)
    }

    /// Printed forms of the name that differ within one delegation or office by no more than case, diacritics and hyphens;
    /// and where the registry tells who it is, names that differ by more.
    private func spellings(_ forms: [Form], areRecorded: Bool) -> [Person.Evidence] {
        var names: Set<Int> = []
        var printed: Set<String> = []
        var keys: Set<[String]> = []
        var evidence: [Person.Evidence] = []
        for form in forms where form.voice.courtesy == nil {
            guard names.insert(form.voice.name).inserted else { continue }
            let name = named.names[form.voice.name]
            let isNew = printed.insert(name.printed).inserted
            if !keys.insert([name.folded.key, name.folded.initials]).inserted, isNew {
                let rule: Person.Evidence.Rule =
                    form.voice.delegation == nil ? .sameNameAndOffice : .sameNameAndDelegation
                evidence.append(Person.Evidence(rule: rule, turn: form.first.ref))
            } else if areRecorded, isNew, keys.count > 1 {
                evidence.append(Person.Evidence(rule: .registry, turn: form.first.ref))
            }
        }
        return evidence
    }
}
