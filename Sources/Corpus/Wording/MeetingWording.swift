import Meetings

/// The terms of a meeting's statements, read once for all resolutions they are compared with.
struct MeetingWording {
    /// A paragraph of a statement.
    struct Passage {
        let turn: TurnRef
        let paragraph: Int
        /// Where the statement's own words begin, in bytes of the paragraph.
        let offset: Int
        /// Its terms, in `MeetingWording.terms`.
        let terms: Range<Int>
    }

    private(set) var passages: [Passage] = []
    private(set) var terms: [UInt64] = []

    init(_ meeting: Ref<MeetingEntry>, of corpus: Corpus, reader: TermReader) {
        for turn in corpus[meeting].turns {
            let statement = corpus.statement(turn.ref)
            for (index, paragraph) in statement.paragraphs.enumerated() {
                let offset = index == 0 ? statement.openerLength : 0
                let start = terms.count
                reader.read(paragraph.text, from: offset) { terms.append($0.number) }
                passages.append(
                    Passage(turn: turn.ref, paragraph: index, offset: offset, terms: start..<terms.count))
            }
        }
    }
}

extension Statement {
    /// Bytes of the first paragraph that only say who speaks: name, role and delegation are no wording.
    fileprivate var openerLength: Int {
        guard var text = paragraphs.first?.text else { return 0 }
        return text.withUTF8 { bytes in
            var end = 0
            for part in [speaker.printed, speaker.role, speaker.delegation] {
                guard var part, !part.isEmpty else { continue }
                // An opener is short: what stands further on is the statement's own.
                let window = bytes[end..<min(bytes.count, end + part.utf8.count + 80)]
                if let found = part.withUTF8({ Self.end(of: $0, in: window) }) { end = found }
            }
            return end
        }
    }

    /// Where the first copy of a part ends.
    private static func end(of part: UnsafeBufferPointer<UInt8>, in text: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
        var start = text.startIndex
        while start + part.count <= text.endIndex {
            if text[start] == part[0], text[start..<start + part.count].elementsEqual(part) {
                return start + part.count
            }
            start += 1
        }
        return nil
    }
}
