import Meetings

/// A State in the summary's list of speakers that has no statement (genre: summary).
struct SilentSpeakerRule: SlipRule {
    static let id = "listed-without-statement"

    let states: StateTable
    let names: StateNames

    func slips(in text: ProofText) -> [Slip] {
        let roll = Roll(text, states, names)
        guard roll.isComplete else { return [] }
        return text.passages.filter { $0.part == .summary }.flatMap { passage -> [Slip] in
            names.all(in: passage, of: text.bytes).compactMap { words in
                let range = passage.range(words.lowerBound...words.upperBound - 1)
                guard let code = states.state(named: text.string(range))?.code, roll.listed.contains(code),
                    !roll.spoken.contains(code), !roll.represented.contains(code),
                    roll.lines(listing: code).contains(text.line(at: range.lowerBound))
                else { return nil }
                return Slip(
                    at: range, "“\(text.string(range))” is listed as having spoken and has no statement",
                    suggestion: "Put the statement in, or take the name out of the list.")
            }
        }
    }
}
