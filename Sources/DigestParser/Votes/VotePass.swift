import Meetings

/// Finds the votes a release tells, each once, though headline, summary and action all may tell it.
///
/// A unanimous adoption, or one without a vote, has no tally: it is a decision, not a vote here.
enum VotePass {
    /// - Parameter actions: what the release tells of votes, in the order of the text.
    static func run(on meeting: inout Meeting, actions: [Action]) {
        var register = VoteRegister()
        for action in actions where !action.isRecalled { register.add(action) }
        register.addFigureless(actions.filter { $0.isFigureless && !$0.isRecalled })
        meeting.votes = register.votes
    }
}
