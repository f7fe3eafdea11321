import Meetings

/// The counts and names of one vote, as a sentence gives them.
struct Tally: Equatable {
    var favour: Int?
    var against: Int?
    var abstain: Int?
    var names = Vote.Names()
    /// Where in the text it stands.
    var range: Range<Int>
}

/// Which side of a vote a count or a list of names stands on.
enum Side: CaseIterable {
    case favour, against, abstain

    var count: WritableKeyPath<Tally, Int?> {
        switch self {
        case .favour: \.favour
        case .against: \.against
        case .abstain: \.abstain
        }
    }

    var names: WritableKeyPath<Tally, [String]> {
        switch self {
        case .favour: \.names.favour
        case .against: \.names.against
        case .abstain: \.names.abstain
        }
    }
}
