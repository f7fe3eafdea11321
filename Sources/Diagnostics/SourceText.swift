import Foundation

/// A text file in memory, as UTF-8 bytes with a table of its lines.
///
/// Lines are counted from 1 in the file as given; a line ends at LF, CRLF or CR, which are not part of it.
package struct SourceText: Sendable {
    /// The file as the user names it.
    package let file: String
    /// Valid UTF-8, without byte-order mark.
    package let bytes: [UInt8]
    /// What had to be put right to read the file (its encoding, for one).
    package let diagnostics: [Diagnostic]
    /// Where each line begins and ends in `bytes`, without its terminator.
    package let lines: [Range<Int>]
    /// The same bytes, known to be valid: parts of it are strings without being looked at again.
    private let text: String

    /// Reads bytes as text: UTF-8 with or without byte-order mark; where they are not valid UTF-8, Windows-1252.
    /// - Throws: `not-text` when the bytes are no text in any of these (they hold a NUL byte).
    package init(file: String, bytes raw: [UInt8]) throws(DiagnosticError) {
        let zero = Self.firstIndex(of: 0, in: raw, from: 0)
        if zero < raw.count {
            let line = raw[..<zero].count { $0 == UInt8(ascii: "\n") } + 1
            throw DiagnosticError(
                Diagnostic(
                    id: "not-text", severity: .error, file: file, lines: line...line,
                    message: "this is not a text file: it holds a NUL byte",
                    suggestion: "Save the digest as plain text in UTF-8, or move the file out of the folder of digests."
                ))
        }
        let body = raw.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(raw.dropFirst(3)) : raw
        self.file = file
        if let valid = body.withUnsafeBufferPointer({ String(validating: $0, as: UTF8.self) }) {
            bytes = body
            text = valid
            diagnostics = []
        } else {
            bytes = Windows1252.utf8(body)
            text = String(decoding: bytes, as: UTF8.self)
            diagnostics = [
                Diagnostic(
                    id: "not-utf8", severity: .warning, file: file,
                    message: "the file is not UTF-8 and was read as Windows-1252",
                    suggestion: "Save it as UTF-8 to be sure that every letter is what was meant.")
            ]
        }
        lines = Self.lines(of: bytes)
    }

    /// The bytes of a line, from 1.
    package func line(_ number: Int) -> ArraySlice<UInt8> { bytes[lines[number - 1]] }

    /// A line as a string, from 1.
    package func text(ofLine number: Int) -> String { String(text(lines[number - 1])) }

    /// The text in a range of `bytes`.
    package func text(_ range: Range<Int>) -> Substring {
        let start = text.utf8.index(text.startIndex, offsetBy: range.lowerBound)
        return text[start..<text.utf8.index(start, offsetBy: range.count)]
    }

    private static func lines(of bytes: [UInt8]) -> [Range<Int>] {
        var lines: [Range<Int>] = []
        var start = 0
        var feed = -1
        var carriage = -1
        while start < bytes.count {
            if feed < start { feed = firstIndex(of: UInt8(ascii: "\n"), in: bytes, from: start) }
            if carriage < start { carriage = firstIndex(of: UInt8(ascii: "\r"), in: bytes, from: start) }
            let end = min(feed, carriage)
            lines.append(start..<end)
            start = end + (carriage + 1 == feed ? 2 : 1)
        }
        return lines
    }

    /// The end of the bytes where there is none.
    private static func firstIndex(of byte: UInt8, in bytes: [UInt8], from start: Int) -> Int {
        bytes.withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress, let found = memchr(base + start, Int32(byte), bytes.count - start)
            else {
                return bytes.count
            }
            return UnsafeRawPointer(found) - base
        }
    }
}
