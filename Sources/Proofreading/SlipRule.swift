import Diagnostics

/// One kind of slip an editor would want to hear of.
///
/// A rule says only what is certain: one that is wrong more than once in twenty is no rule. It reads the whole text in
/// linear time and knows nothing of other rules.
protocol SlipRule: Sendable {
    /// Stable and kebab-case, documented in `Documentation/Diagnostics.md`.
    static var id: String { get }

    /// The slips in the order of the text.
    func slips(in text: ProofText) -> [Slip]
}

/// Something in a text that was hardly meant so.
struct Slip: Sendable, Equatable {
    /// Where it stands, in `ProofText.bytes`; nil when it is something the text does not have.
    var range: Range<Int>?
    var message: String
    /// What to write instead or to look up, as an imperative; nil where the rule cannot know.
    var suggestion: String?

    init(at range: Range<Int>?, _ message: String, suggestion: String? = nil) {
        self.range = range
        self.message = message
        self.suggestion = suggestion
    }
}
