import Meetings

/// A State with a statement that the summary's list of speakers leaves out.
///
/// Only where the list names nearly everybody else: many releases list but some of those who spoke.
struct UnlistedSpeakerRule: SlipRule {
    static let id = "statement-not-listed"

    let states: StateTable
    let names: StateNames

    func slips(in text: ProofText) -> [Slip] {
        let roll = Roll(text, states, names)
        guard roll.isComplete else { return [] }
        var told: Set<String> = []
        return text.turns.compactMap { turn in
            guard let delegation = turn.statement.speaker.delegation, let state = states.state(named: delegation),
                !roll.named.contains(state.code), told.insert(state.code).inserted, let passage = turn.passages.first,
                let place = place(of: state, in: passage, text)
            else { return nil }
            return Slip(
                at: place, "“\(delegation)” spoke and is not in the summary's list of speakers",
                suggestion: "Put the name into the list.")
        }
    }

    private func place(of state: State, in passage: Passage, _ text: ProofText) -> Range<Int>? {
        names.all(in: passage, of: text.bytes).lazy.map { passage.range($0.lowerBound...$0.upperBound - 1) }
            .first { states.state(named: text.string($0)) == state }
    }
}
