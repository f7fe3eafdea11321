import Meetings

/// Finds the texts a meeting adopted, each once, and joins them to the full texts already read.
enum DecisionPass {
    static func run(on meeting: inout Meeting) {}
}
