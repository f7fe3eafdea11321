/// Somebody who spoke, in all the meetings of the corpus.
package struct Person: Sendable {
    /// Its part of the address, unique in the corpus: `koro-bessho`.
    package internal(set) var id: String
    /// In reading case, the form the texts print most: `Koro Bessho`; `Ms. Jaquez` where no text tells more.
    package let name: String
    /// The name as printed in openers, each form once, the most frequent first.
    package let variants: [NameVariant]
    /// Every turn, in order of time.
    package let turns: [TurnRef]
    /// In which roles and for which delegations, in order of first appearance.
    package let affiliations: [Affiliation]
    /// On behalf of whom besides the own delegation, most turns first.
    package let spokeFor: [Association]
    /// Why turns under different names, roles or delegations are taken for one person's; empty where there is only one.
    package let evidence: [Evidence]
    /// Length of all turns.
    package internal(set) var words: Int

    /// A form of a name, as printed.
    package struct NameVariant: Sendable, Hashable {
        package let printed: String
        package let turns: Int
        /// Where it stands first.
        package let first: TurnRef
    }

    /// A role, a delegation, or both, and from when to when the corpus shows it.
    package struct Affiliation: Sendable, Hashable {
        package let role: String?
        package let delegation: Ref<Delegation>?
        /// In order of time, at least one: the first and the last are those of its dates.
        package let turns: [TurnRef]
    }

    /// A reason to take turns for one person's.
    package struct Evidence: Sendable, Hashable {
        package let rule: Rule
        /// The turn that was joined by it.
        package let turn: TurnRef

        package enum Rule: String, Sendable, Hashable, CaseIterable {
            /// The same name but for case, diacritics, hyphens and initials, for the same delegation.
            case sameNameAndDelegation = "same-name-and-delegation"
            /// The same name, in offices that share a word of their title.
            case sameNameAndOffice = "same-name-and-office"
            /// The same name, once for a delegation and once for an office, in one meeting.
            case sameNameInMeeting = "same-name-in-meeting"
            /// A title and surname, after the full name in the same meeting.
            case surnameInMeeting = "surname-in-meeting"
            /// A title and surname, and one full name only that fits in the same delegation at that time.
            case surnameInDelegation = "surname-in-delegation"
            /// The site's registry says so.
            case registry
        }
    }
}

/// Turns that tie a person or a delegation to another delegation: speaking on its behalf, or associating with it.
package struct Association: Sendable, Hashable {
    package let delegation: Ref<Delegation>
    package let turns: [TurnRef]
}
