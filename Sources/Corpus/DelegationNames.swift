import Diagnostics
import Meetings

/// Collects the names that digests print for States, organisations and groups, and tells which of them are one's.
///
/// In this order: the registry, the table of States, the table of organisations, abbreviations that the corpus
/// itself explains in brackets, and at last the name as it stands.
struct DelegationNames {
    /// What a printed name is used for.
    struct Use {
        var turns = 0
        /// Of the turns, those without a role: `NAME (Delegation)`, `the representative of Delegation`.
        var bare = 0
        var groups = 0
        var votes = 0

        var isNone: Bool { turns + groups + votes == 0 }

        static func += (sum: inout Use, use: Use) {
            sum.turns += use.turns
            sum.bare += use.bare
            sum.groups += use.groups
            sum.votes += use.votes
        }
    }

    /// Which delegations printed names mean.
    struct Meanings {
        var single: [String: Ref<Delegation>] = [:]
        /// Of names that are two delegations’.
        var joint: [String: [Ref<Delegation>]] = [:]
    }

    /// What a name comes down to: names with one key are one delegation's.
    struct Identity: Hashable {
        var key: String
        var name: String
        var kind: Delegation.Kind?
        var state: State?
        var abbreviation: String?
    }

    private let states: StateTable
    private let organisations: OrganisationTable
    private let registry: Registry
    private var records: [String: Registry.DelegationRecord] = [:]
    private var recordsByIdentity: [String: Registry.DelegationRecord] = [:]
    /// Of every name that is printed.
    private var uses: [String: Use]
    /// What names in brackets after a name stand for.
    private var explained: [String: Identity] = [:]

    /// - Parameter uses: of every name that is printed.
    init(uses: [String: Use], states: StateTable, organisations: OrganisationTable, registry: Registry) {
        self.uses = uses
        self.states = states
        self.organisations = organisations
        self.registry = registry
        for record in registry.delegations {
            for name in record.names { records[StateTable.key(name)] = record }
        }
        for record in registry.delegations {
            if let key = base(of: record)?.key { recordsByIdentity[key] = record }
        }
    }

    // MARK: The outcome

