/// What a link shows of a person or a delegation.
package struct EntryLabel: Sendable, Hashable {
    package let id: String
    package let name: String
}

/// The names of a delegation besides that of its page.
package struct DelegationNameForms: Sendable, Hashable {
    package let formal: String?
    package let abbreviation: String?
    /// As printed, in alphabetical order.
    package let printed: [String]

    init(_ delegation: Delegation) {
        formal = delegation.formalName
        abbreviation = delegation.abbreviation
        printed = delegation.variants.sorted()
    }
}
