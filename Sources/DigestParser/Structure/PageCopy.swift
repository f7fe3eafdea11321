import Meetings

/// A text copied with the whole page around it: menus above, links below, none of it the release.
///
/// Menus are many short lines that are no sentences. Where a dozen of them stand above the first paragraph of prose, only the
/// facts and titles right above it are the release's; where six follow each other below, the release has ended.
enum PageCopy {
    private static let menu = 12
    private static let run = 6

    /// The passages of the release itself: all of them, for a text that is no such copy.
    static func content(of passages: [Passage]) -> Range<Int> {
        let all = passages.indices
        guard let prose = all.first(where: { isProse(passages[$0]) }), prose > menu else { return all }
        let start = headerStart(above: prose, in: passages)
        guard (0..<start).count(where: { passages[$0].utf8.count < 60 }) > menu / 2 else { return all }
        return start..<end(of: passages, from: prose)
    }

    /// A paragraph, or a sentence that is too long for a menu.
    private static func isProse(_ passage: Passage) -> Bool {
        let length = passage.utf8.count
        switch passage.utf8.last {
        case .some(UInt8(ascii: ".")): return length >= 60
        case .some(UInt8(ascii: ")")), .some(0x80...): return length >= 120
        default: return false
        }
    }

    /// Up from the first prose over facts (number, date, symbol) and long titles.
    private static func headerStart(above prose: Int, in passages: [Passage]) -> Int {
        var start = prose
        while start > 0, prose - start < menu {
            let text = passages[start - 1].text
            let isDated =
                MeetingNumberLine.read(text) != nil || PrintedDate.line(text) != nil || PressSymbol.line(text) != nil
                || BodyName.isSession(text)
            guard isDated || text.utf8.count >= 30 else { break }
            start -= 1
        }
        return start
    }

    private static func end(of passages: [Passage], from prose: Int) -> Int {
        var short = 0
        for index in prose..<passages.count {
            let isShort = passages[index].utf8.count < 80 && passages[index].utf8.last != UInt8(ascii: ".")
            short = isShort ? short + 1 : 0
            if short == run { return index - run + 1 }
        }
        return passages.count
    }
}

extension Meeting {
    /// Puts what a page copy holds above and below the release into blocks of their own, its footer told apart.
    mutating func addSurroundings(_ passages: [Passage], content: Range<Int>) {
        let above = Self.surroundings(passages[..<content.lowerBound])
        blocks = above + blocks + Self.surroundings(passages[content.upperBound...])
    }

    private static func surroundings(_ passages: ArraySlice<Passage>) -> [Block] {
        var blocks: [Block] = []
        for group in passages.split(omittingEmptySubsequences: true, whereSeparator: { FixedForms.isFooter($0.text) }) {
            let lines = group[group.startIndex].lines.lowerBound...group[group.endIndex - 1].lines.upperBound
            blocks.append(Block(lines: lines, content: .other(group.map(\.paragraph))))
        }
        for passage in passages where FixedForms.isFooter(passage.text) {
            blocks.append(Block(lines: passage.lines, content: .footer))
        }
        return blocks.sorted { $0.lines.lowerBound < $1.lines.lowerBound }
    }
}
