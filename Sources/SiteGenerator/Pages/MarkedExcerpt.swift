import Templating

/// A piece of a text around words that matter, with these words marked.
struct MarkedExcerpt {
    /// HTML within Markdown; everything in it is escaped.
    let markup: String

    /// - Parameter words: as they stand in the text, the weightiest first; the case of ASCII letters and the kind of
    ///   space do not matter.
    init(of text: String, marking words: [String]) {
        let words = words.map { FoldedBytes(Self.plain(PrintedSpacing.of($0))) }.filter { !$0.bytes.isEmpty }
        let text = Self.plain(text)
        let folded = FoldedBytes(text)
        var excerpt = Wording.excerpt(text, limit: 400)
        if let first = words.lazy.compactMap({ folded.range(of: $0, from: 0) }).first {
            excerpt = Wording.passage(of: text, around: first, reach: 200)
        }
        markup = Self.marked(excerpt, words)
    }

    /// The text with plain spaces only.
    private static func plain(_ text: String) -> String {
        guard text.utf8.contains(0xC2) else { return text }
        var plain = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { plain.append(scalar == "\u{A0}" ? " " : scalar) }
        return String(plain)
    }

    private static func marked(_ text: String, _ words: [FoldedBytes]) -> String {
        let folded = FoldedBytes(text)
        var ranges: [Range<Int>] = []
        for word in words {
            var from = 0
            while let range = folded.range(of: word, from: from) {
                if !ranges.contains(where: { $0.overlaps(range) }) { ranges.append(range) }
                from = range.upperBound
            }
        }
        var markup = ""
        let bytes = Array(text.utf8)
        var position = 0
        let piece = { (range: Range<Int>) in
            Escaping.markdownPiece(String(decoding: bytes[range], as: UTF8.self))
        }
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            markup += piece(position..<range.lowerBound)
            markup += "<mark>" + piece(range) + "</mark>"
            position = range.upperBound
        }
        return markup + piece(position..<bytes.count)
    }
}

/// A text to look for, or to look in: ASCII letters small.
private struct FoldedBytes {
    let bytes: [UInt8]

    init(_ text: String) {
        bytes = text.utf8.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 | 0x20 : $0 }
    }

    /// Where `other` stands next, in bytes. Whole characters, because both are UTF-8.
    func range(of other: FoldedBytes, from start: Int) -> Range<Int>? {
        let count = other.bytes.count
        guard let first = other.bytes.first, start + count <= bytes.count else { return nil }
        var index = start
        while let found = bytes[index...].firstIndex(of: first), found + count <= bytes.count {
            if bytes[found..<(found + count)].elementsEqual(other.bytes) { return found..<(found + count) }
            index = found + 1
        }
        return nil
    }
}
