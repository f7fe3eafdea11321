import Foundation

/// The place of a file or folder in the output: `meetings/sc-7847/index.html`. Compared by bytes.
package struct OutputPath: Sendable, Hashable, Comparable {
    package let text: String

    /// The folder of the output in which its own books are kept.
    package static let books = ".rapporteur"

    /// - Returns: nil when the text is no plain relative path, holds control characters or leads into the books.
    package init?(_ text: String) {
        // By bytes: as a Character, a slash hides in the mark that combines with it.
        let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
        guard let first = parts.first, parts.allSatisfy({ !["", ".", ".."].contains($0) }),
            Self.folded(first) != Self.books, text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F })
        else { return nil }
        self.text = text
    }

    private init(trusted text: String) { self.text = text }

    /// The folder it lies in; nil at the top.
    package var folder: OutputPath? {
        text.utf8.lastIndex(of: UInt8(ascii: "/")).map { OutputPath(trusted: String(text[..<$0])) }
    }

    /// The folders it lies in, innermost first.
    package var folders: some Sequence<OutputPath> {
        sequence(state: folder) { next in
            defer { next = next?.folder }
            return next
        }
    }

    /// What it shares with paths that a file system may hold for the same, because they differ only in letter case or
    /// in how accents are put together; nil when that is the path itself.
    package var folded: OutputPath? {
        let isPlain = text.utf8.allSatisfy { $0 < 0x80 && !(UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0) }
        return isPlain ? nil : OutputPath(trusted: Self.folded(text))
    }

    private static func folded(_ text: String) -> String { text.lowercased().precomposedStringWithCanonicalMapping }

    package static func == (a: OutputPath, b: OutputPath) -> Bool {
        a.text.utf8.count == b.text.utf8.count && a.text.utf8.elementsEqual(b.text.utf8)
    }

    package static func < (a: OutputPath, b: OutputPath) -> Bool { String.precedesInBytes(a.text, b.text) }

    package func hash(into hasher: inout Hasher) {
        var text = text
        text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
}
