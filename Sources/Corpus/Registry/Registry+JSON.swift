import Diagnostics

extension Registry {
    enum Key: String, CaseIterable {
        case schema = "$schema"
        case people, different, delegations, proposals
    }

    enum ProposalKey: String, CaseIterable { case same, because, people }
    enum PersonKey: String, CaseIterable { case name, otherNames, offices }
    enum OfficeKey: String, CaseIterable { case delegation, role, from, until }
    enum DelegationKey: String, CaseIterable { case name, otherNames, kind, successorOf }

    /// Reads a registry, described for people by `Documentation/Registry.md` and for editors by
    /// `Documentation/registry.schema.json`.
    /// - Parameter file: as the user names it, for the diagnostics.
    /// - Throws: everything that is wrong with it or contradicts itself, each at its place.
    package init(file: String, bytes: [UInt8]) throws(DiagnosticError) {
        let json = try PlacedJSON(file: file, bytes: bytes)
        var decoder = PlacedJSONDecoder(file: file)
        self.init()
        self.file = file
        if let root = decoder.object(json, named: file, keys: Key.allCases.map(\.rawValue)) {
            _ = decoder.string(Key.schema.rawValue, of: root)
            people = (decoder.list(Key.people.rawValue, of: root) ?? []).compactMap { Self.person($0, &decoder) }
            for entry in decoder.list(Key.different.rawValue, of: root) ?? [] { readDifferent(entry, &decoder) }
            for entry in decoder.list(Key.delegations.rawValue, of: root) ?? [] { readDelegation(entry, &decoder) }
            for entry in decoder.list(Key.proposals.rawValue, of: root) ?? [] { readProposal(entry, &decoder) }
            if decoder.diagnostics.isEmpty { settleProposals() }
        }
        if decoder.diagnostics.isEmpty { RegistryCheck(self).report(to: &decoder) }
        guard decoder.diagnostics.isEmpty else { throw DiagnosticError(decoder.diagnostics) }
    }

    private static func person(_ json: PlacedJSON, _ decoder: inout PlacedJSONDecoder) -> PersonRecord? {
        let keys = PersonKey.allCases.map(\.rawValue)
        guard let entry = decoder.object(json, named: "an entry of \"people\"", keys: keys),
            let name = Self.name(of: entry, &decoder)
        else { return nil }
        let offices = decoder.list(PersonKey.offices.rawValue, of: entry) ?? []
        return PersonRecord(
            name: name, otherNames: decoder.strings(PersonKey.otherNames.rawValue, of: entry) ?? [],
            offices: offices.compactMap { Self.office($0, &decoder) }, place: entry.place)
    }

    private mutating func readProposal(_ json: PlacedJSON, _ decoder: inout PlacedJSONDecoder) {
        let keys = ProposalKey.allCases.map(\.rawValue)
        guard let entry = decoder.object(json, named: "an entry of \"proposals\"", keys: keys) else { return }
        var proposal = Proposal(
            because: decoder.string(ProposalKey.because.rawValue, of: entry),
            people: (decoder.list(ProposalKey.people.rawValue, of: entry) ?? []).compactMap {
                Self.person($0, &decoder)
            }, place: entry.place)
        switch entry[ProposalKey.same.rawValue]?.value {
        case .bool(let same): proposal.same = same
        case .null, nil: break
        default:
            decoder.report(
                "registry-answer", at: entry[ProposalKey.same.rawValue]?.place ?? entry.place,
                "\"same\" takes true, false or null",
                suggestion: "Write true for one person, false for different ones, null to leave the question open.")
        }
        if proposal.people.count < 2, decoder.diagnostics.isEmpty {
            decoder.report(
                "registry-proposal", at: entry.place, "a proposal is about two people or more",
                suggestion: "Name both in \"people\", or remove the proposal.")
        }
        proposals.append(proposal)
    }

