import Synchronization

/// The changes of a session that no build has seen to its end.
final class UnbuiltChanges: Sendable {
    private let state = Mutex(State())

    private struct State {
        var last = 0
        var files: [Int: Set<String>] = [:]
    }

    /// Notes the files of a change.
    /// - Returns: its number, and the files of all that are unbuilt.
    func add(_ files: Set<String>) -> (number: Int, files: Set<String>) {
        state.withLock { state in
            state.last += 1
            state.files[state.last] = files
            return (state.last, state.files.values.reduce(into: []) { $0.formUnion($1) })
        }
    }

    /// Forgets those that a build has seen.
    func remove(upTo number: Int) {
        state.withLock { state in state.files = state.files.filter { $0.key > number } }
    }
}
