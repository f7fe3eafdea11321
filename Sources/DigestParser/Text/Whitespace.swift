/// White space as copied pages hold it: tabs, no-break and other wide spaces, zero-width marks.
enum Whitespace {
    /// How many bytes of white space or invisible marks begin here; 0 for anything seen.
    @inline(__always)
    static func length(in bytes: UnsafeBufferPointer<UInt8>, at index: Int, before end: Int) -> Int {
        let byte = bytes[index]
        if byte < 0x80 { return byte <= 0x20 || byte == 0x7F ? 1 : 0 }
        switch byte {
        case 0xC2 where index + 1 < end:
            return bytes[index + 1] == 0xA0 || bytes[index + 1] == 0xAD ? 2 : 0
        case 0xE2 where index + 2 < end && bytes[index + 1] == 0x80:
            let third = bytes[index + 2]
            return (0x80...0x8F).contains(third) || third == 0xAF || third == 0xA8 || third == 0xA9 ? 3 : 0
        case 0xE2 where index + 2 < end && bytes[index + 1] == 0x81:
            return bytes[index + 2] == 0x9F || bytes[index + 2] == 0xA0 ? 3 : 0
        case 0xE3 where index + 2 < end && bytes[index + 1] == 0x80:
            return bytes[index + 2] == 0x80 ? 3 : 0
        case 0xEF where index + 2 < end && bytes[index + 1] == 0xBB:
            return bytes[index + 2] == 0xBF ? 3 : 0
        default:
            return 0
        }
    }

    /// The range without the white space around it; empty when there is nothing else.
    static func trimmed(_ range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Range<Int> {
        var start = range.lowerBound
        while start < range.upperBound {
            let space = length(in: bytes, at: start, before: range.upperBound)
            if space == 0 { break }
            start += space
        }
        var end = range.upperBound
        trailing: while end > start {
            for width in 1...3 where end - width >= start {
                if length(in: bytes, at: end - width, before: end) == width {
                    end -= width
                    continue trailing
                }
            }
            break
        }
        return start..<end
    }
}
