import Meetings

/// The drafts a release names by symbol (`A/ES-10/L.25`): short forms (`“L.25”`) and "the draft" stand for them.
struct DraftSymbols {
    /// By what follows the last slash, with its revision: `L.25`, `L.5/Rev.1`; none for an ending two symbols share.
    private(set) var byEnding: [String: String] = [:]
    /// The draft resolution, where the release names exactly one.
    private(set) var only: String?
    /// What stands before `L.` in all of several symbols: a short form without a full one has the same.
    private(set) var series: String?

    init(_ meeting: Meeting) {
        var symbols: [(symbol: String, isAmendment: Bool)] = []
        for block in meeting.blocks {
            for paragraph in block.paragraphs { Self.collect(paragraph.text, &symbols) }
        }
        let distinct = Dictionary(symbols.map { ($0.symbol, $0.isAmendment) }) { $0 || $1 }
        byEnding = Dictionary(grouping: distinct.keys, by: Self.ending).compactMapValues { $0.count == 1 ? $0[0] : nil }
        let series = Set(distinct.keys.map { String($0.dropLast(Self.ending($0).utf8.count)) })
        self.series = distinct.count > 1 && series.count == 1 ? series.first : nil
        let drafts = distinct.filter { !$0.value }
        only = drafts.count == 1 ? drafts.first?.key : nil
    }

    var isEmpty: Bool { byEnding.isEmpty }

    /// The full symbol of a short form.
    subscript(ending: String) -> String? { byEnding[ending] ?? series.map { $0 + ending } }

    /// `L.25`, `L.5/Rev.1` standing alone at `index`, and where it ends.
    static func shortForm(_ text: InlineText, at index: Int) -> (ending: String, end: Int)? {
        guard text.byte(index) == UInt8(ascii: "L"), text.byte(index + 1) == Ascii.period,
            let (number, end) = text.number(at: index + 2, limit: 4)
        else { return nil }
        guard let rev = text.end(of: "/rev.", at: end), let (revision, close) = text.number(at: rev, limit: 2) else {
            return ("L.\(number)", end)
        }
        return ("L.\(number)/Rev.\(revision)", close)
    }

    private static func collect(_ words: String, _ symbols: inout [(symbol: String, isAmendment: Bool)]) {
        guard ByteSearch.contains(words, "/L.") else { return }
        let text = InlineText(words)
        var starts = FormStarts(in: text, 0..<max(text.count - 2, 0))
        while let index = starts.next() {
            guard text.bytes[index] == Ascii.slash, let symbol = DocumentSymbol.read(text, slash: index) else {
                continue
            }
            starts.skip(to: symbol.range.upperBound + 1)
            guard symbol.kind == .document, ByteSearch.contains(symbol.target, "/L.") else { continue }
            symbols.append((symbol.target, isAmendment(text, before: symbol.range.lowerBound)))
        }
    }

    /// The noun before the symbol in its sentence, as far as a title goes: `the amendment titled “…” (document …)`.
    private static func isAmendment(_ text: InlineText, before start: Int) -> Bool {
        var place = start
        for _ in 0..<40 {
            guard let word = text.previousWord(before: place) else { return false }
            if text.matches("amendment", at: word.lowerBound) { return true }
            if text.matches("resolution", at: word.lowerBound) { return false }
            place = word.lowerBound
        }
        return false
    }

    private static func ending(_ symbol: String) -> String {
        let parts = symbol.split(separator: "/")
        let draft = parts.lastIndex { $0.hasPrefix("L.") } ?? parts.count - 1
        return parts[draft...].joined(separator: "/")
    }
}

extension Block {
    /// The running text of a block, whatever its kind.
    var paragraphs: [Paragraph] {
        switch content {
        case .note(let paragraphs), .narration(let paragraphs), .other(let paragraphs): paragraphs
        case .summary(let summary): summary.paragraphs
        case .statement(let statement): statement.paragraphs
        case .header, .times, .heading, .placeholder, .fullText, .footer: []
        }
    }
}