    private static func name(of entry: PlacedJSONDecoder.Object, _ decoder: inout PlacedJSONDecoder) -> String? {
        let suggestion = "Write the name as it should stand on the page, as \"name\": \"…\"."
        guard let json = decoder.require("name", of: entry, suggestion: suggestion) else { return nil }
        guard let name = decoder.string(json, named: "\"name\"") else { return nil }
        if FoldedName(name).key.isEmpty {
            decoder.report("registry-empty-name", at: json.place, "the name is empty", suggestion: suggestion)
            return nil
        }
        return name
    }

    private static func office(_ json: PlacedJSON, _ decoder: inout PlacedJSONDecoder) -> Office? {
        let keys = OfficeKey.allCases.map(\.rawValue)
        guard let entry = decoder.object(json, named: "an office", keys: keys) else { return nil }
        let office = Office(
            delegation: decoder.string(OfficeKey.delegation.rawValue, of: entry),
            role: decoder.string(OfficeKey.role.rawValue, of: entry),
            from: date(.from, of: entry, &decoder), until: date(.until, of: entry, &decoder))
        if let from = office.from, let until = office.until, from > until + "~", let json = entry["until"] {
            decoder.report(
                "registry-dates", at: json.place, "the office ends before it begins",
                suggestion: "Write the earlier date as \"from\" and the later one as \"until\".")
        }
        return office
    }

    private static func date(
        _ key: OfficeKey, of entry: PlacedJSONDecoder.Object, _ decoder: inout PlacedJSONDecoder
    ) -> String? {
        guard let json = entry[key.rawValue], let text = decoder.string(key.rawValue, of: entry) else { return nil }
        if isDate(text) { return text }
        decoder.report(
            "registry-dates", at: json.place, "\"\(text)\" is no date",
            suggestion: "Write a day, a month or a year: \"2016-12-20\", \"2016-12\" or \"2016\".")
        return nil
    }

    private static func isDate(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        let limits = [(4, 1...9999), (2, 1...12), (2, 1...31)]
        guard (1...3).contains(parts.count) else { return false }
        return zip(parts, limits).allSatisfy { part, limit in
            part.utf8.count == limit.0 && part.allSatisfy { $0.isASCII && $0.isNumber }
                && (Int(part).map(limit.1.contains) ?? false)
        }
    }

    private mutating func readDifferent(_ json: PlacedJSON, _ decoder: inout PlacedJSONDecoder) {
        guard case .array(let entries) = json.value, entries.count >= 2 else {
            decoder.report(
                "registry-different", at: json.place, "an entry of \"different\" should be a list of two names or more",
                suggestion: "Write it as [\"Name (Delegation)\", \"Name (Other delegation)\"].")
            return
        }
        let names = entries.compactMap { decoder.string($0, named: "a name in \"different\"") }
        different.append(Different(names: names, place: json.place))
    }

    private mutating func readDelegation(_ json: PlacedJSON, _ decoder: inout PlacedJSONDecoder) {
        let keys = DelegationKey.allCases.map(\.rawValue)
        guard let entry = decoder.object(json, named: "an entry of \"delegations\"", keys: keys),
            let name = Self.name(of: entry, &decoder)
        else { return }
        var kind: Delegation.Kind?
        if let json = entry[DelegationKey.kind.rawValue], let text = decoder.string(json, named: "\"kind\"") {
            kind = Delegation.Kind(rawValue: text)
            let known = Delegation.Kind.allCases.map(\.rawValue)
            if kind == nil {
                let nearest = NearestName.of(text, among: known)
                decoder.report(
                    "registry-kind", at: json.place, "\"\(text)\" is no kind of delegation",
                    suggestion: nearest.map { "Write \"\($0)\"." } ?? "Write one of \(known.joined(separator: ", ")).")
            }
        }
        delegations.append(
            DelegationRecord(
                name: name, otherNames: decoder.strings(DelegationKey.otherNames.rawValue, of: entry) ?? [],
                kind: kind, successorOf: decoder.strings(DelegationKey.successorOf.rawValue, of: entry) ?? [],
                place: entry.place))
    }
}
