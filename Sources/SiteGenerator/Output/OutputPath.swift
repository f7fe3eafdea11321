import Diagnostics
import Foundation

/// The place of a file or folder in the output: `meetings/sc-7847/index.html`. Compared by bytes.
package struct OutputPath: Sendable, Hashable, Comparable {
    package let text: String

    /// The folder of the output in which its own books are kept.
    package static let books = ".rapporteur"

    /// - Returns: nil when the text is no plain relative path, holds control characters or leads into the books.
    package init?(_ text: String) {
        var text = text
        // Only a name that begins with a dot can fold to that of the books.
        guard text.withUTF8(Self.isPlain),
            text.utf8.first != UInt8(ascii: ".") || Self.folded(text.firstComponent) != Self.books
        else { return nil }
        self.text = text
    }

    /// Whether every part is a name: neither empty nor `.` nor `..`, and without control characters. By bytes: as a
    /// Character, a slash hides in the mark that combines with it.
    static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var start = 0
        var dots = 0
        for index in 0...bytes.count {
            if index == bytes.count || bytes[index] == UInt8(ascii: "/") {
                let length = index - start
                if length == 0 || dots == length && length <= 2 { return false }
                start = index + 1
                dots = 0
            } else if bytes[index] < 0x20 || bytes[index] == 0x7F {
                return false
            } else if bytes[index] == UInt8(ascii: ".") {
                dots += 1
            }
        }
        return true
    }

    /// - Parameter text: known as the text of a path.
    init(trusted text: String) { self.text = text }

    /// The folder it lies in; nil at the top.
    package var folder: OutputPath? {
        text.utf8.lastIndex(of: UInt8(ascii: "/")).map { OutputPath(trusted: String(text[..<$0])) }
    }

    /// Whether it lies in a folder itself, and not in one further in.
    /// - Parameter folder: with a slash at its end.
    func lies(in folder: String) -> Bool {
        let (path, folder) = (text.utf8, folder.utf8)
        return !folder.isEmpty && path.starts(with: folder)
            && !path.dropFirst(folder.count).contains(UInt8(ascii: "/"))
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
        var text = text
        guard text.withUTF8(Self.folds) else { return nil }
        let folded = OutputPath(trusted: Self.folded(text))
        return folded == self ? nil : folded
    }

    /// Whether a path holds letters that others may fold to.
    static func folds(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        bytes.contains { $0 >= 0x80 || UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0 }
    }

    private static func folded(_ text: String) -> String { text.lowercased().precomposedStringWithCanonicalMapping }

    package static func == (a: OutputPath, b: OutputPath) -> Bool { a.text.hasSameBytes(as: b.text) }

    package static func < (a: OutputPath, b: OutputPath) -> Bool { String.precedesInBytes(a.text, b.text) }

    package func hash(into hasher: inout Hasher) { text.hashBytes(into: &hasher) }
}

extension String {
    fileprivate var firstComponent: String {
        String(decoding: utf8.prefix { $0 != UInt8(ascii: "/") }, as: UTF8.self)
    }
}
