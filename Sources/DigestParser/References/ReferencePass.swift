import Diagnostics
import Meetings

/// Fills the references of every paragraph, and says what is wrong with malformed ones.
///
/// Runs after `DecisionPass`: "today's resolution" is the decision of the meeting.
enum ReferencePass {
    static func run(on meeting: inout Meeting, in source: SourceText) {}
}
