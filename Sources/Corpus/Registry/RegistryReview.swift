import Diagnostics
import Meetings

/// Holds the registry against the corpus: records that nothing matches, and records that would make one person of two.
struct RegistryReview {
    let registry: Registry
    let entries: [MeetingEntry]
    let delegations: [Delegation]

    /// - Parameter persons: the persons that records made, by record.
    func diagnostics(_ persons: [Int: Person]) -> [Diagnostic] {
        registry.people.indices.compactMap { index in
            guard let person = persons[index] else { return unused(registry.people[index]) }
            return registry.people[index].offices.isEmpty ? merged(person, by: registry.people[index]) : nil
        }
    }

    private func unused(_ record: Registry.PersonRecord) -> Diagnostic {
        diagnostic(
            "registry-unused", .note, record, message: "no statement is by anybody called “\(record.name)”",
            suggestion: "Compare the names and offices with what the digests print, or keep the entry for later ones.")
    }

    /// Somebody cannot be the delegate of two States in the same years.
    private func merged(_ person: Person, by record: Registry.PersonRecord) -> Diagnostic? {
        let states = person.affiliations.compactMap { affiliation -> (name: String, years: ClosedRange<Int>)? in
            guard let delegation = affiliation.delegation.map({ delegations[$0.index] }), delegation.isState
            else { return nil }
            let years = affiliation.turns.compactMap { entries[$0.meeting.index].year }
            guard let first = years.min(), let last = years.max() else { return nil }
            return (delegation.name, first...last)
        }
        for (index, one) in states.enumerated() {
            guard let other = states[..<index].first(where: { $0.name != one.name && $0.years.overlaps(one.years) })
            else { continue }
            return diagnostic(
                "registry-merges-two", .error, record,
                message: "“\(record.name)” would be one person for \(other.name) and for \(one.name) in the same years",
                suggestion:
                    "Write “offices” with a delegation into the entry, and a second entry for the other person; "
                    + "if it is one person, write both delegations there.")
        }
        return nil
    }

    private func diagnostic(
        _ id: String, _ severity: Diagnostic.Severity, _ record: Registry.PersonRecord, message: String,
        suggestion: String
    ) -> Diagnostic {
        Diagnostic(
            id: id, severity: severity, file: registry.file, lines: record.place.map { $0.line...$0.line },
            column: record.place?.column, length: record.place?.length, message: message, suggestion: suggestion)
    }
}
