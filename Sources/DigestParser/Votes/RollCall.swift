import Meetings

/// A paragraph of a roll call, as annexes print them: `In favour:  Afghanistan, Albania, …`, `Against (2):  …`, `Absent:  …`.
struct RollCall {
    /// Nil for those who were not there.
    var side: Side?
    /// Where the names begin.
    var names: Int

    init?(_ text: InlineText) {
        guard let first = text.byte(0), "iIfFaA".utf8.contains(first), let (side, end) = Self.opening(text) else {
            return nil
        }
        var place = text.skippingSpaces(from: end)
        if text.byte(place) == Ascii.openParenthesis {
            guard let (_, close) = text.number(at: place + 1, limit: 3), text.byte(close) == Ascii.closeParenthesis
            else { return nil }
            place = text.skippingSpaces(from: close + 1)
        }
        guard text.byte(place) == Ascii.colon else { return nil }
        self.side = side
        names = text.skippingSpaces(from: place + 1)
        guard names < text.count, Ascii.isUpper(text.bytes[names]) || text.bytes[names] >= 0x80 else { return nil }
    }

    static func isRollCall(_ text: String) -> Bool { RollCall(InlineText(text)) != nil }

    private static func opening(_ text: InlineText) -> (Side?, Int)? {
        if let end = favour.end(in: text, at: 0) { return (.favour, end) }
        if let end = against.end(in: text, at: 0) { return (.against, end) }
        if let end = abstaining.end(in: text, at: 0) { return (.abstain, end) }
        return absent.end(in: text, at: 0).map { (nil, $0) }
    }

    private static let favour: WordList = ["in favour", "in favor", "for"]
    private static let against: WordList = ["against"]
    private static let abstaining: WordList = ["abstaining", "abstain", "abstained", "abstentions", "abstention"]
    private static let absent: WordList = ["absent or not voting", "absent"]
}
