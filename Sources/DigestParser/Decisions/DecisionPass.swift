import Meetings

/// Finds the texts a meeting adopted, each once, and joins them to the full texts already read.
///
/// A text that was rejected or vetoed is no decision, and one that is merely recalled is none of this meeting's.
enum DecisionPass {
    /// - Parameter actions: what the release tells of adoptions, in the order of the text.
    static func run(on meeting: inout Meeting, actions: [Action]) {
        var register = DecisionRegister(meeting.decisions)
        for action in actions where action.outcome == .adopted && !action.isRecalled { register.add(action) }
        meeting.decisions = register.decisions
    }
}
