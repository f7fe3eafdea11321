extension Registry {
    /// Turns the owner's answers into what they mean: records of one person, and names that are kept apart.
    mutating func settleProposals() {
        for proposal in proposals {
            switch proposal.same {
            case true: unite(proposal)
            case false: separate(proposal)
            case nil: break
            }
        }
    }

    /// One record of all its people and of those that other records and answers already hold for one of them.
    private mutating func unite(_ proposal: Proposal) {
        let keys = Set(proposal.people.flatMap(\.names).map { FoldedName($0).key })
        let concerned = people.indices.filter { index in
            people[index].names.contains { keys.contains(FoldedName($0).key) }
                && proposal.people.contains { RegistryCheck.overlap($0, people[index]) }
        }
        let parts = concerned.map { people[$0] } + proposal.people
        var united = PersonRecord(name: parts[0].name, place: concerned.isEmpty ? proposal.place : parts[0].place)
        var seen: Set<String> = [FoldedName(united.name).key]
        for name in parts.flatMap(\.names) where seen.insert(FoldedName(name).key).inserted {
            united.otherNames.append(name)
        }
        if !parts.contains(where: \.offices.isEmpty) {
            for office in parts.flatMap(\.offices) where !united.offices.contains(office) {
                united.offices.append(office)
            }
        }
        if let first = concerned.first {
            people[first] = united
            for index in concerned.dropFirst().reversed() { people.remove(at: index) }
        } else {
            people.append(united)
        }
    }

    private mutating func separate(_ proposal: Proposal) {
        let forms = proposal.people.map { person in
            person.names.flatMap { name in
                let delegations = person.offices.compactMap(\.delegation)
                return delegations.isEmpty ? [name] : delegations.map { "\(name) (\($0))" }
            }
        }
        for (position, others) in forms.enumerated() {
            for one in forms[..<position].joined() {
                for other in others { different.append(Different(names: [one, other], place: proposal.place)) }
            }
        }
    }

    /// Whether a question stands in the registry already, answered or not.
    func holds(_ question: Proposal) -> Bool {
        proposals.contains { known in
            question.people.allSatisfy { person in
                let keys = Set(person.names.map { FoldedName($0).key })
                return known.people.contains { other in
                    RegistryCheck.overlap(person, other) && other.names.contains { keys.contains(FoldedName($0).key) }
                }
            }
        }
    }
}

extension Corpus {
    /// The open questions about persons, as entries for the registry.
    package var questions: [Registry.Proposal] {
        proposals.map { proposal in
            Registry.Proposal(
                because: proposal.reason.explanation,
                people: [proposal.first, proposal.second].map { record(of: self[$0]) })
        }
    }

    /// A person as the registry would describe them: all names that are not the same but for case and initials, and
    /// every delegation or, without one, role.
    private func record(of person: Person) -> Registry.PersonRecord {
        var record = Registry.PersonRecord(name: person.name)
        var seen: Set<String> = [FoldedName(person.name).key]
        for variant in person.variants {
            let title = variant.printed.split(separator: " ").first.map(String.init)
            guard CourtesyTitle(title) == nil, seen.insert(FoldedName(variant.printed).key).inserted else { continue }
            record.otherNames.append(variant.printed)
        }
        for affiliation in person.affiliations {
            let delegation = affiliation.delegation.map { self[$0].name }
            let office = Registry.Office(delegation: delegation, role: delegation == nil ? affiliation.role : nil)
            if office != Registry.Office(), !record.offices.contains(office) { record.offices.append(office) }
        }
        return record
    }
}
