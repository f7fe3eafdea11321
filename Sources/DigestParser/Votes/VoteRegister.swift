import Meetings

/// The votes of a meeting as they are found.
struct VoteRegister {
    private struct Entry {
        var vote: Vote
        var place: Action.Place
        var order: Int
    }

    private struct Counts: Hashable {
        var outcome: Vote.Outcome
        var favour: Int?
        var against: Int?
        var abstain: Int?
    }

    private var entries: [Entry] = []
    /// By counts, then by subject: "" for a vote on nothing named.
    private var byCounts: [Counts: [String: Int]] = [:]
    private var bySubject: [String: Int] = [:]

    /// In the order of the text, by where they are told best.
    var votes: [Vote] {
        entries.sorted { ($0.vote.lines.lowerBound, $0.order) < ($1.vote.lines.lowerBound, $1.order) }.map(\.vote)
    }

    mutating func add(_ action: Action) {
        guard let tally = action.tally else { return }
        let vote = Vote(
            lines: action.lines, subject: action.text.subject, outcome: action.outcome, favour: tally.favour,
            against: tally.against, abstain: tally.abstain, names: tally.names)
        if let index = known(vote, action.place) {
            merge(vote, into: index, action.place)
        } else {
            entries.append(Entry(vote: vote, place: action.place, order: entries.count))
            index(entries.count - 1)
        }
    }

    private mutating func index(_ entry: Int) {
        let vote = entries[entry].vote
        byCounts[Self.counts(vote), default: [:]][vote.subject ?? ""] = entry
        if let subject = vote.subject { bySubject[subject] = entry }
    }

    private static func counts(_ vote: Vote) -> Counts {
        Counts(outcome: vote.outcome, favour: vote.favour, against: vote.against, abstain: vote.abstain)
    }

    /// Two symbols are two texts; a title and a symbol may be one.
    private static func areTwo(_ first: String, _ second: String?) -> Bool {
        first.contains("/") && second?.contains("/") ?? false
    }

    /// Told before: the same counts on the same text – or, in another part of the release, the same text with counts
    /// that differ (a release can contradict itself).
    private func known(_ vote: Vote, _ place: Action.Place) -> Int? {
        if let same = byCounts[Self.counts(vote)] {
            if let index = same[vote.subject ?? ""] ?? same[""] { return index }
            if same.count == 1, let (subject, index) = same.first {
                if vote.subject == nil || (entries[index].place != place && !Self.areTwo(subject, vote.subject)) {
                    return index
                }
            }
        }
        if let index = shortened(vote, place) { return index }
        guard let subject = vote.subject, let index = bySubject[subject] else { return nil }
        let isOne = subject.contains("/") || Self.areNear(entries[index].vote, vote)
        return isOne && entries[index].place != place && entries[index].vote.outcome == vote.outcome ? index : nil
    }

    /// A headline may leave out who abstained: `by Recorded Vote of 141 in Favour, 7 against`.
    private func shortened(_ vote: Vote, _ place: Action.Place) -> Int? {
        guard place != .headline, vote.abstain != nil else { return nil }
        var headline = vote
        headline.abstain = nil
        guard let same = byCounts[Self.counts(headline)], let index = same[""] ?? same[vote.subject ?? ""],
            entries[index].place == .headline
        else { return nil }
        return index
    }

    /// `An amendment` twice is one where the figures are those of a slip or a correction apart.
    private static func areNear(_ first: Vote, _ second: Vote) -> Bool {
        [\Vote.favour, \.against, \.abstain].allSatisfy { side in
            guard let one = first[keyPath: side], let other = second[keyPath: side] else { return true }
            return abs(one - other) <= 5
        }
    }

    /// Rejections without figures are votes too, where no other one can be meant: after all that have figures.
    mutating func addFigureless(_ actions: [Action]) {
        var rejected = Set(entries.lazy.map(\.vote).filter { $0.outcome == .rejected }.map(\.subject))
        for action in actions {
            let subject = action.text.subject
            let isKnown = rejected.contains(nil) || rejected.contains(subject)
            if isKnown || action.text.isGeneric && !rejected.isEmpty { continue }
            rejected.insert(subject)
            let vote = Vote(
                lines: action.lines, subject: subject, outcome: .rejected, favour: nil, against: nil, abstain: nil,
                names: Vote.Names())
            entries.append(Entry(vote: vote, place: action.place, order: entries.count))
        }
    }

    /// The action's words and figures stand before the summary's; what it leaves out is kept.
    private mutating func merge(_ vote: Vote, into index: Int, _ place: Action.Place) {
        let isBetter = place > entries[index].place
        let (first, second) = isBetter ? (vote, entries[index].vote) : (entries[index].vote, vote)
        var merged = first
        merged.subject = first.subject ?? second.subject
        merged.favour = first.favour ?? second.favour
        merged.against = first.against ?? second.against
        merged.abstain = first.abstain ?? second.abstain
        if first.names.favour.isEmpty { merged.names.favour = second.names.favour }
        if first.names.against.isEmpty { merged.names.against = second.names.against }
        if first.names.abstain.isEmpty { merged.names.abstain = second.names.abstain }
        entries[index].vote = merged
        if isBetter { entries[index].place = place }
        self.index(index)
    }
}
