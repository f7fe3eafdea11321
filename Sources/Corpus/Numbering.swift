import Meetings

/// How the paragraphs of a resolution are numbered in a digest and in the official document, found by their words.
package struct Numbering: Sendable {
    /// Every paragraph that the digest prints, in its order.
    package let paragraphs: [Paragraph]

    package struct Paragraph: Sendable, Hashable {
        /// `op-12`, as the digest numbers it.
        package let printed: String
        /// The same words in the official document; nil where it has no such paragraph, or several.
        package let official: String?
    }

    init(printed: FullText, official: FullText) {
        var places: [String: [String]] = [:]
        for (id, clause) in Self.ids(of: official) { places[Self.words(of: clause), default: []].append(id) }
        paragraphs = Self.ids(of: printed).map { id, clause in
            let same = places[Self.words(of: clause)] ?? []
            return Paragraph(printed: id, official: same.contains(id) ? id : same.count == 1 ? same[0] : nil)
        }
    }

    /// Those that are not the same paragraph under the same number.
    package var differences: [Paragraph] { paragraphs.filter { $0.official != $0.printed } }

    private static func ids(of text: FullText) -> [(id: String, clause: FullText.Clause)] {
        var book = AddressBook()
        return text.preamble.map { (book.claim("pp-\($0.number)"), $0) }
            + text.operative.map { (book.claim("op-\($0.number)"), $0) }
    }

    /// The first letters and digits, which copies do not change as they do marks and spaces.
    private static func words(of clause: FullText.Clause) -> String {
        var letters: [UInt8] = []
        for byte in clause.text.utf8 where letters.count < 60 {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): letters.append(byte | 0x20)
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): letters.append(byte)
            default: break
            }
        }
        return String(decoding: letters, as: UTF8.self)
    }
}

extension Corpus {
    /// How digest and official document number the paragraphs; nil where the corpus has only one of the two.
    package func numbering(of resolution: Ref<ResolutionEntry>) -> Numbering? {
        guard let printed = printedText(of: resolution), let official = officialText(of: resolution) else { return nil }
        return Numbering(printed: printed, official: official.text)
    }
}
