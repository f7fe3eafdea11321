/// A word by its stem, or two words that follow each other, at a place of a text.
struct Term {
    /// The same for the same stem or pair of stems, everywhere.
    let number: UInt64
    /// What it covers, in bytes.
    let start: Int
    let end: Int

    var isPair: Bool { number & 1 == 1 }

    /// A hash of a word without its ending; even.
    /// - Parameter word: in UTF-8; the case of ASCII letters does not matter.
    static func number(ofWord word: UnsafeBufferPointer<UInt8>) -> UInt64 {
        let stem = WordStem(of: word)
        var hash: UInt64 = 0
        var eight: UInt64 = 0
        for index in 0..<stem.length {
            let byte = stem.endsInY && index == stem.length - 1 ? UInt8(ascii: "y") : word[index]
            // Small letters have this bit, and digits too.
            eight = eight << 8 | UInt64(byte < 0x80 ? byte | 0x20 : byte)
            if index & 7 == 7 {
                hash = spread(hash ^ eight)
                eight = 0
            }
        }
        return spread(hash ^ eight) & ~1 | 2
    }

    /// A hash of both; odd.
    static func number(ofPair first: UInt64, _ second: UInt64) -> UInt64 {
        spread(first &* 0x9E37_79B9_7F4A_7C15 ^ second) | 1
    }

    private static func spread(_ hash: UInt64) -> UInt64 {
        let mixed = (hash ^ hash >> 32) &* 0xD6E8_FEB8_6659_FD93
        return mixed ^ mixed >> 32
    }
}

/// Reads the terms of texts.
///
/// Plain words are no terms; a pair needs one word that is not plain, and between its words no function word, full stop,
/// colon, semicolon or bracket.
struct TermReader {
    private let plain: PlainWords

    init(plain: PlainWords = .shipped) { self.plain = plain }

    /// - Parameter start: where to begin, in bytes; places count from the beginning of the text all the same.
    func read(_ text: String, from start: Int = 0, _ found: (Term) -> Void) {
        var text = text
        text.withUTF8 { read($0, from: start, found) }
    }

    private func read(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ found: (Term) -> Void) {
        var last: (stem: UInt64, start: Int, isPlain: Bool)?
        var index = start
        while index < bytes.count {
            let start = index
            index = Self.wordEnd(bytes, from: index)
            guard index > start else {
                if Self.endsSentence(bytes[index]) { last = nil }
                index += 1
                continue
            }
            let word = UnsafeBufferPointer(rebasing: bytes[start..<index])
            if word.count < 3 || Self.joins(word) { continue }
            let stem = Term.number(ofWord: word)
            let standing = plain.standing(stem)
            if standing == .function {
                last = nil
                continue
            }
            if standing == nil { found(Term(number: stem, start: start, end: index)) }
            if let last, !last.isPlain || standing == nil {
                found(Term(number: Term.number(ofPair: last.stem, stem), start: last.start, end: index))
            }
            last = (stem, start, standing != nil)
        }
    }

    /// Where the word ends that begins at an index; the index itself when none begins there.
    private static func wordEnd(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var index = start
        while index < bytes.count, isASCIILetter(bytes[index]) { index += 1 }
        if index == bytes.count || bytes[index] < 0xC3 && bytes[index] != UInt8(ascii: "'") { return index }
        // Other letters may follow, or an apostrophe.
        while index < bytes.count {
            var length = letterLength(bytes, at: index)
            if length == 0, index > start { length = apostropheLength(bytes, at: index) }
            guard length > 0 else { break }
            index += length
        }
        return index
    }

    /// Words that may stand inside a pair: `rule of law`, `suppress and punish`. Shorter ones are passed over anyway.
    private static func joins(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
        guard word.count == 3 else { return false }
        return switch (word[0] | 0x20, word[1] | 0x20, word[2] | 0x20) {
        case (UInt8(ascii: "t"), UInt8(ascii: "h"), UInt8(ascii: "e")),
            (UInt8(ascii: "a"), UInt8(ascii: "n"), UInt8(ascii: "d")),
            (UInt8(ascii: "f"), UInt8(ascii: "o"), UInt8(ascii: "r")):
            true
        default: false
        }
    }

    private static func isASCIILetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    private static func endsSentence(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "."), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "("), UInt8(ascii: ")"): true
        default: false
        }
    }

    /// How many bytes of a letter or digit stand at an index; 0 for anything else. Punctuation and spaces beyond ASCII
    /// are the blocks of U+0080–U+00BF and U+2000–U+2FFF.
    private static func letterLength(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
        switch bytes[index] {
        case let byte where isASCIILetter(byte): 1
        case 0xC3...0xDF: min(2, bytes.count - index)
        case 0xE2: 0
        case 0xE0...0xEF: min(3, bytes.count - index)
        case 0xF0...0xF4: min(4, bytes.count - index)
        default: 0
        }
    }

    /// How many bytes an apostrophe takes that belongs to a word, because two letters follow (`Da’esh`, not `women’s`).
    private static func apostropheLength(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
        let length: Int
        if bytes[index] == UInt8(ascii: "'") {
            length = 1
        } else if bytes[index] == 0xE2, index + 2 < bytes.count, bytes[index + 1] == 0x80, bytes[index + 2] == 0x99 {
            length = 3
        } else {
            return 0
        }
        let next = index + length
        guard next < bytes.count, case let first = letterLength(bytes, at: next), first > 0 else { return 0 }
        let second = next + first
        return second < bytes.count && letterLength(bytes, at: second) > 0 ? length : 0
    }
}
