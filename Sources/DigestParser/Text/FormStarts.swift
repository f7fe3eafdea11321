/// The places of a text where a form may begin: the first letters of words, letters and marks beyond ASCII, slashes and
/// opening parentheses. All readers of running text go from one to the next and look at no byte between them.
///
/// Of a word only ASCII letters are known here: what stands behind a digit or another letter is given too.
struct FormStarts: Sequence, IteratorProtocol {
    private let bytes: [UInt8]
    private let end: Int
    /// The first byte of those that `places` tells of.
    private var first: Int
    /// A bit for each place still to be given, of so many bytes as a number has bits.
    private var places: UInt64 = 0

    init(in text: InlineText, _ range: Range<Int>) {
        bytes = text.bytes
        end = range.upperBound
        first = range.lowerBound
        places = places(from: first)
    }

    mutating func next() -> Int? {
        while places == 0 {
            first += UInt64.bitWidth
            guard first < end else { return nil }
            places = places(from: first)
        }
        let place = first + places.trailingZeroBitCount
        places &= places - 1
        return place < end ? place : nil
    }

    /// Leaves out the places before an index.
    mutating func skip(to index: Int) {
        guard index > first else { return }
        if index < first + UInt64.bitWidth {
            places &= ~0 << UInt64(index - first)
        } else {
            first = index
            places = places(from: first)
        }
    }

    private func places(from start: Int) -> UInt64 {
        guard start < end else { return 0 }
        return bytes.withUnsafeBufferPointer { bytes in
            var places: UInt64 = 0
            // The answer for the byte before, where it would stand behind the block's.
            var last: UInt64 = start > 0 && Ascii.isLetter(bytes[start - 1]) ? 0x80 : 0
            var offset = 0
            while offset < UInt64.bitWidth {
                let block = ByteBlock(bytes, at: start + offset)
                let letters = block.letters
                let words = letters & ~(letters << 8 | last)
                let marks = block.leads | block.equal(to: Ascii.slash) | block.equal(to: Ascii.openParenthesis)
                places |= ByteBlock.bits(of: words | marks) << UInt64(offset)
                last = letters >> 56
                offset += ByteBlock.width
            }
            return places
        }
    }
}
