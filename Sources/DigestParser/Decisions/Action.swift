import Meetings

/// What a sentence says was done with a text: adopted or rejected, how, and by what tally.
struct Action {
    /// Where a release tells it. Summary and headline tell again what the action tells.
    enum Place: Int, Comparable {
        case headline, summary, action

        static func < (a: Place, b: Place) -> Bool { a.rawValue < b.rawValue }
    }

    var place: Place
    var lines: LineRange
    var outcome: Vote.Outcome
    var text: VotedText
    var manner: Decision.Adoption?
    var tally: Tally?
    /// False where only the figures tell what became of the text.
    var isOutcomeTold = true
    /// Told of another day, or as a hope.
    var isRecalled = false
    /// `The amendment was not adopted.`: a vote that failed, told by the action without its figures.
    var isFigureless = false
}

extension Action {
    /// The same figures on the same text: a veto tells in words what the figures do not.
    func tellsSameVote(as other: Action) -> Bool {
        guard let tally, let second = other.tally,
            text.symbol == other.text.symbol || text.symbol == nil || other.text.symbol == nil
        else { return false }
        return (tally.favour, tally.against, tally.abstain) == (second.favour, second.against, second.abstain)
    }
}
