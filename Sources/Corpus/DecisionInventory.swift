import Meetings

/// Which resolutions and presidential statements there are: adopted in the corpus, or cited in it.
struct DecisionInventory: Sendable {
    private(set) var resolutions: [ResolutionEntry] = []
    /// What each symbol, as it stands in decisions and references, means.
    private(set) var bySymbol: [String: Ref<ResolutionEntry>] = [:]
    /// The entry of each decision of each meeting.
    private(set) var byMeeting: [[Ref<ResolutionEntry>?]] = []
    private(set) var redirects: [Redirect] = []
    /// How many references there are to each symbol.
    private(set) var uses: [CitedSymbol: Int] = [:]

    private var found: [String: Found] = [:]
    private var symbols: [String: DecisionSymbol] = [:]
    private var bodies = DecisionSymbol.bodies

    /// What is known of one resolution while the meetings are read.
    private struct Found {
        // Of several ways of writing, or kinds, the first in alphabetical order, whatever the order of reading.
        var symbol: String?
        var kind: Decision.Kind
        var places: [ResolutionEntry.DecisionRef] = []
    }

    init(_ entries: [MeetingEntry], _ concordance: Concordance, officialTexts: [OfficialText]) {
        for index in entries.indices { gather(entries, at: index) }
        for official in officialTexts { note(official.symbol, .resolution) }
        countUses(concordance)
        let keys = resolvedKeys()
        list(entries, keys: keys)
        byMeeting = entries.map { entry in
            let decisions = entry.text.decisions
            return decisions.indices.map { position in
                key(of: decisions, at: position, in: entry.id).flatMap { positions[keys[$0] ?? $0] }
            }
        }
        for (index, official) in officialTexts.enumerated() {
            if let resolution = bySymbol[official.symbol] { resolutions[resolution.index].official = index }
        }
    }

    private var positions: [String: Ref<ResolutionEntry>] = [:]

    // MARK: Gathering

    private mutating func gather(_ entries: [MeetingEntry], at index: Int) {
        let decisions = entries[index].text.decisions
        for (position, decision) in decisions.enumerated() {
            guard let key = key(of: decisions, at: position, in: entries[index].id) else { continue }
            if let symbol = decision.symbol {
                note(symbol, decision.kind)
                if let organ = DecisionSymbol.organ(of: symbol), bodies[organ] == nil {
                    bodies[organ] = entries[index].outline.body
                }
            }
            found[key, default: Found(symbol: decision.symbol, kind: decision.kind)].places.append(
                ResolutionEntry.DecisionRef(meeting: Ref(index), decision: position))
        }
    }

    private mutating func countUses(_ concordance: Concordance) {
        var counts = Array(repeating: 0, count: concordance.lexicon.targets.count)
        for parts in concordance.meetings {
            for mention in parts.mentions { counts[Int(mention.target)] += 1 }
            for target in parts.citedInTexts { counts[Int(target)] += 1 }
        }
        for target in concordance.citedInDocuments { counts[Int(target)] += 1 }
        for (place, count) in counts.enumerated() where count > 0 {
            guard let cited = CitedSymbol(concordance.lexicon.target(Int32(place))) else { continue }
            uses[cited, default: 0] += count
            if let kind = cited.decisionKind { note(cited.symbol, kind) }
        }
    }

    private mutating func note(_ symbol: String, _ kind: Decision.Kind) {
        let reading = symbols[symbol] ?? DecisionSymbol(symbol)
        symbols[symbol] = reading
        guard !reading.key.isEmpty else { return }
        var found = found[reading.key] ?? Found(symbol: symbol, kind: kind)
        found.symbol = min(found.symbol ?? symbol, symbol)
        if kind.rawValue < found.kind.rawValue { found.kind = kind }
        self.found[reading.key] = found
    }

    /// A decision without symbol goes by its meeting, when there is a text to show.
    private func key(of decisions: [Decision], at position: Int, in meeting: String) -> String? {
        let decision = decisions[position]
        if let symbol = decision.symbol {
            let key = symbols[symbol]?.key ?? Slug.make(symbol)
            if !key.isEmpty { return key }
        }
        guard decision.fullText != nil else { return nil }
        let earlier = decisions[..<position].count { $0.symbol == nil && $0.kind == decision.kind }
        return "\(meeting)-\(decision.kind.rawValue)" + (earlier == 0 ? "" : "-\(earlier + 1)")
    }

