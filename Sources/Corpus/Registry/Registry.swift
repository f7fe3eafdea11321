import Diagnostics

/// What the site's owner knows better than any rule: who is the same person, who is not, and which names a
/// delegation has. It decides over everything (`Documentation/Registry.md`).
package struct Registry: Sendable, Equatable {
    /// The file as the user names it, when it was read from one.
    package var file: String?
    package var people: [PersonRecord] = []
    package var different: [Different] = []
    package var delegations: [DelegationRecord] = []
    /// Questions that `rapporteur people --propose` wrote down; `people` and `different` hold what their answers mean.
    package var proposals: [Proposal] = []

    package static let empty = Registry()

    package init(
        people: [PersonRecord] = [], different: [Different] = [], delegations: [DelegationRecord] = []
    ) {
        self.people = people
        self.different = different
        self.delegations = delegations
    }

    /// One person, with all names.
    package struct PersonRecord: Sendable, Equatable {
        /// The preferred form.
        package var name: String
        package var otherNames: [String]
        /// Where the person may have spoken from; empty for anywhere.
        package var offices: [Office]
        /// Where the record stands in its file.
        package var place: PlacedJSON.Place?

        package init(
            name: String, otherNames: [String] = [], offices: [Office] = [], place: PlacedJSON.Place? = nil
        ) {
            self.name = name
            self.otherNames = otherNames
            self.offices = offices
            self.place = place
        }

        var names: [String] { [name] + otherNames }
    }

    /// A delegation or a role, and when. Dates are days, months or years (`2016`), both included.
    package struct Office: Sendable, Equatable {
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

    /// Names that look like one person's and are not: `Name`, or `Name (Delegation)`.
    package struct Different: Sendable, Equatable {
        package var names: [String]
        package var place: PlacedJSON.Place?

        package init(names: [String], place: PlacedJSON.Place? = nil) {
            self.names = names
            self.place = place
        }
    }

    /// Persons who may be one, for the owner to say.
    package struct Proposal: Sendable, Equatable {
        /// The owner's answer: one person, or different ones; nil as long as there is none.
        package var same: Bool?
        /// Why it is asked, in words.
        package var because: String?
        /// At least two.
        package var people: [PersonRecord]
        package var place: PlacedJSON.Place?

        package init(
            same: Bool? = nil, because: String? = nil, people: [PersonRecord], place: PlacedJSON.Place? = nil
        ) {
            self.same = same
            self.because = because
            self.people = people
            self.place = place
        }
    }

    /// One State, organisation or group, with all names.
    package struct DelegationRecord: Sendable, Equatable {
        package var name: String
        package var otherNames: [String]
        package var kind: Delegation.Kind?
        /// Delegations with pages of their own that it came after.
        package var successorOf: [String]
        package var place: PlacedJSON.Place?

        package init(
            name: String, otherNames: [String] = [], kind: Delegation.Kind? = nil, successorOf: [String] = [],
            place: PlacedJSON.Place? = nil
        ) {
            self.name = name
            self.otherNames = otherNames
            self.kind = kind
            self.successorOf = successorOf
            self.place = place
        }

        var names: [String] { [name] + otherNames }
    }
}
