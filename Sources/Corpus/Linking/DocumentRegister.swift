import Meetings

/// Every symbol that the corpus cites, with the page or address it leads to.
struct DocumentRegister {
    private(set) var documents: [DocumentEntry] = []
    /// By the symbols that references and resolutions print.
    private(set) var bySymbol: [String: Int] = [:]

    private let meetings: MeetingSymbols
    /// Each symbol once, and what it is taken for.
    private var symbols = LexiconBuilder.Places<String>()
    private var kinds: [Reference.Kind] = []

    init(_ entries: [MeetingEntry], inventory: DecisionInventory) {
        meetings = MeetingSymbols(entries)
        note(inventory)
        var book = AddressBook(expecting: kinds.count)
        bySymbol.reserveCapacity(kinds.count)
        for (symbol, kind) in NaturalOrder.sorted(zip(symbols.all, kinds), by: \.0) {
            bySymbol[symbol] = documents.count
            let slug = Slug.make(symbol)
            let id = book.claim(slug.isEmpty ? "document" : slug)
            documents.append(entry(id: id, symbol: symbol, kind: kind, inventory: inventory))
        }
    }

    /// Resolutions come first, in their order: what is nearly in order is quickly sorted.
    private mutating func note(_ inventory: DecisionInventory) {
        var isCited = Array(repeating: false, count: inventory.resolutions.count)
        for cited in inventory.uses.keys where cited.decisionKind != nil {
            if let resolution = inventory.bySymbol[cited.symbol] { isCited[resolution.index] = true }
        }
        for (entry, isCited) in zip(inventory.resolutions, isCited) where isCited {
            if let symbol = entry.symbol {
                note(symbol, entry.kind == .resolution ? .resolution : .presidentialStatement)
            }
        }
        for cited in inventory.uses.keys where cited.decisionKind == nil { note(cited.symbol, cited.kind) }
    }

    /// What is a resolution's symbol anywhere is one's; of other kinds the first in alphabetical order counts.
    private mutating func note(_ symbol: String, _ kind: Reference.Kind) {
        let place = Int(symbols.place(of: symbol))
        if place == kinds.count {
            kinds.append(kind)
        } else if kinds[place] != .resolution, kinds[place] != .presidentialStatement {
            kinds[place] = kinds[place].rawValue < kind.rawValue ? kinds[place] : kind
        }
    }

    private func entry(
        id: String, symbol: String, kind: Reference.Kind, inventory: DecisionInventory
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
    private var byID: [String: Int] = [:]
    private let entries: [MeetingEntry]

    init(_ entries: [MeetingEntry]) {
        self.entries = entries
        bySymbol.reserveCapacity(entries.count)
        byID.reserveCapacity(entries.count)
        for index in entries.indices {
            if let symbol = entries[index].heading.symbol { bySymbol[symbol] = index }
            byID[entries[index].id] = index
        }
    }

    func meeting(_ symbol: String) -> MeetingEntry? {
        (bySymbol[symbol] ?? Self.id(ofRecord: symbol).flatMap { byID[$0] }).map { entries[$0] }
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
