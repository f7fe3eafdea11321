/// Two persons of the corpus who may be one: a question to the site's owner.
package struct SamePersonProposal: Sendable, Hashable {
    package let first: Ref<Person>
    package let second: Ref<Person>
    package let reason: Reason

    package enum Reason: String, Sendable, Hashable {
        /// One name, and nothing that joins or separates the offices.
        case sameName = "same-name"
        /// Names a letter apart, for one delegation.
        case nearSpelling = "near-spelling"
        /// First name and another name in common, for one delegation.
        case partOfName = "part-of-name"

        /// In words, for the owner.
        package var explanation: String {
            switch self {
            case .sameName: "the same name, and nothing that joins or separates their offices"
            case .nearSpelling: "their names are a letter apart, for the same delegation"
            case .partOfName: "they share a first name and another name, for the same delegation"
            }
        }
    }
}
