/// What the list of persons shows of one.
package struct PersonRow: Sendable, Hashable {
    package let id: String
    package let name: String
    /// The first that the person spoke for.
    package let delegation: Ref<Delegation>?

    init(_ person: Person) {
        id = person.id
        name = person.name
        delegation = person.affiliations.lazy.compactMap(\.delegation).first
    }
}
