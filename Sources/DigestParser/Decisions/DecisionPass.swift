import Meetings

/// Finds the texts a meeting adopted, each once, and joins them to the full texts already read.
///
/// A text that was rejected or vetoed is no decision, and one that is merely recalled is none of this meeting's.
enum DecisionPass {
    /// - Parameters:
    ///   - actions: what the release tells of adoptions, in the order of the text.
    ///   - paragraphs: of the whole release: the text of a draft that failed is kept as such.
    static func run(on meeting: inout Meeting, actions: [Action], paragraphs: [Paragraph]) {
        var register = DecisionRegister(meeting.decisions)
        for action in actions where action.outcome == .adopted && !action.isRecalled { register.add(action) }
        register.joinDraft()
        meeting.decisions = register.decisions
        let failed = register.untold.filter { isRejected(meeting.decisions[$0], actions) }
        if !failed.isEmpty { withdraw(Set(failed), from: &meeting, paragraphs) }
    }

    /// A full text whose adoption is not told, but whose rejection is: by symbol, or as a draft where one was rejected.
    private static func isRejected(_ decision: Decision, _ actions: [Action]) -> Bool {
        let isDraft = decision.symbol.map { !$0.contains("/RES/") && !$0.contains("/PRST/") } ?? false
        return actions.contains { action in
            guard action.outcome == .rejected, !action.isRecalled, action.text.kind == .resolution else { return false }
            return action.text.symbol == nil ? isDraft : action.text.symbol == decision.symbol
        }
    }

    private static func withdraw(_ failed: Set<Int>, from meeting: inout Meeting, _ paragraphs: [Paragraph]) {
        let kept = meeting.decisions.indices.filter { !failed.contains($0) }
        let places = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1, $0) })
        for index in meeting.blocks.indices {
            guard case .fullText(let decision) = meeting.blocks[index].content else { continue }
            let lines = meeting.blocks[index].lines
            meeting.blocks[index].content =
                places[decision].map { .fullText(decision: $0) }
                ?? .other(paragraphs.filter { lines.contains($0.lines.lowerBound) })
        }
        meeting.decisions = kept.map { meeting.decisions[$0] }
    }
}