    /// The delegations in order of their ids, and which of them each printed name means.
    mutating func resolved() -> (delegations: [Delegation], meanings: Meanings) {
        let printedNames = uses.keys.sorted(by: String.precedesInBytes)
        explainAbbreviations(printedNames)
        let meanings = uses.keys.reduce(into: [:]) { $0[$1] = identity(of: $1) }
        let joint = takeJointNames(meanings)
        // Of joint names each part has a use, though it may not be printed by itself.
        let names = joint.isEmpty ? printedNames : uses.keys.sorted(by: String.precedesInBytes)
        var printed: [String: [String]] = [:]
        var identities: [String: Identity] = [:]
        for name in names {
            guard let identity = meanings[name] ?? identity(of: name) else { continue }
            printed[identity.key, default: []].append(name)
            if (identities[identity.key]?.abbreviation ?? "").isEmpty { identities[identity.key] = identity }
        }
        var book = AddressBook()
        var delegations: [(key: String, entry: Delegation)] = []
        for key in identities.keys.sorted() {
            guard let identity = identities[key], let names = printed[key] else { continue }
            delegations.append((key, delegation(identity, names: names, book: &book)))
        }
        delegations.sort { $0.entry.id < $1.entry.id }
        var found = Meanings()
        for (index, delegation) in delegations.enumerated() {
            for name in printed[delegation.key] ?? [] { found.single[name] = Ref(index) }
        }
        found.joint = joint.mapValues { parts in parts.compactMap { found.single[$0] } }
        var entries = delegations.map(\.entry)
        let positions = Dictionary(
            delegations.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
        linkSuccessors(&entries, positions: positions)
        return (entries, found)
    }

    /// Takes out names that are two delegations’, `Republic of the Delta and Vellamo`: printed only where somebody
    /// speaks on behalf of others, and made of two names that the tables know or the corpus hears.
    /// - Parameter meanings: of every name.
    private mutating func takeJointNames(_ meanings: [String: Identity]) -> [String: [String]] {
        let heard = Set(uses.filter { $0.value.turns + $0.value.votes > 0 }.keys.compactMap { meanings[$0]?.key })
        func isKnown(_ name: String) -> Bool {
            guard let identity = meanings[name] ?? identity(of: name) else { return false }
            return identity.kind != nil || heard.contains(identity.key)
        }
        var joint: [String: [String]] = [:]
        for (name, use) in uses where use.turns + use.votes == 0 && name.utf8.count < 200 && !isKnown(name) {
            let words = Self.words(of: name)
            for index in words.indices where words[index] == "and" {
                let parts = [words[..<index], words[(index + 1)...]].map { $0.joined(separator: " ") }
                if parts.allSatisfy(isKnown) { joint[name] = parts }
            }
        }
        for (name, parts) in joint {
            let use = uses.removeValue(forKey: name) ?? Use()
            for part in parts { uses[part, default: Use()].groups += use.groups }
        }
        return joint
    }

    private func linkSuccessors(_ entries: inout [Delegation], positions: [String: Int]) {
        for record in registry.delegations {
            guard let new = identity(of: record).flatMap({ positions[$0.key] }) else { continue }
            for name in record.successorOf {
                guard let old = identity(of: name).flatMap({ positions[$0.key] }), old != new else { continue }
                entries[new].predecessors.append(Ref(old))
                entries[old].successors.append(Ref(new))
            }
        }
    }

    private func delegation(_ identity: Identity, names: [String], book: inout AddressBook) -> Delegation {
        let use = names.reduce(into: Use()) { $0 += uses[$1] ?? Use() }
        let slug = Slug.make(identity.name)
        return Delegation(
            id: book.claim(AddressBook.cut(slug.isEmpty ? "delegation" : slug)),
            name: identity.name,
            kind: identity.kind ?? kind(of: identity, use: use),
            code: identity.state?.code,
            formalName: identity.state?.formalName,
            abbreviation: identity.abbreviation,
            variants: names.sorted { (count(of: $0), $1) > (count(of: $1), $0) }
        )
    }

    private func count(of name: String) -> Int { uses[name].map { $0.turns + $0.groups + $0.votes } ?? 0 }

    /// For a name no table has: only States have a vote; then its words tell; then what it is printed for: a State
    /// stands in brackets behind a name, and a group is spoken for and never speaks.
    private func kind(of identity: Identity, use: Use) -> Delegation.Kind {
        if use.votes > 0 { return .state }
        if let kind = organisations.kind(ofKey: StateTable.key(identity.name)) { return kind }
        if use.turns == 0 { return .group }
        return use.bare > 0 ? .state : .organisation
    }

    // MARK: What a name means

    private func identity(of printed: String) -> Identity? {
        let form = Form(Self.tidy(printed), organisations)
        if let record = records[form.key] { return identity(of: record) }
        guard let identity = known(form) ?? explained[form.name] ?? unknown(form) else { return nil }
        return recordsByIdentity[identity.key].flatMap { self.identity(of: $0) } ?? identity
    }

    private func identity(of record: Registry.DelegationRecord) -> Identity? {
        guard var identity = base(of: record) else { return nil }
        identity.name = record.name
        identity.kind = record.kind ?? identity.kind
        return identity
    }

    /// A record of a State or a known organisation is about that, by whichever of its names.
    private func base(of record: Registry.DelegationRecord) -> Identity? {
        record.names.lazy.compactMap { known(Form($0, organisations)) }.first
            ?? unknown(Form(record.name, organisations))
    }

    private func known(_ form: Form) -> Identity? {
        if let state = states.state(key: form.key) ?? states.state(key: form.baseKey) { return identity(of: state) }
        if let organisation = organisations.organisation(key: form.baseKey)
            ?? organisations.organisation(abbreviation: form.name)
        {
            return identity(of: organisation)
        }
        // “Office of the International Criminal Police Organization (INTERPOL)”
        if let organisation = form.abbreviation.flatMap(organisations.organisation(abbreviation:)),
            "-\(form.baseKey)-".contains("-\(organisation.key)-")
        {
            return identity(of: organisation)
        }
        return nil
    }

    private func unknown(_ form: Form) -> Identity? {
        let title = form.base.prefix(1).uppercased() + form.base.dropFirst()
        return form.baseKey.isEmpty
            ? nil : Identity(key: "name:\(form.baseKey)", name: title, abbreviation: form.abbreviation)
    }

    /// A name, and what it is looked up by.
    private struct Form {
        let name: String
        let key: String
        /// `OSCE` in `Organization for Security and Cooperation in Europe (OSCE)`, and what stands before it.
        let base: String
        let baseKey: String
        let abbreviation: String?

        init(_ name: String, _ organisations: OrganisationTable) {
            self.name = name
            key = StateTable.key(name)
            (base, abbreviation) = Self.parts(of: name, organisations)
            baseKey = abbreviation == nil ? key : StateTable.key(base)
        }

        private static func parts(
            of name: String, _ organisations: OrganisationTable
        ) -> (base: String, abbreviation: String?) {
            guard name.hasSuffix(")"), let open = name.lastIndex(of: "(") else { return (name, nil) }
            let inner = String(name[name.index(after: open)...].dropLast())
            let base = name[..<open].trimmingSuffix { $0 == " " }
            let isShort = inner.utf8.count <= 15 && !inner.contains(" ") && inner.count { $0.isUppercase } >= 2
            guard !base.isEmpty, isShort || organisations.organisation(abbreviation: inner) != nil else {
                return (name, nil)
            }
            return (String(base), inner)
        }
    }

    private func identity(of state: State) -> Identity {
        Identity(
            key: "state:\(state.code)", name: state.name, kind: state.standing == .member ? .state : .observer,
            state: state)
    }

    private func identity(of organisation: OrganisationTable.Organisation) -> Identity {
        Identity(
            key: "name:\(organisation.key)", name: organisation.name, kind: organisation.kind,
            abbreviation: organisation.abbreviation)
    }

    /// An abbreviation is explained when every name it stands behind in brackets is one delegation's.
    private mutating func explainAbbreviations(_ names: [String]) {
        var ambiguous: Set<String> = []
        for name in names where name.utf8.contains(UInt8(ascii: ")")) {
            guard let abbreviation = Form(Self.tidy(name), organisations).abbreviation,
                let identity = identity(of: name)
            else { continue }
            if let other = explained[abbreviation], other.key != identity.key { ambiguous.insert(abbreviation) }
            explained[abbreviation] = identity
        }
        for abbreviation in ambiguous { explained[abbreviation] = nil }
    }

    /// Single spaces, without article and without the words that only say that it is a delegation.
    private static func tidy(_ printed: String) -> String {
        var words = words(of: printed)[...]
        if words.last?.lowercased() == "delegation", words.count > 1 { words.removeLast() }
        dropArticle(&words)
        if words.count > 2, words[words.startIndex + 1] == "of",
            delegates.contains(words[words.startIndex].lowercased())
        {
            words.removeFirst(2)
            dropArticle(&words)
        }
        return words.joined(separator: " ")
    }

    /// What stands between white spaces (no-break spaces and control characters too). Scalar by scalar: names are many.
    private static func words(of name: String) -> [Substring] {
        name.unicodeScalars.split { scalar in
            scalar.isASCII ? scalar.value <= 0x20 : scalar.properties.isWhitespace
        }
        .map(Substring.init)
    }

    private static let delegates: Set<String> = ["delegation", "representative", "representatives"]

    private static func dropArticle(_ words: inout ArraySlice<Substring>) {
        if let first = words.first, words.count > 1, ["the", "The", "a", "an"].contains(first) { words.removeFirst() }
    }
}

extension Substring {
    fileprivate func trimmingSuffix(while predicate: (Character) -> Bool) -> Substring {
        var rest = self
        while let last = rest.last, predicate(last) { rest.removeLast() }
        return rest
    }
}
