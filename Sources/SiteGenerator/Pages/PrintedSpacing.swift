/// Typewriter spacing set as print: a no-break space beside a space, and runs of spaces, become one space.
struct PrintedSpacing {
    private let bytes: UnsafeBufferPointer<UInt8>

    /// The text with its spaces set as print has them.
    static func of(_ text: String) -> String {
        var text = text
        return text.withUTF8 { bytes -> String? in
            let spacing = PrintedSpacing(bytes: bytes)
            guard let run = spacing.nextRun(from: 0) else { return nil }
            return String(decoding: spacing.printed(from: run), as: UTF8.self)
        } ?? text
    }

    /// As much of the beginning of `of(text)` as holds more than a number of bytes; all of it where that is about as short.
    static func beginning(of text: String, holding count: Int) -> String {
        // A run of spaces that is cut changes no more than the last two bytes.
        let sure = count + 2
        guard text.utf8.count > 2 * sure + 3 else { return of(text) }
        var end = text.utf8.index(text.startIndex, offsetBy: 2 * sure)
        while text.utf8[end] & 0xC0 == 0x80 { text.utf8.formIndex(after: &end) }
        let head = of(String(text[..<end]))
        return head.utf8.count > sure ? head : of(text)
    }

    /// Hands over the bytes of a text with their spaces set as print has them.
    static func of<Result>(
        _ bytes: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Result
    ) -> Result {
        let spacing = PrintedSpacing(bytes: bytes)
        guard let run = spacing.nextRun(from: 0) else { return body(bytes) }
        return spacing.printed(from: run).withUnsafeBufferPointer(body)
    }

    /// - Parameter first: the first run of spaces.
    private func printed(from first: Range<Int>) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count)
        var copied = 0
        var next: Range<Int>? = first
        while let run = next {
            text.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[copied..<run.lowerBound]))
            text.append(UInt8(ascii: " "))
            copied = run.upperBound
            next = nextRun(from: copied)
        }
        text.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[copied...]))
        return text
    }

    /// Where two or more spaces stand side by side next.
    private func nextRun(from start: Int) -> Range<Int>? {
        var index = start
        while index < bytes.count {
            let width = spaceWidth(at: index)
            guard width > 0 else {
                index += 1
                continue
            }
            var end = index + width
            while case let more = spaceWidth(at: end), more > 0 { end += more }
            if end > index + width { return index..<end }
            index = end
        }
        return nil
    }

    /// How many bytes a space takes here, plain or no-break; 0 for anything else.
    private func spaceWidth(at index: Int) -> Int {
        guard index < bytes.count else { return 0 }
        if bytes[index] == UInt8(ascii: " ") { return 1 }
        return bytes[index] == 0xC2 && index + 1 < bytes.count && bytes[index + 1] == 0xA0 ? 2 : 0
    }
}
