/// How the text itself spells names in running case, found for names it also sets in capitals.
///
/// `BAN KI-MOON` is read as `Ban Ki-moon` when the lede prints that; letters are taken from the form that has the
/// diacritics, case from the form in running case.
struct SpelledNames {
    private struct Wanted {
        /// As `Latin.keyBytes` makes it.
        let key: [UInt8]
        /// The first in the text.
        var spelling: String?
    }

    private var wanted: [Wanted] = []
    /// Places in `wanted` by the hash of the whole key.
    private var byKey: [KeyHash: Int] = [:]
    private var firstWords: Set<KeyHash> = []
    /// Whether a name opens with two letters: a cheap "no" for almost every word.
    private var openings = PairSet()
    private var longest = 0

    init(of names: [String], in texts: some Sequence<String>) {
        for name in names { add(name) }
        guard !wanted.isEmpty else { return }
        for text in texts {
            var text = text
            text.withUTF8 { search($0) }
        }
    }

    /// The name as the text spells it in running case; nil when it does so nowhere.
    func spelling(of name: String) -> String? {
        byKey[KeyHash(name)].flatMap { wanted[$0].spelling }.map { Self.merged(capitals: name, running: $0) }
    }

    private mutating func add(_ name: String) {
        let hash = KeyHash(name)
        guard byKey[hash] == nil else { return }
        let key = Latin.keyBytes(name)
        guard !key.isEmpty else { return }
        byKey[hash] = wanted.count
        firstWords.insert(KeyHash(String(decoding: key.prefix { $0 != Ascii.space }, as: UTF8.self)))
        openings.insert(key[0], key.count > 1 ? key[1] : 0)
        longest = max(longest, key.count)
        wanted.append(Wanted(key: key))
    }

    // MARK: Searching

    private mutating func search(_ bytes: UnsafeBufferPointer<UInt8>) {
        var start = 0
        while start < bytes.count {
            defer { start += ByteBlock.width }
            let block = ByteBlock(bytes, at: start)
            var capitals = block.capitals | block.leadsOfTwo
            while capitals != 0 {
                let index = start + ByteBlock.first(of: capitals)
                capitals &= capitals - 1
                guard index + 2 < bytes.count, isCapital(bytes[index]), opensName(bytes[index], bytes[index + 1]),
                    index == 0 || partsWords(bytes[index - 1])
                else { continue }
                match(bytes, from: index)
            }
        }
    }

    /// A space, the last byte of a no-break one or of a quotation mark, a bracket.
    private func partsWords(_ byte: UInt8) -> Bool {
        byte == Ascii.space || byte == 0xA0 || byte == 0x9C || byte == Ascii.openParenthesis
    }

    private func isCapital(_ byte: UInt8) -> Bool { Ascii.isUpper(byte) || 0xC3...0xC8 ~= byte }

    private func opensName(_ first: UInt8, _ second: UInt8) -> Bool {
        if first >= 0xC3 || second >= 0x80 { return true }
        return Ascii.isLower(second) && openings.contains(first | 0x20, second)
    }

    /// Reads on from a capital, letter by letter, as long as it may be a name; asks at the end of each word.
    private mutating func match(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) {
        let reach = min(bytes.count, start + 4 * longest)
        var hash = KeyHash()
        var isFirstWord = true
        var index = start
        while index < reach {
            let (scalar, length) = Latin.scalar(in: bytes, at: index)
            index += length
            if let letter = Latin.base(scalar) {
                hash.append(letter)
                let next = index < bytes.count ? Latin.scalar(in: bytes, at: index).scalar : " "
                if Latin.base(next) != nil || isFirstWord && Latin.isJoiner(next) { continue }
                if isFirstWord, !firstWords.contains(hash) { return }
                if let place = byKey[hash], wanted[place].spelling == nil { keep(bytes[start..<index], at: place) }
            } else if isSeparator(scalar) {
                hash.part()
                isFirstWord = false
            } else if scalar != "'", scalar != "’" {
                return
            }
        }
    }

    /// What stands between the words of a name.
    private func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
        scalar == " " || scalar == "-" || scalar == "\u{2011}" || scalar == "\u{A0}" || scalar == "."
    }

    private mutating func keep(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, at place: Int) {
        let spelled = InlineText.plainHyphens(bytes)
        guard Latin.keyBytes(spelled) == wanted[place].key,
            spelled.unicodeScalars.contains(where: Latin.isLower), !Self.isCapitals(spelled)
        else { return }
        wanted[place].spelling = spelled
    }

    private static func isCapitals(_ name: String) -> Bool {
        name.split(separator: " ").contains { word in
            word.unicodeScalars.count > 3 && word.unicodeScalars.allSatisfy { !Latin.isLower($0) }
        }
    }

    /// Case from the running form; of two letters the one with a diacritic.
    private static func merged(capitals: String, running: String) -> String {
        let printed = capitals.unicodeScalars.filter { Latin.base($0) != nil }
        var index = printed.startIndex
        var result = String.UnicodeScalarView()
        for scalar in running.unicodeScalars {
            guard Latin.base(scalar) != nil, index < printed.endIndex else {
                result.append(scalar)
                continue
            }
            let capital = printed[index]
            index = printed.index(after: index)
            if scalar.isASCII, !capital.isASCII {
                let isSmall = Latin.isLower(scalar)
                result.append(
                    contentsOf: (isSmall ? capital.properties.lowercaseMapping : String(capital)).unicodeScalars)
            } else {
                result.append(scalar)
            }
        }
        return String(result)
    }
}
