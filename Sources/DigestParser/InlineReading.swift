import Diagnostics
import Meetings

/// What stands inside the paragraphs of a meeting whose blocks are read: decisions, votes, references.
enum InlineReading {
    /// Fills `decisions` (joining full texts already there), `votes`, and the references of every text; adds diagnostics.
    ///
    /// - Parameters:
    ///   - source: the text the meeting was read from, for the columns of diagnostics.
    ///   - passages: of the whole release, in order.
    static func read(_ meeting: inout Meeting, in source: SourceText, passages: [Passage], states: StateTable) {
        let drafts = DraftSymbols(meeting)
        let actions = ActionReader.actions(of: meeting, drafts: drafts, states: states)
        DecisionPass.run(on: &meeting, actions: actions, passages: passages)
        VotePass.run(on: &meeting, actions: actions)
        ReferencePass.run(on: &meeting, in: source, drafts: drafts, states: states)
    }
}
