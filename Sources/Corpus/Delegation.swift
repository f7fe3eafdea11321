/// A State, organisation, office or group that somebody spoke for, voted for or associated with.
package struct Delegation: Sendable {
    /// Its part of the address, unique in the corpus: `japan`, `turkiye`, `european-union`.
    package internal(set) var id: String
    /// The name of its page: for a State the short form of the table of States, else as printed, without
    /// article and bracketed abbreviation.
    package let name: String
    package let kind: Kind
    /// ISO 3166-1 alpha-3, for a State.
    package let code: String?
    /// `Republic of Türkiye`, for a State.
    package let formalName: String?
    /// `OSCE`, as printed in brackets after the name or known to the table of organisations.
    package let abbreviation: String?
    /// The names as printed, each form once, the most frequent first.
    package let variants: [String]
    /// Delegations that the registry says it came after, and those that came after it.
    package internal(set) var predecessors: [Ref<Delegation>] = []
    package internal(set) var successors: [Ref<Delegation>] = []
    /// Every turn for it, those of unnamed speakers too, in order of time.
    package internal(set) var turns: [TurnRef] = []
    /// Statements announced for it and not given yet.
    package internal(set) var placeholders: [TurnRef] = []
    /// Who spoke for it, in order of first appearance.
    package internal(set) var speakers: [Spokesperson] = []
    package internal(set) var votes: [CastVote] = []
    /// On behalf of whom its speakers spoke besides, most turns first.
    package internal(set) var spokeFor: [Association] = []
    /// Whom its speakers associated with, most turns first.
    package internal(set) var alignedWith: [Association] = []
    /// The other way round: who spoke on its behalf (for a group, its voice in each meeting), by delegation;
    /// turns of speakers without delegation are only in `turnsOnBehalf`.
    package internal(set) var representedBy: [Association] = []
    /// Who associated with it, by delegation.
    package internal(set) var alignedBy: [Association] = []
    /// Turns of others that were also given on its behalf, in order of time.
    package internal(set) var turnsOnBehalf: [TurnRef] = []
    /// Turns of others that associated with it, in order of time.
    package internal(set) var turnsAligned: [TurnRef] = []
    /// Turns of others within which it is heard too, in order of time.
    package internal(set) var turnsHeardIn: [TurnRef] = []
    /// Length of all its turns.
    package internal(set) var words = 0

    package enum Kind: String, Sendable, Hashable, CaseIterable {
        case state
        /// A State that is an observer.
        case observer
        /// An organisation of States: `European Union`, `INTERPOL`.
        case organisation
        /// An office, programme or agency of the house: `United Nations Office on Drugs and Crime`.
        case office
        /// States that speak together without being an organisation: `Nordic countries`, `Group of Friends …`.
        case group
        case civilSociety = "civil-society"
    }

    /// Somebody who spoke for it.
    package struct Spokesperson: Sendable, Hashable {
        package let person: Ref<Person>
        /// In order of time, at least one.
        package let turns: [TurnRef]
    }

    /// A vote that names it.
    package struct CastVote: Sendable, Hashable {
        package let meeting: Ref<MeetingEntry>
        /// Index into `Meeting.votes`.
        package let vote: Int
        package let position: Position

        package enum Position: String, Sendable, Hashable { case favour, against, abstain }
    }
}
