import Meetings

/// The names that digests print for delegations, and what each is used for.
struct PrintedDelegations {
    /// Texts of the concordance, and behind them organisations that roles end in.
    let names: [String]
    /// How many of them are texts.
    let texts: Int
    /// Of each whether it is used for a delegation.
    let isUsed: [Bool]
    /// For each speaker the name of the delegation, a place in `names`: as printed, or the organisation that the role ends in.
    let ofSpeaker: [Int?]
    /// By name.
    let uses: [String: DelegationNames.Use]

    init(_ concordance: Concordance) {
        var names = concordance.texts
        texts = names.count
        var roles = RoleReader(organisations: .shipped)
        let ofSpeaker = concordance.speakers.map { speaker -> Int? in
            if let printed = speaker.delegation { return Int(printed) }
            guard let role = speaker.role, let organisation = roles.organisation(in: concordance.texts[Int(role)])
            else { return nil }
            names.append(organisation)
            return names.count - 1
        }
        var uses = Array(repeating: DelegationNames.Use(), count: names.count)
        for parts in concordance.meetings {
            for opener in parts.openers {
                if let name = ofSpeaker[Int(opener.speaker)] {
                    uses[name].turns += 1
                    if concordance.speakers[Int(opener.speaker)].role == nil { uses[name].bare += 1 }
                }
                for tie in opener.ties {
                    if tie.relation == .heard {
                        uses[Int(tie.name)].turns += 1
                    } else {
                        uses[Int(tie.name)].groups += 1
                    }
                }
            }
            for announcement in parts.announcements {
                if let name = announcement.delegation { uses[Int(name)].turns += 1 }
            }
            for ballot in parts.ballots {
                for name in ballot.favour + ballot.against + ballot.abstain { uses[Int(name)].votes += 1 }
            }
        }
        self.names = names
        self.ofSpeaker = ofSpeaker
        isUsed = uses.map { !$0.isNone }
        self.uses = zip(names, uses).reduce(into: [:]) { found, next in
            if !next.1.isNone { found[next.0, default: DelegationNames.Use()] += next.1 }
        }
    }
}

/// Which delegations the printed names mean, by their places in the concordance. An object, because it is asked for each statement.
final class DelegationRefs: Sendable {
    private let speakers: [Ref<Delegation>?]
    private let names: [Ref<Delegation>?]
    private let joint: [Int32: [Ref<Delegation>]]
    /// Places of speakers, and of names, that stand for a delegation.
    private let used: (speakers: [Bool], names: [Bool])

    init(_ printed: PrintedDelegations, _ meanings: DelegationNames.Meanings) {
        let names = zip(printed.names, printed.isUsed).map { name, isUsed in isUsed ? meanings.single[name] : nil }
        self.names = Array(names.prefix(printed.texts))
        used = (printed.ofSpeaker.map { $0.map { printed.isUsed[$0] } ?? false }, printed.isUsed)
        speakers = printed.ofSpeaker.map { $0.flatMap { names[$0] } }
        var joint: [Int32: [Ref<Delegation>]] = [:]
        if !meanings.joint.isEmpty {
            for (place, name) in printed.names.enumerated() { joint[Int32(place)] = meanings.joint[name] }
        }
        self.joint = joint
    }

    /// Whether each place that the other knows, and that is still used, means the same here.
    func begins(like other: DelegationRefs) -> Bool {
        other.speakers.indices.allSatisfy { !used.speakers[$0] || speakers[$0] == other.speakers[$0] }
            && other.names.indices.allSatisfy {
                !used.names[$0] || names[$0] == other.names[$0] && joint[Int32($0)] == other.joint[Int32($0)]
            }
    }

    func ofSpeaker(_ speaker: Int32) -> Ref<Delegation>? { speakers[Int(speaker)] }

    func single(_ name: Int32) -> Ref<Delegation>? { names[Int(name)] }

    /// Where somebody speaks on behalf of others, or associates with them.
    func group(_ name: Int32) -> [Ref<Delegation>] { single(name).map { [$0] } ?? joint[name] ?? [] }
}
