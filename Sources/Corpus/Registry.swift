/// What the site's owner knows better than any rule: who is the same person, who is not, and which names a
/// delegation has. It decides over everything (`Documentation/Registry.md`).
package struct Registry: Sendable, Hashable {
    package var people: [PersonRecord]
    package var different: [Different]
    package var delegations: [DelegationRecord]

    package static let empty = Registry(people: [], different: [], delegations: [])

    /// One person, with all names.
    package struct PersonRecord: Sendable, Hashable {
        /// The preferred form.
        package var name: String
        package var otherNames: [String]
        /// Where they may have spoken from; empty for anywhere.
        package var offices: [Office]

        package init(name: String, otherNames: [String] = [], offices: [Office] = []) {
            self.name = name
            self.otherNames = otherNames
            self.offices = offices
        }
    }

    /// A delegation or a role, and when. Dates are days, months or years (`2016`), both included.
    package struct Office: Sendable, Hashable {
        package var delegation: String?
        package var role: String?
        package var from: String?
        package var until: String?

        package init(delegation: String? = nil, role: String? = nil, from: String? = nil, until: String? = nil) {
            self.delegation = delegation
            self.role = role
            self.from = from
            self.until = until
        }
    }

    /// Names that look like one person's and are not.
    package struct Different: Sendable, Hashable {
        package var names: [String]

        package init(names: [String]) { self.names = names }
    }

    /// One State, organisation or group, with all names.
    package struct DelegationRecord: Sendable, Hashable {
        package var name: String
        package var otherNames: [String]
        package var kind: Delegation.Kind?

        package init(name: String, otherNames: [String] = [], kind: Delegation.Kind? = nil) {
            self.name = name
            self.otherNames = otherNames
            self.kind = kind
        }
    }
}