    // MARK: Years

    /// Where a symbol without a year, or with an impossible one, means the only known one of that number: from key to key.
    private func resolvedKeys() -> [String: String] {
        var dated: [String: Set<String>] = [:]
        for reading in symbols.values where reading.isPlausible {
            if let base = reading.keyWithoutYear { dated[base, default: []].insert(reading.key) }
        }
        var keys: [String: String] = [:]
        for reading in symbols.values {
            let base =
                reading.isPlausible ? (reading.keyWithoutYear == nil ? reading.key : nil) : reading.keyWithoutYear
            if let candidates = base.flatMap({ dated[$0] }), candidates.count == 1, let only = candidates.first {
                keys[reading.key] = only
            }
        }
        return keys
    }

    // MARK: Listing

    private mutating func list(_ entries: [MeetingEntry], keys: [String: String]) {
        for (key, target) in keys {
            let places = found.removeValue(forKey: key)?.places ?? []
            found[target]?.places.append(contentsOf: places)
            redirects.append(Redirect(from: "/resolutions/\(key)/", to: "/resolutions/\(target)/"))
        }
        for (key, found) in NaturalOrder.sorted(found, by: { $0.value.symbol ?? "~" + $0.key }) {
            positions[key] = Ref(resolutions.count)
            resolutions.append(entry(key: key, found: found, meetings: entries))
        }
        for (symbol, reading) in symbols { bySymbol[symbol] = positions[keys[reading.key] ?? reading.key] }
    }

    private func entry(key: String, found: Found, meetings: [MeetingEntry]) -> ResolutionEntry {
        let places = found.places.sorted { ($0.meeting, $0.decision) < ($1.meeting, $1.decision) }
        let text = places.first { meetings[$0.meeting.index].text.decisions[$0.decision].fullText != nil }
        var entry = ResolutionEntry(
            id: key, symbol: found.symbol, kind: found.kind, title: title(of: found, meetings: meetings),
            officialAddress: found.symbol.flatMap(Self.officialAddress))
        entry.text = text
        entry.adoption = (text ?? places.first).map { meetings[$0.meeting.index].adoption($0) }
        return entry
    }

    private func title(of found: Found, meetings: [MeetingEntry]) -> String {
        if let symbol = found.symbol { return DecisionSymbol.title(symbol, kind: found.kind, bodies: bodies) }
        let body = found.places.first.flatMap { meetings[$0.meeting.index].outline.body }
        let noun = found.kind == .resolution ? "resolution" : "presidential statement"
        return body.map { "\($0) \(noun)" } ?? noun.prefix(1).uppercased() + noun.dropFirst()
    }

    /// A resolution of the Council is found by number and year only.
    private static func officialAddress(_ symbol: String) -> String? {
        let reading = DecisionSymbol(symbol)
        let isCouncil = symbol.hasPrefix("S/RES/")
        guard reading.isPlausible, !isCouncil || reading.keyWithoutYear != nil else { return nil }
        return OfficialAddress.document(symbol)
    }
}

extension MeetingEntry {
    /// How a decision was adopted, with the vote on it where the text tells one.
    fileprivate func adoption(_ place: ResolutionEntry.DecisionRef) -> ResolutionEntry.Adoption {
        let (decisions, votes) = (head.decisions, head.votes)
        let decision = decisions[place.decision]
        let number = decision.symbol.map { $0.split(separator: "/").last.map(String.init) ?? $0 }
        let named = votes.firstIndex { vote in
            vote.outcome == .adopted && number.map { vote.subject?.contains($0) ?? false } ?? false
        }
        let near = votes.firstIndex { $0.outcome == .adopted && $0.lines.overlaps(decision.lines) }
        let adopted = votes.indices.filter { votes[$0].outcome == .adopted }
        let only = adopted.count == 1 && decisions.count == 1 ? adopted.first : nil
        return ResolutionEntry.Adoption(
            meeting: place.meeting, decision: place.decision, vote: named ?? near ?? only, how: decision.adopted)
    }
}
