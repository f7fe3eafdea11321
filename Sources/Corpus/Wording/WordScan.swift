/// Finds words in a text: runs of letters and digits.
enum WordScan {
    struct Word {
        /// In lower case, as far as they are ASCII.
        var letters: [UInt8]
        var start: Int
        var end: Int
        /// A full stop, colon, semicolon or bracket follows.
        var endsSentence = false
    }

    static func words(of bytes: UnsafeBufferPointer<UInt8>) -> [Word] {
        var words: [Word] = []
        var index = 0
        while index < bytes.count {
            let length = letterLength(bytes, at: index)
            if length == 0 {
                if Self.ends.contains(bytes[index]), !words.isEmpty {
                    words[words.count - 1].endsSentence = true
                }
                index += 1
                continue
            }
            let start = index
            var letters: [UInt8] = []
            while index < bytes.count {
                let length = max(letterLength(bytes, at: index), apostropheLength(bytes, at: index))
                guard length > 0 else { break }
                for byte in bytes[index..<index + length] {
                    letters.append((UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte)
                }
                index += length
            }
            words.append(Word(letters: letters, start: start, end: index))
        }
        return words
    }

    private static let ends: [UInt8] = [
        UInt8(ascii: "."), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "("), UInt8(ascii: ")"),
    ]

    /// How many bytes of a letter or digit stand at an index; 0 for anything else. Punctuation and spaces beyond ASCII
    /// are the blocks of U+0080–U+00BF and U+2000–U+2FFF.
    private static func letterLength(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
        let byte = bytes[index]
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            return 1
        case 0xC3...0xDF: return min(2, bytes.count - index)
        case 0xE2: return 0
        case 0xE0...0xEF: return min(3, bytes.count - index)
        case 0xF0...0xF4: return min(4, bytes.count - index)
        default: return 0
        }
    }

    /// How many bytes an apostrophe takes that belongs to a word, because two letters follow (`Da’esh`, not `women’s`).
    private static func apostropheLength(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
        let isCurly = bytes[index...].starts(with: [0xE2, 0x80, 0x99])
        guard isCurly || bytes[index] == UInt8(ascii: "'") else { return 0 }
        let length = isCurly ? 3 : 1
        let next = index + length
        guard next < bytes.count, case let first = letterLength(bytes, at: next), first > 0 else { return 0 }
        let second = next + first
        return second < bytes.count && letterLength(bytes, at: second) > 0 ? length : 0
    }
}
