import Diagnostics
import Meetings

/// Finds persons who may be one: what evidence suggests and does not prove. Nothing is merged here.
///
/// Spellings are compared through their shortenings by one letter, so that the work grows with the number of names
/// and not with its square.
struct SamePersonFinder {
    /// A name under which a draft speaks for one delegation.
    private struct Form {
        let draft: Int
        let name: FoldedName
        let delegation: Ref<Delegation>?
    }

    /// Where names that may be one meet: words in common.
    private struct Seat: Hashable {
        let delegation: Ref<Delegation>?
        let words: String
    }

    private struct Pair: Hashable {
        let first: Int
        let second: Int
    }

    private var forms: [Form] = []
    private var found: [Pair: SamePersonProposal.Reason] = [:]

    /// - Returns: pairs of drafts, the first to speak first, in order.
    static func proposals(
        _ named: NamedTurns, drafts: PersonDrafts, people: NameClusters, registry: RegistryMatcher
    ) -> [(first: Int, second: Int, reason: SamePersonProposal.Reason)] {
        var finder = SamePersonFinder()
        for (first, second) in people.open {
            if let one = drafts.byRoot[first], let other = drafts.byRoot[second] { finder.note(one, other, .sameName) }
        }
        finder.collect(named, drafts: drafts)
        finder.findNearSpellings()
        finder.findParts()
        let apart = finder.apart(registry)
        return finder.found.filter { !apart.contains($0.key) }
            .map { ($0.key.first, $0.key.second, $0.value) }
            .sorted { ($0.first, $0.second) < ($1.first, $1.second) }
    }

    private mutating func note(_ one: Int, _ other: Int, _ reason: SamePersonProposal.Reason) {
        guard one != other else { return }
        let pair = Pair(first: min(one, other), second: max(one, other))
        if found[pair] == nil { found[pair] = reason }
    }

    private mutating func collect(_ named: NamedTurns, drafts: PersonDrafts) {
        for (index, draft) in drafts.all.enumerated() where !draft.isSurname {
            var speakers: Set<Int32> = []
            var last: Int32?
            for position in draft.turns where named.turns[position].speaker != last {
                let turn = named.turns[position]
                last = turn.speaker
                let voice = named.voice(turn)
                guard voice.courtesy == nil, speakers.insert(turn.speaker).inserted else { continue }
                forms.append(Form(draft: index, name: named.folded(turn), delegation: voice.delegation))
            }
        }
    }

    /// `Nebenzia`, `Nebenzya`: equal when a letter is left out of both; `Llorenty`, `Llorentty`: out of one.
    private mutating func findNearSpellings() {
        // By hashes, of the delegation too.
        var seats: [UInt64: Int] = [:]
        seats.reserveCapacity(forms.count * 16)
        for (index, form) in forms.enumerated() {
            for seat in NearSpelling.hashes(of: form.name.key, in: form.delegation.map { $0.index + 1 } ?? 0) {
                guard let other = seats[seat] else {
                    seats[seat] = index
                    continue
                }
                guard forms[other].draft != form.draft, forms[other].delegation == form.delegation else { continue }
                // The same folded name is a matter of offices, not of spelling.
                let (one, two) = (forms[other].name.key, form.name.key)
                if one != two, NearSpelling.isNear(one, two) { note(forms[other].draft, form.draft, .nearSpelling) }
            }
        }
    }

    /// `Nadia Murad` and `Nadia Murad Basee Taha`: the first name and another of some length in common.
    private mutating func findParts() {
        var seats: [Seat: Int] = [:]
        for (index, form) in forms.enumerated() {
            guard let first = form.name.words.first else { continue }
            for word in Set(form.name.words.dropFirst()) where word.utf8.count >= 4 {
                let seat = Seat(delegation: form.delegation, words: "\(first) \(word)")
                guard let other = seats[seat] else {
                    seats[seat] = index
                    continue
                }
                if forms[other].name.key != form.name.key { note(forms[other].draft, form.draft, .partOfName) }
            }
        }
    }

    /// Pairs that the registry keeps apart.
    private func apart(_ registry: RegistryMatcher) -> Set<Pair> {
        var marks: [Int: Set<RegistryMatcher.Mark>] = [:]
        for form in forms {
            let own = registry.marks(name: form.name, delegation: form.delegation)
            if !own.isEmpty { marks[form.draft, default: []].formUnion(own) }
        }
        return Set(found.keys.filter { RegistryMatcher.areApart(marks[$0.first] ?? [], marks[$0.second] ?? []) })
    }
}
