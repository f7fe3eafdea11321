import Meetings

/// A symbol printed in a text: `S/2016/949`, `A/ES-11/L.1`, `S/PV.7847`, `SC/14798`, `S/RES/2606(2021)`.
struct DocumentSymbol: Equatable {
    var kind: Reference.Kind
    /// In canonical form: hyphens plain, `S/RES/2606 (2021)` with its space.
    var target: String
    var range: Range<Int>
    /// The symbol is not printed as its series writes it (`S/RES/2603/(2021)`).
    var isMalformed = false

    /// Reads the symbol whose first slash stands at `slash`; nil where the words there are no symbol (`ISIL/Da’esh`, `24/7`).
    static func read(_ text: InlineText, slash: Int) -> DocumentSymbol? {
        guard let start = prefixStart(text, before: slash) else { return nil }
        var end = symbolEnd(text, from: slash)
        while end > slash, [Ascii.period, Ascii.hyphen, Ascii.slash].contains(text.bytes[end - 1]) { end -= 1 }
        let segments = plain(text, start..<end).split(separator: "/", omittingEmptySubsequences: false)
        guard segments.count > 1, segments.allSatisfy(isSegment), segments.dropFirst().contains(where: hasDigit) else {
            return resolution(text, start, end, segments)
        }
        if let resolution = resolution(text, start, end, segments) { return resolution }
        return series(text, start..<end, segments)
    }

    private static func series(_ text: InlineText, _ range: Range<Int>, _ segments: [Substring]) -> DocumentSymbol? {
        let target = segments.joined(separator: "/")
        let first = segments[0]
        if first == "PRST" { return DocumentSymbol(kind: .presidentialStatement, target: "S/" + target, range: range) }
        if segments.count == 4, first == "S", segments[1] == "PRST" {
            return DocumentSymbol(kind: .presidentialStatement, target: target, range: range)
        }
        if isPress(segments) || (isPressForm(segments) && isAnnouncedAsPress(text, before: range.lowerBound)) {
            return DocumentSymbol(kind: .pressRelease, target: target, range: range)
        }
        guard isDocument(text, range.lowerBound, segments) else { return nil }
        if let resolution = assemblyResolution(text, range, segments) { return resolution }
        if segments.contains(where: { $0.hasPrefix("PV.") || $0.hasPrefix("SR.") }) {
            return record(text, range, target)
        }
        return DocumentSymbol(kind: .document, target: target, range: range)
    }

    /// "resolution A/ES-11/1": the Assembly's series left out of the symbol.
    private static func assemblyResolution(
        _ text: InlineText, _ range: Range<Int>, _ segments: [Substring]
    ) -> DocumentSymbol? {
        guard segments.count == 3, segments[0] == "A", segments[2].utf8.allSatisfy(Ascii.isDigit),
            let word = text.previousWord(before: range.lowerBound), text.matches("resolution", at: word.lowerBound),
            !(text.previousWord(before: word.lowerBound).map { text.matches("draft", at: $0.lowerBound) } ?? false)
        else { return nil }
        return DocumentSymbol(
            kind: .resolution, target: "A/RES/\(segments[1])/\(segments[2])", range: range, isMalformed: true)
    }

    /// `S/PV.7847 (Resumption 1)`: the brackets belong to the symbol.
    private static func record(_ text: InlineText, _ range: Range<Int>, _ target: String) -> DocumentSymbol {
        let open = text.skippingSpaces(from: range.upperBound)
        if let number = text.end(of: "(resumption ", at: open), let (value, end) = text.number(at: number, limit: 2),
            text.byte(end) == Ascii.closeParenthesis
        {
            let whole = range.lowerBound..<end + 1
            return DocumentSymbol(kind: .meetingRecord, target: "\(target) (Resumption \(value))", range: whole)
        }
        return DocumentSymbol(kind: .meetingRecord, target: target, range: range)
    }

    // MARK: Resolutions by symbol

    /// `S/RES/2606(2021)`, `S/RES/2603/(2021)`, `A/RES/71/1`, `A/RES/3314 (XXIX)`, `A/HRC/RES/16/18`.
    private static func resolution(
        _ text: InlineText, _ start: Int, _ end: Int, _ segments: [Substring]
    ) -> DocumentSymbol? {
        guard let res = segments.firstIndex(of: "RES"), res == 1 || (res == 2 && segments[1] == "HRC"),
            segments.count > res + 1
        else { return nil }
        var place = start
        for _ in 0...res { place = text.bytes[place...].firstIndex(of: Ascii.slash).map { $0 + 1 } ?? place }
        guard let number = ResolutionNumber.read(text, at: place) else {
            return unusual(text, start, place, segments[0])
        }
        let named: Organ? = res == 2 ? .humanRightsCouncil : organ(segments[0])
        let symbol = Organ.symbol(of: number.form, named: named, meeting: named ?? .securityCouncil)
        var found = DocumentSymbol(kind: .resolution, target: symbol, range: start..<number.range.upperBound)
        if case .council(_, .some) = number.form, text.bytes[number.range].contains(Ascii.slash) {
            found.isMalformed = true
        }
        return found
    }

