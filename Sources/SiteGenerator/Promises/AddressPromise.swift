import Corpus
import Diagnostics

/// What is owed to addresses that were published before: what moved is led on, what is lost is told.
struct AddressPromise: Sendable, Equatable {
    /// From addresses that would be gone, by path.
    var redirects: [Redirect] = []
    /// For each meeting by id, and each of its statements, the anchors it had before.
    var oldAnchors: [String: [String: [String]]] = [:]
    var diagnostics: [Diagnostic] = []
    /// The meetings, by id, among whose words lost anchors were looked for.
    var compared: Set<String> = []

    /// Whether nothing is owed. Then nothing is owed to what was published with these pages either.
    var isEmpty: Bool { self == AddressPromise() }
}

/// A promise that holds for later builds too, as long as the same is linked.
struct KeptPromise: Sendable {
    let promise: AddressPromise
    /// Marks of the files of addresses that nothing else is owed to.
    let published: Set<String>
    /// The mark of the file in which every page stands as it was linked; nil where no build published these pages.
    let complete: String?

    /// Whether it holds against a file of addresses although the words of these meetings changed.
    func holds(against mark: String, corrected: some Sequence<String>) -> Bool {
        published.contains(mark) && promise.compared.isDisjoint(with: corrected)
    }
}
