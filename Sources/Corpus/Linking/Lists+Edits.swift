import Meetings

/// Lists in which a few digests have other words than when they were linked.
extension Corpus.Lists {
    /// Lengths of what was said in a meeting whose text was replaced.
    /// - Returns: whose lengths are others than before.
    mutating func correctLengths(
        of meeting: Ref<MeetingEntry>
    ) -> (persons: Set<Ref<Person>>, delegations: Set<Ref<Delegation>>) {
        var (touchedPersons, touchedDelegations) = (Set<Ref<Person>>(), Set<Ref<Delegation>>())
        let lengths = meetings[meeting.index].measure.lengths
        let year = meetings[meeting.index].year
        for slot in meetings[meeting.index].turns.indices {
            let turn = meetings[meeting.index].turns[slot]
            let more = Int(lengths[turn.ref.block]) - turn.words
            guard more != 0 else { continue }
            meetings[meeting.index].turns[slot].words += more
            figures.add(words: more, in: year)
            if let person = turn.person {
                persons[person.index].words += more
                touchedPersons.insert(person)
            }
            if let delegation = turn.delegation {
                delegations[delegation.index].words += more
                touchedDelegations.insert(delegation)
            }
        }
        return (touchedPersons, touchedDelegations)
    }

    /// A place that cites something, and what.
    typealias Citing = (citation: Citation, of: Reference.Target)

    /// Puts what a meeting cites in the place of what it cited, wherever that is listed otherwise than before.
    /// - Returns: the lists that are others than before.
    mutating func cite(
        _ after: [Citing], instead before: [Citing], in meeting: Ref<MeetingEntry>, symbols: SymbolTable
    ) -> [CitationList] {
        let (old, new) = (citations(before, symbols), citations(after, symbols))
        let touched = Set(old.keys).union(new.keys).filter { old[$0] != new[$0] }
        for list in touched {
            let citations = new[list] ?? []
            switch list {
            case .document(let index): replace(in: &documents[index].citations, by: citations, of: meeting)
            case .resolution(let ref): replace(in: &resolutions[ref.index].citations, by: citations, of: meeting)
            case .paragraph(let ref, let index):
                replace(in: &resolutions[ref.index].paragraphs[index].citations, by: citations, of: meeting)
            }
        }
        return Array(touched)
    }

    private func citations(_ citing: [Citing], _ symbols: SymbolTable) -> [CitationList: [Citation]] {
        var lists: [CitationList: [Citation]] = [:]
        for (citation, target) in citing {
            for list in symbols.lists(of: target, citing: nil, resolutions) {
                lists[list, default: []].append(citation)
            }
        }
        return lists
    }

    private func replace(in list: inout [Citation], by citations: [Citation], of meeting: Ref<MeetingEntry>) {
        list.removeAll { $0.passage.meeting == meeting }
        let place = list.partitioningIndex { isListed($0.passage, behind: meeting) }
        list.insert(contentsOf: citations, at: place)
    }

    /// Whether a passage is listed behind all of the meeting's own: those of later meetings, and those of decisions behind those of
    /// the meeting that prints them; official documents come last.
    private func isListed(_ passage: Passage, behind meeting: Ref<MeetingEntry>) -> Bool {
        guard let resolution = passage.resolution else { return passage.meeting.map { $0 > meeting } ?? true }
        let entry = resolutions[resolution.index]
        guard entry.official == nil, let text = entry.text else { return true }
        return text.meeting >= meeting
    }
}

extension SymbolTable {
    /// How often each symbol is cited after an edit.
    /// - Returns: nil where one comes or goes, and with it an entry may.
    func uses(
        without old: [Reference.Target], with new: [Reference.Target]
    ) -> [CitedSymbol: Int]? {
        let (old, new) = (old.compactMap(CitedSymbol.init), new.compactMap(CitedSymbol.init))
        if old == new { return uses }
        var uses = uses
        for cited in new {
            guard let count = uses[cited] else { return nil }
            uses[cited] = count + 1
        }
        for cited in old {
            guard let count = uses[cited], count > 1 else { return nil }
            uses[cited] = count - 1
        }
        return uses
    }
}

extension Figures {
    fileprivate mutating func add(words more: Int, in year: Int?) {
        words += more
        if let index = years.firstIndex(where: { $0.year == year }) { years[index].words += more }
    }
}
