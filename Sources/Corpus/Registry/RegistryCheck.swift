import Diagnostics
import Meetings

/// Finds where a registry contradicts itself.
struct RegistryCheck {
    private let registry: Registry

    init(_ registry: Registry) { self.registry = registry }

    func report(to decoder: inout PlacedJSONDecoder) {
        reportSharedNames(to: &decoder)
        reportJoinedAndApart(to: &decoder)
        reportSharedDelegations(to: &decoder)
    }

    /// One name in two records: fine as long as the offices tell whose a turn is.
    private func reportSharedNames(to decoder: inout PlacedJSONDecoder) {
        var owners: [String: [Int]] = [:]
        for (index, record) in registry.people.enumerated() {
            for key in Set(record.names.map { FoldedName($0).key }) { owners[key, default: []].append(index) }
        }
        var reported: Set<[Int]> = []
        for key in owners.keys.sorted() {
            for (position, second) in (owners[key] ?? []).enumerated() {
                for first in (owners[key] ?? [])[..<position] {
                    let (one, other) = (registry.people[first], registry.people[second])
                    guard Self.overlap(one, other), let place = other.place, reported.insert([first, second]).inserted
                    else { continue }
                    decoder.report(
                        "registry-two-people", at: place,
                        "\"\(other.name)\" and \"\(one.name)\" (line \(one.place?.line ?? 0)) share a name, and nothing tells whose a statement is",
                        suggestion: "Give both \"offices\" with different delegations or dates that do not overlap, "
                            + "or make one entry of them.")
                }
            }
        }
    }

    /// Whether a statement might be either's, as far as offices and dates tell.
    static func overlap(_ a: Registry.PersonRecord, _ b: Registry.PersonRecord) -> Bool {
        if a.offices.isEmpty || b.offices.isEmpty { return true }
        return a.offices.contains { office in b.offices.contains { overlap(office, $0) } }
    }

    private static func overlap(_ a: Registry.Office, _ b: Registry.Office) -> Bool {
        func mayBeOne(_ one: String?, _ other: String?) -> Bool {
            guard let one, let other else { return true }
            return Slug.make(one) == Slug.make(other)
        }
        // "~" stands behind every digit: a year lasts until its end.
        let begins = max(a.from ?? "", b.from ?? "")
        let ends = min((a.until ?? "") + "~", (b.until ?? "") + "~")
        return mayBeOne(a.delegation, b.delegation) && mayBeOne(a.role, b.role) && begins <= ends
    }

    /// The same names in one record and in "different".
    private func reportJoinedAndApart(to decoder: inout PlacedJSONDecoder) {
        var owners: [String: [Int]] = [:]
        for (index, record) in registry.people.enumerated() {
            for key in Set(record.names.map { FoldedName($0).key }) { owners[key, default: []].append(index) }
        }
        var reported: Set<String> = []
        for different in registry.different {
            var seen: [Int: String] = [:]
            for name in different.names {
                let (plain, delegation) = Self.parts(of: name)
                let records = (owners[FoldedName(plain).key] ?? []).filter {
                    Self.covers(registry.people[$0], delegation)
                }
                guard let record = records.first, let place = different.place else { continue }
                let other = seen[record]
                seen[record] = name
                guard let other, reported.insert("\(other)|\(name)").inserted else { continue }
                decoder.report(
                    "registry-joined-and-apart", at: place,
                    "\"\(other)\" and \"\(name)\" are kept apart here and are one person in line "
                        + "\(registry.people[record].place?.line ?? 0)",
                    suggestion: "Remove one of the two entries, or change its answer.")
            }
        }
    }

    /// `Name (Delegation)` in its two parts.
    private static func parts(of name: String) -> (name: String, delegation: String?) {
        guard name.hasSuffix(")"), let open = name.lastIndex(of: "(") else { return (name, nil) }
        return (String(name[..<open]), String(name[name.index(after: open)...].dropLast()))
    }

    private static func covers(_ record: Registry.PersonRecord, _ delegation: String?) -> Bool {
        guard let delegation, !record.offices.isEmpty else { return true }
        return record.offices.contains { $0.delegation.map { Slug.make($0) == Slug.make(delegation) } ?? true }
    }

    private func reportSharedDelegations(to decoder: inout PlacedJSONDecoder) {
        var owner: [String: Int] = [:]
        for (index, record) in registry.delegations.enumerated() {
            for name in record.names {
                let known = owner[Slug.make(name)]
                owner[Slug.make(name)] = known ?? index
                guard let known, known != index, let place = record.place else { continue }
                decoder.report(
                    "registry-two-delegations", at: place,
                    "\"\(name)\" already belongs to \"\(registry.delegations[known].name)\" in line "
                        + "\(registry.delegations[known].place?.line ?? 0)",
                    suggestion: "Leave the name in one of the two entries.")
            }
        }
    }
}
