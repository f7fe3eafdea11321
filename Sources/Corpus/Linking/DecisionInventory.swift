import Diagnostics
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

    /// Each symbol once, what it tells, and its place in `found`.
    private var symbols = LexiconBuilder.Places<String>()
    private var readings: [DecisionSymbol] = []
    private var places: [Int?] = []
    /// Each in order of first appearance; a list of decisions is nearly in order of symbols then.
    private var found: [Found] = []
    private var placeOfKey: [String: Int] = [:]
    private var bodies = DecisionSymbol.bodies

    /// What is known of one resolution while the meetings are read.
    private struct Found {
        let key: String
        // Of several ways of writing, or kinds, the first in alphabetical order, whatever the order of reading.
        var symbol: String?
        /// Its place in `readings`.
        var reading: Int?
        var kind: Decision.Kind
        var places: [ResolutionEntry.DecisionRef] = []
        /// The one it means, where its symbol is incomplete or wrong.
        var meant: Int?
        var ref: Ref<ResolutionEntry>?
    }

    /// - Parameter threads: how many work at once.
    init(_ entries: [MeetingEntry], _ concordance: Concordance, officialTexts: [OfficialText], threads: Int) {
        let count = concordance.lexicon.targets.count
        placeOfKey.reserveCapacity(count)
        uses.reserveCapacity(count)
        let gathered = entries.indices.map { gather(entries, at: $0) }
        for official in officialTexts { _ = note(official.symbol, .resolution) }
        countUses(concordance)
        findMeant()
        list(entries, threads: threads)
        byMeeting = gathered.map { decisions in decisions.map { $0.flatMap(ref) } }
        for (index, official) in officialTexts.enumerated() {
            if let resolution = bySymbol[official.symbol] { resolutions[resolution.index].official = index }
        }
    }

    private func ref(_ place: Int) -> Ref<ResolutionEntry>? { found[found[place].meant ?? place].ref }

    // MARK: Gathering

    /// - Returns: the place of each decision of a meeting in `found`.
    private mutating func gather(_ entries: [MeetingEntry], at index: Int) -> [Int?] {
        let decisions = entries[index].text.decisions
        return decisions.indices.map { position in
            let place: Int?
            if let symbol = decisions[position].symbol {
                place = note(symbol, decisions[position].kind) ?? unnamed(decisions, position, in: entries[index].id)
                if let organ = DecisionSymbol.organ(of: symbol), bodies[organ] == nil {
                    bodies[organ] = entries[index].outline.body
                }
            } else {
                place = unnamed(decisions, position, in: entries[index].id)
            }
            guard let place else { return nil }
            found[place].places.append(ResolutionEntry.DecisionRef(meeting: Ref(index), decision: position))
            return place
        }
    }

    /// A decision without symbol goes by its meeting, when there is a text to show.
    private mutating func unnamed(_ decisions: [Decision], _ position: Int, in meeting: String) -> Int? {
        let (symbol, kind) = (decisions[position].symbol, decisions[position].kind)
        guard decisions[position].fullText != nil else { return nil }
        let earlier = decisions[..<position].count { $0.symbol == nil && $0.kind == kind }
        return place("\(meeting)-\(kind.rawValue)" + (earlier == 0 ? "" : "-\(earlier + 1)"), symbol, kind)
    }

    private mutating func place(_ key: String, _ symbol: String?, _ kind: Decision.Kind) -> Int {
        if let known = placeOfKey[key] { return known }
        placeOfKey[key] = found.count
        found.append(Found(key: key, symbol: symbol, kind: kind))
        return found.count - 1
    }

    /// - Returns: nil for a symbol that nothing can be made of.
    private mutating func note(_ symbol: String, _ kind: Decision.Kind) -> Int? {
        let number = Int(symbols.place(of: symbol))
        if number == readings.count {
            let reading = DecisionSymbol(symbol)
            readings.append(reading)
            places.append(reading.key.isEmpty ? nil : place(reading.key, symbol, kind))
        }
        guard let place = places[number] else { return nil }
        if found[place].reading == nil || symbol < found[place].symbol ?? symbol {
            found[place].symbol = symbol
            found[place].reading = number
        }
        if kind.rawValue < found[place].kind.rawValue { found[place].kind = kind }
        return place
    }

    private mutating func countUses(_ concordance: Concordance) {
        var counts = Array(repeating: 0, count: concordance.lexicon.targets.count)
        for index in concordance.meetings.indices {
            for mention in concordance.meetings[index].mentions { counts[Int(mention.target)] += 1 }
            for target in concordance.meetings[index].citedInTexts { counts[Int(target)] += 1 }
        }
        for target in concordance.citedInDocuments { counts[Int(target)] += 1 }
        for (place, count) in counts.enumerated() where count > 0 {
            guard let cited = CitedSymbol(concordance.lexicon.target(Int32(place))) else { continue }
            uses[cited, default: 0] += count
            if let kind = cited.decisionKind { _ = note(cited.symbol, kind) }
        }
    }

    // MARK: Years

    /// Where a symbol without a year, or with an impossible one, means the only known one of that number.
    private mutating func findMeant() {
        var dated: [String: Int?] = [:]
        for (reading, place) in zip(readings, places) where reading.isPlausible {
            guard let base = reading.keyWithoutYear else { continue }
            if let known = dated[base], known != place { dated[base] = .some(nil) } else { dated[base] = .some(place) }
        }
        for (reading, place) in zip(readings, places) {
            let base =
                reading.isPlausible ? (reading.keyWithoutYear == nil ? reading.key : nil) : reading.keyWithoutYear
            if let place, let only = base.flatMap({ dated[$0] ?? nil }) { found[place].meant = only }
        }
    }

    // MARK: Listing

    private mutating func list(_ entries: [MeetingEntry], threads: Int) {
        for place in found.indices {
            guard let target = found[place].meant else { continue }
            found[target].places += found[place].places
            redirects.append(
                Redirect(from: "/resolutions/\(found[place].key)/", to: "/resolutions/\(found[target].key)/"))
        }
        let listed = found.indices.filter { found[$0].meant == nil }
        let places = NaturalOrder.sorted(listed, by: { found[$0].symbol ?? "~" + found[$0].key })
        for (number, place) in places.enumerated() { found[place].ref = Ref(number) }
        resolutions = ParallelMap(threads: threads).map(places.parts(of: 512)) { [self] part in
            part.map { entry(found[$0], meetings: entries) }
        }
        .flatMap(\.self)
        bySymbol.reserveCapacity(symbols.all.count)
        for (symbol, place) in zip(symbols.all, self.places) { bySymbol[symbol] = place.flatMap(ref) }
    }

    private func entry(_ found: Found, meetings: [MeetingEntry]) -> ResolutionEntry {
        let places = found.places.sorted { ($0.meeting, $0.decision) < ($1.meeting, $1.decision) }
        let text = places.first { meetings[$0.meeting.index].text.decisions[$0.decision].fullText != nil }
        var entry = ResolutionEntry(
            id: found.key, symbol: found.symbol, kind: found.kind, title: title(of: found, meetings: meetings),
            officialAddress: found.reading.flatMap { Self.officialAddress(readings[$0]) })
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
    private static func officialAddress(_ reading: DecisionSymbol) -> String? {
        let isCouncil = reading.symbol.hasPrefix("S/RES/")
        guard reading.isPlausible, !isCouncil || reading.keyWithoutYear != nil else { return nil }
        return OfficialAddress.document(reading.symbol)
    }
}

extension MeetingEntry {
    /// How a decision was adopted, with the vote on it where the text tells one.
    fileprivate func adoption(_ place: ResolutionEntry.DecisionRef) -> ResolutionEntry.Adoption {
        let (decisions, votes) = (head.decisions, head.votes)
        return ResolutionEntry.Adoption(
            meeting: place.meeting, decision: place.decision,
            vote: Self.vote(on: decisions[place.decision], among: votes, isOnly: decisions.count == 1),
            how: decisions[place.decision].adopted)
    }

    private static func vote(on decision: Decision, among votes: [Vote], isOnly: Bool) -> Int? {
        let adopted = votes.indices.filter { votes[$0].outcome == .adopted }
        guard !adopted.isEmpty else { return nil }
        let number = decision.symbol.map { $0.split(separator: "/").last.map(String.init) ?? $0 }
        let named = adopted.first { vote in number.map { votes[vote].subject?.utf8.contains($0.utf8) ?? false } ?? false
        }
        let near = adopted.first { votes[$0].lines.overlaps(decision.lines) }
        return named ?? near ?? (adopted.count == 1 && isOnly ? adopted.first : nil)
    }
}
