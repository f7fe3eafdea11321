/// What a `Range` header asks of a file (RFC 9110, section 14): one part of it.
enum ByteRange: Equatable {
    /// No part, or several, or a header that means nothing: the whole file is the answer.
    case whole
    case part(Range<Int>)
    case unsatisfiable

    init(header: String?, size: Int) {
        guard let header, header.utf8.starts(with: "bytes=".utf8) else {
            self = .whole
            return
        }
        let bounds = header.dropFirst(6).split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        guard bounds.count == 2, let first = Self.number(bounds[0]), let last = Self.number(bounds[1]) else {
            self = .whole
            return
        }
        switch (first, last) {
        case (.none, .none): self = .whole
        case (.none, .some(let length)):
            self = length == 0 || size == 0 ? .unsatisfiable : .part(max(0, size - length)..<size)
        case (.some(let first), let last):
            if let last, last < first {
                self = .whole
            } else {
                self = first < size ? .part(first..<min(size, (last ?? size - 1) + 1)) : .unsatisfiable
            }
        }
    }

    /// Digits, or nothing at all (`.some(nil)`); nil for anything else. Numbers too large to count are as good as endless.
    private static func number(_ text: Substring) -> Int?? {
        if text.isEmpty { return .some(nil) }
        guard text.utf8.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }) else { return nil }
        return .some(Int(text) ?? Int.max - 1)
    }
}
