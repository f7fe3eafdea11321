/// Markdown or HTML of the program's own making, in UTF-8: every text in it was escaped on its way in.
package struct Markup: Sendable, Equatable {
    package private(set) var bytes: [UInt8]

    package init(_ bytes: [UInt8] = []) { self.bytes = bytes }

    package init(_ markup: String) { bytes = Array(markup.utf8) }

    /// - Parameter capacity: how many bytes are likely to be written.
    package init(capacity: Int) {
        bytes = []
        bytes.reserveCapacity(capacity)
    }

    package static func += (markup: inout Markup, literal: StaticString) {
        markup.bytes.append(contentsOf: literal.utf8)
    }

    package mutating func append(_ markup: String) { bytes.append(contentsOf: markup.utf8) }

    /// Writes a text, as ``Escaping/markdown(_:)`` escapes it.
    /// - Parameter text: UTF-8.
    package mutating func append(text: UnsafeBufferPointer<UInt8>) {
        MarkdownEscaper.append(text, keepsOuterSpaces: false, to: &bytes)
    }

    /// Writes a piece of a line, as ``Escaping/markdownPiece(_:)`` escapes it.
    /// - Parameter text: UTF-8.
    package mutating func append(piece text: UnsafeBufferPointer<UInt8>) {
        MarkdownEscaper.append(text, keepsOuterSpaces: true, to: &bytes)
    }
}
