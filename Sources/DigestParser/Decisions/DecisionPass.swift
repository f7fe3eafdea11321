import Meetings

/// Finds the texts a meeting adopted, each once, and joins them to the full texts already read.
///
/// A text that was rejected or vetoed is no decision, and one that is merely recalled is none of this meeting's.
enum DecisionPass {
    /// - Parameters:
    ///   - actions: what the release tells of adoptions, in the order of the text.
    ///   - passages: of the whole release: the text of a draft that failed is kept as such.
    static func run(on meeting: inout Meeting, actions: [Action], passages: [Passage]) {
        var register = DecisionRegister(meeting.decisions)
        for action in actions where action.outcome == .adopted && !action.isRecalled { register.add(action) }
        register.joinDraft()
        meeting.decisions = register.decisions
        let rejected = Set(
            actions.lazy.filter { $0.outcome == .rejected && !$0.isRecalled && $0.text.kind == .resolution }
                .map(\.text.symbol))
        let failed = register.untold.filter { isRejected(meeting.decisions[$0], by: rejected) }
        if !failed.isEmpty { withdraw(Set(failed), from: &meeting, passages) }
    }

    /// A full text whose adoption is not told, but whose rejection is: by symbol, or as a draft where one was rejected.
    /// - Parameter symbols: of what was rejected; nil stands for a draft without one.
    private static func isRejected(_ decision: Decision, by symbols: Set<String?>) -> Bool {
        guard let symbol = decision.symbol else { return false }
        let isDraft = !symbol.contains("/RES/") && !symbol.contains("/PRST/")
        return symbols.contains(symbol) || isDraft && symbols.contains(nil)
    }

    private static func withdraw(_ failed: Set<Int>, from meeting: inout Meeting, _ passages: [Passage]) {
        let kept = meeting.decisions.indices.filter { !failed.contains($0) }
        let places = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1, $0) })
        // Blocks and passages come in the order of the lines.
        var later = passages[...]
        for index in meeting.blocks.indices {
            guard case .fullText(let decision) = meeting.blocks[index].content else { continue }
            let lines = meeting.blocks[index].lines
            if let place = places[decision] {
                meeting.blocks[index].content = .fullText(decision: place)
            } else {
                later = later.drop { $0.lines.lowerBound < lines.lowerBound }
                let words = later.prefix { $0.lines.lowerBound <= lines.upperBound }
                meeting.blocks[index].content = .other(words.map(\.paragraph))
            }
        }
        meeting.decisions = kept.map { meeting.decisions[$0] }
    }
}
