/// How the text itself spells names in running case, found for names it also sets in capitals.
///
/// `BAN KI-MOON` is read as `Ban Ki-moon` when the lede prints that; letters are taken from the form that has the
/// diacritics, case from the form in running case.
struct SpelledNames {
    /// Running-case spellings by key (`Latin.key`), the first in the text.
    private var spellings: [String: String] = [:]
    /// Keys looked for, by their first word.
    private var wanted: [String: [[Substring]]] = [:]

    init(of names: [String], in texts: some Sequence<String>) {
        for name in names {
            let key = Latin.key(name)
            guard let first = key.split(separator: " ").first.map(String.init) else { continue }
            let words = key.split(separator: " ")
            if wanted[first, default: []].contains(where: { $0 == words }) { continue }
            wanted[first, default: []].append(words)
        }
        guard !wanted.isEmpty else { return }
        let initials = Set(wanted.keys.compactMap(\.utf8.first))
        for text in texts { search(text, initials: initials) }
    }

    /// The name as the text spells it in running case; nil when it does so nowhere.
    func spelling(of name: String) -> String? {
        guard let spelled = spellings[Latin.key(name)] else { return nil }
        return Self.merged(capitals: name, running: spelled)
    }

    private mutating func search(_ text: String, initials: Set<UInt8>) {
        var text = text
        let starts: [Int] = text.withUTF8 { bytes in
            var starts: [Int] = []
            var isWordStart = true
            for index in bytes.indices {
                let byte = bytes[index]
                if isWordStart, isCapital(byte), index + 2 < bytes.count, isSmall(bytes[index + 1]) || byte >= 0xC3 {
                    if byte >= 0xC3 || initials.contains(byte | 0x20) { starts.append(index) }
                }
                isWordStart = byte == 0x20 || byte == 0xA0 || byte == 0x9C || byte == UInt8(ascii: "(")
            }
            return starts
        }
        guard !starts.isEmpty else { return }
        let utf8 = Array(text.utf8)
        for start in starts { match(utf8, from: start) }
    }

    private func isCapital(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) || (0xC3...0xC8).contains(byte) }
    private func isSmall(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) || byte >= 0x80 }

    private mutating func match(_ bytes: [UInt8], from start: Int) {
        var end = start
        while end < bytes.count, bytes[end] > 0x20, bytes[end] != UInt8(ascii: ",") { end += 1 }
        let head = Latin.key(String(decoding: bytes[start..<end], as: UTF8.self)).split(separator: " ")
        guard let first = head.first, let candidates = wanted[String(first)] else { return }
        for words in candidates where spellings[words.joined(separator: " ")] == nil {
            let reach = min(bytes.count, start + 4 * words.reduce(words.count) { $0 + $1.utf8.count })
            guard let spelled = Self.prefix(bytes[start..<reach], matching: words) else { continue }
            if spelled.unicodeScalars.contains(where: { $0.properties.isLowercase }), !Self.isCapitals(spelled) {
                spellings[words.joined(separator: " ")] = spelled
            }
        }
    }

    private static func isCapitals(_ name: String) -> Bool {
        name.split(separator: " ").contains { word in
            word.unicodeScalars.count > 3 && word.unicodeScalars.allSatisfy { !$0.properties.isLowercase }
        }
    }

    /// The beginning of a text whose key is made of these words, with no mark between them.
    private static func prefix(_ bytes: ArraySlice<UInt8>, matching words: [Substring]) -> String? {
        let text = String(decoding: bytes, as: UTF8.self)
        var end = text.startIndex
        let target = words.joined(separator: " ")
        var key: [UInt8] = []
        for index in text.unicodeScalars.indices {
            let scalar = text.unicodeScalars[index]
            if let letter = Latin.base(scalar) {
                key.append(letter)
            } else if scalar == " " || scalar == "-" || scalar == "\u{2011}" || scalar == "\u{A0}" || scalar == "." {
                if key.last != UInt8(ascii: " ") { key.append(UInt8(ascii: " ")) }
            } else if scalar != "'" && scalar != "’" {
                break
            }
            end = text.unicodeScalars.index(after: index)
            if key.count >= target.utf8.count {
                guard key.elementsEqual(target.utf8) else { return nil }
                let next = end < text.endIndex ? text.unicodeScalars[end] : " "
                return Latin.base(next) == nil ? String(text[..<end]).replacing("\u{2011}", with: "-") : nil
            }
        }
        return nil
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
                let isSmall = scalar.properties.isLowercase
                result.append(
                    contentsOf: (isSmall ? capital.properties.lowercaseMapping : String(capital)).unicodeScalars)
            } else {
                result.append(scalar)
            }
        }
        return String(result)
    }
}
