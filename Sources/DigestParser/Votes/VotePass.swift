import Meetings

/// Finds the votes a release tells, each once.
enum VotePass {
    static func run(on meeting: inout Meeting, states: StateTable) {}
}
