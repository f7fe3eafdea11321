import Meetings

/// Every symbol that the corpus cites, with the page or address it leads to.
struct DocumentRegister {
    private(set) var documents: [DocumentEntry] = []
    /// By the symbols that references and resolutions print.
    private(set) var bySymbol: [String: Int] = [:]

    private var cited: [String: Reference.Kind] = [:]

    init(_ entries: [MeetingEntry], inventory: DecisionInventory) {
        for cited in inventory.uses.keys { note(cited, inventory) }
        let meetings = MeetingSymbols(entries)
        var book = AddressBook()
        for (symbol, kind) in NaturalOrder.sorted(cited, by: \.key) {
            bySymbol[symbol] = documents.count
            let slug = Slug.make(symbol)
            let id = book.claim(slug.isEmpty ? "document" : slug)
            documents.append(entry(id: id, symbol: symbol, kind: kind, inventory: inventory, meetings: meetings))
        }
    }

    /// What is a resolution's symbol anywhere is one's; of other kinds the first in alphabetical order counts.
    private mutating func note(_ cited: CitedSymbol, _ inventory: DecisionInventory) {
        guard cited.decisionKind != nil else {
            let known = self.cited[cited.symbol] ?? cited.kind
            let isDecision = known == .resolution || known == .presidentialStatement
            self.cited[cited.symbol] = isDecision || known.rawValue < cited.kind.rawValue ? known : cited.kind
            return
        }
        guard let resolution = inventory.bySymbol[cited.symbol] else { return }
        let entry = inventory.resolutions[resolution.index]
        if let symbol = entry.symbol {
            self.cited[symbol] = entry.kind == .resolution ? .resolution : .presidentialStatement
        }
    }

    private func entry(
        id: String, symbol: String, kind: Reference.Kind, inventory: DecisionInventory, meetings: MeetingSymbols
    ) -> DocumentEntry {
        if let resolution = inventory.bySymbol[symbol] {
            let entry = inventory.resolutions[resolution.index]
            return DocumentEntry(
                id: id, symbol: symbol, kind: kind, officialAddress: entry.officialAddress, page: .resolution(entry.id))
        }
        let meeting = meetings.meeting(symbol)
        let address =
            kind == .pressRelease
            ? meeting?.year.flatMap { OfficialAddress.pressRelease(symbol, year: $0, bodies: .shipped) }
            : OfficialAddress.document(symbol)
        return DocumentEntry(
            id: id, symbol: symbol, kind: kind, officialAddress: address, page: meeting.map { .meeting($0.id) } ?? .none
        )
    }
}

/// Meetings by the symbols under which others cite them: the press release, and the record.
struct MeetingSymbols {
    private var bySymbol: [String: Int] = [:]
    private let entries: [MeetingEntry]

    init(_ entries: [MeetingEntry]) {
        self.entries = entries
        for index in entries.indices {
            if let symbol = entries[index].heading.symbol { bySymbol[symbol] = index }
            bySymbol["#" + entries[index].id] = index
        }
    }

    func meeting(_ symbol: String) -> MeetingEntry? {
        (bySymbol[symbol] ?? Self.id(ofRecord: symbol).flatMap { bySymbol["#" + $0] }).map { entries[$0] }
    }

    /// `S/PV.7847` → `sc-7847`, `A/64/PV.62` → `ga-64-62`, `A/C.3/72/SR.47` → `ga-shc-72-47`.
    static func id(ofRecord symbol: String) -> String? {
        let parts = symbol.split(separator: "/")
        guard let last = parts.last, last.hasPrefix("PV.") || last.hasPrefix("SR.") else { return nil }
        let number = last.dropFirst(3)
        switch (parts.first, parts.count) {
        case ("S", 2): return "sc-\(number)"
        case ("A", 3): return "ga-\(parts[1].lowercased())-\(number)"
        case ("A", 4):
            let committees = ["C.1": "dis", "C.2": "ef", "C.3": "shc", "C.4": "spd", "C.5": "ab", "C.6": "l"]
            return committees[String(parts[1])].map { "ga-\($0)-\(parts[2].lowercased())-\(number)" }
        default: return nil
        }
    }
}
