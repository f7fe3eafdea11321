/// What the list of delegations shows of one.
package struct DelegationRow: Sendable, Hashable {
    package let id: String
    package let name: String
    package let kind: Delegation.Kind
    /// How many statements were given for it.
    package let statements: Int

    init(_ delegation: Delegation) {
        id = delegation.id
        name = delegation.name
        kind = delegation.kind
        statements = delegation.turns.count
    }
}