    /// `S/RES/46`, too short to be taken for a number in running text, and `S/RES/2603/(2021)` with a slash too many.
    private static func unusual(_ text: InlineText, _ start: Int, _ place: Int, _ organ: Substring) -> DocumentSymbol? {
        guard let (value, end) = text.number(at: place, limit: 4), value > 0 else { return nil }
        let target = "\(organ)/RES/\(value)"
        if text.byte(end) == Ascii.slash, let (year, close) = ResolutionNumber.year(text, at: end + 1) {
            return DocumentSymbol(
                kind: .resolution, target: "\(target) (\(year))", range: start..<close, isMalformed: true)
        }
        return text.isWordEnd(end) ? DocumentSymbol(kind: .resolution, target: target, range: start..<end) : nil
    }

    private static func organ(_ letter: Substring) -> Organ {
        switch letter {
        case "A": .generalAssembly
        case "E": .economicAndSocialCouncil
        default: .securityCouncil
        }
    }

    // MARK: The run of bytes that is a symbol

    /// The first segment: one to six capitals at the start of a word.
    private static func prefixStart(_ text: InlineText, before slash: Int) -> Int? {
        var start = slash
        while start > 0, slash - start < 7, Ascii.isUpper(text.bytes[start - 1]) { start -= 1 }
        guard start < slash, slash - start < 7, text.isWordStart(start) else { return nil }
        let before = text.byte(start - 1)
        return before == Ascii.slash || before == Ascii.period || before == Ascii.hyphen ? nil : start
    }

    private static func symbolEnd(_ text: InlineText, from slash: Int) -> Int {
        var end = slash
        while let byte = text.byte(end), end - slash < 60 {
            if Ascii.isAlphanumeric(byte) || byte == Ascii.slash || byte == Ascii.period || byte == Ascii.hyphen {
                end += 1
            } else if Typography.has(Typography.nonBreakingHyphen, in: text.bytes, at: end) {
                end += 3
            } else {
                break
            }
        }
        return end
    }

    private static func plain(_ text: InlineText, _ range: Range<Int>) -> String {
        InlineText.plainHyphens(text.bytes[range])
    }

    /// Segments open with a capital or a digit and hold nothing but letters, digits, stops and hyphens.
    private static func isSegment(_ segment: Substring) -> Bool {
        guard let first = segment.utf8.first else { return false }
        guard Ascii.isUpper(first) || Ascii.isDigit(first) else { return false }
        // Words in small letters are none of a symbol, but for its additions (`Add.1`, `Rev.1`, `Corr.1`).
        return hasDigit(segment) || !segment.utf8.contains(where: Ascii.isLower)
    }

    private static func hasDigit(_ segment: Substring) -> Bool { segment.utf8.contains(where: Ascii.isDigit) }

    // MARK: Series

    /// Press releases: `SC/14798`, `GA/SHC/3760`, `SG/SM/21158`, `SC/6570/Rev.1`.
    private static func isPress(_ segments: [Substring]) -> Bool {
        PressSeries.openings.contains(String(segments[0])) && isPressForm(segments)
    }

    private static func isPressForm(_ segments: [Substring]) -> Bool {
        let rest = segments.dropFirst().drop { !hasDigit($0) }
        guard let number = rest.first, number.utf8.allSatisfy(Ascii.isDigit), number.utf8.count <= 6 else {
            return false
        }
        return rest.dropFirst().allSatisfy { $0.hasPrefix("Rev") || $0.hasPrefix("Add") || $0.hasPrefix("Corr") }
            && segments.count - rest.count <= 2
    }

    private static func isAnnouncedAsPress(_ text: InlineText, before start: Int) -> Bool {
        guard let word = text.previousWord(before: start) else { return false }
        return text.matches("release", at: word.lowerBound)
    }

    /// The principal organs' series are known by their letter; others by their length, or by the word before them.
    private static func isDocument(_ text: InlineText, _ start: Int, _ segments: [Substring]) -> Bool {
        if ["A", "S", "E", "T", "ST"].contains(segments[0]) { return true }
        if segments.count > 2 { return true }
        guard let word = text.previousWord(before: start) else { return false }
        return text.matches("document", at: word.lowerBound) || text.matches("symbol", at: word.lowerBound)
    }
}
