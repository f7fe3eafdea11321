/// How a paragraph of a decision begins and ends: the citation's quotation marks, its number or label.
struct ClauseLine {
    enum Marker: Equatable {
        case none
        /// `1.`, `“10.`
        case number(Int)
        /// `(a)`, `(iv)`, `a.`, `—`
        case label(PointLabel)
    }

    /// The paragraph opens with a quotation mark (the citation's own).
    private(set) var opensQuotation = false
    /// A second mark follows the first, or a single one: words quoted inside the decision.
    private(set) var opensInnerQuotation = false
    private(set) var marker: Marker = .none
    /// Where the words begin, behind marks, number and white space.
    private(set) var start = 0
    /// Where the words end: before the citation's closing mark where there is one.
    private(set) var end: Int
    /// The last mark of the paragraph closes a quotation that was opened before it.
    private(set) var closesQuotation = false

    let text: InlineText

    private var bytes: [UInt8] { text.bytes }

    init(_ words: String) {
        text = InlineText(words)
        end = text.count
        readMarks()
        readMarker()
        readClosing()
    }

    /// The words, without marks, number or label.
    var words: String { start < end ? text.string(start..<end) : "" }

    /// The last byte of the words that is no closing quotation mark.
    var lastByte: UInt8? {
        var last = end
        while last > start {
            if bytes[last - 1] == Ascii.quote {
                last -= 1
            } else if isMark(Typography.closing, before: last) {
                last -= 3
            } else {
                return bytes[last - 1]
            }
        }
        return nil
    }

    /// A short line without closing punctuation, as a sub-heading is.
    var isHeadingLike: Bool {
        guard marker == .none, start < end, end - start <= 120, let lastByte else { return false }
        let first = bytes[start]
        let opens = Ascii.isUpper(first) || first >= 0x80 || Ascii.isDigit(first)
        return opens && ![Ascii.period, Ascii.comma, Ascii.semicolon, Ascii.colon].contains(lastByte)
    }

    private mutating func readMarks() {
        skipSpaces()
        if isMark(Typography.opening, at: start) {
            (opensQuotation, start) = (true, start + 3)
        } else if start < bytes.count, bytes[start] == Ascii.quote {
            (opensQuotation, start) = (true, start + 1)
        }
        skipSpaces()
        if isMark(Typography.opening, at: start) || isMark(Typography.openingSingle, at: start) {
            (opensInnerQuotation, start) = (true, start + 3)
            skipSpaces()
        }
    }

    private mutating func readMarker() {
        if let (number, next) = number(at: start) {
            (marker, start) = (.number(number), next)
        } else if let (label, next) = PointLabel.read(bytes, at: start) {
            (marker, start) = (.label(label), next)
        }
        skipSpaces()
    }

    /// `1.   Decides`, `1) Decides`, `1.Decides`: up to three digits, a stop, then words.
    private func number(at index: Int) -> (Int, Int)? {
        var next = index
        var value = 0
        while next < bytes.count, Ascii.isDigit(bytes[next]), next - index < 4 {
            value = value * 10 + Int(bytes[next] - Ascii.zero)
            next += 1
        }
        guard next > index, next - index < 4, value > 0, next < bytes.count else { return nil }
        guard bytes[next] == Ascii.period || bytes[next] == Ascii.closeParenthesis else { return nil }
        next += 1
        if next < bytes.count, Ascii.isDigit(bytes[next]) { return nil }
        return (value, next)
    }

    /// The citation ends where a paragraph closes more quotations than it opens, its own included.
    private mutating func readClosing() {
        while end > start, let width = spaceWidth(before: end) { end -= width }
        let straight = end > start && bytes[end - 1] == Ascii.quote
        guard straight || isMark(Typography.closing, before: end) else { return }
        var balance = 0
        var parity = 0
        var index = 0
        while index < bytes.count {
            if bytes[index] == Ascii.quote {
                parity ^= 1
            } else if bytes[index] == 0xE2 {
                if isMark(Typography.opening, at: index) { balance += 1 }
                if isMark(Typography.closing, at: index) { balance -= 1 }
            }
            index += 1
        }
        let closed = opensQuotation ? 0 : (straight ? 1 : -1)
        closesQuotation = straight ? parity == closed : balance <= closed
        if closesQuotation { end -= straight ? 1 : 3 }
    }

    private mutating func skipSpaces() {
        while let width = Typography.spaceWidth(bytes, at: start) { start += width }
    }

    private func spaceWidth(before index: Int) -> Int? {
        [1, 2, 3].first { $0 <= index && Typography.spaceWidth(bytes, at: index - $0) == $0 }
    }

    private func isMark(_ mark: [UInt8], at index: Int) -> Bool { Typography.has(mark, in: bytes, at: index) }

    private func isMark(_ mark: [UInt8], before index: Int) -> Bool {
        Typography.has(mark, in: bytes, at: index - mark.count)
    }
}
