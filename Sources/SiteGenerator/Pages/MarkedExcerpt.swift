import Foundation
import Templating

/// A piece of a text around words that matter, with these words marked.
struct MarkedExcerpt {
    /// HTML within Markdown; everything in it is escaped.
    let markup: String

    /// - Parameter words: as they stand in the text, the weightiest first; letter case and kind of space do not matter.
    init(of text: String, marking words: [String]) {
        let words = words.map { RunningText.spaced(Substring($0)).replacing("\u{A0}", with: " ") }
        let text = text.replacing("\u{A0}", with: " ")
        var excerpt = Wording.excerpt(text, limit: 400)
        if let first = words.lazy.compactMap({ text.range(of: $0, options: .caseInsensitive) }).first {
            let start = text.utf8.distance(from: text.startIndex, to: first.lowerBound)
            let end = text.utf8.distance(from: text.startIndex, to: first.upperBound)
            excerpt = Wording.passage(of: text, around: start..<end, reach: 200)
        }
        markup = Self.marked(excerpt, words)
    }

    private static func marked(_ text: String, _ words: [String]) -> String {
        var ranges: [Range<String.Index>] = []
        for word in words {
            var from = text.startIndex
            while let range = text.range(of: word, options: .caseInsensitive, range: from..<text.endIndex) {
                if !ranges.contains(where: { $0.overlaps(range) }) { ranges.append(range) }
                from = range.upperBound
            }
        }
        var markup = ""
        var position = text.startIndex
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            markup += Escaping.markdownPiece(String(text[position..<range.lowerBound]))
            markup += "<mark>" + Escaping.markdownPiece(String(text[range])) + "</mark>"
            position = range.upperBound
        }
        return markup + Escaping.markdownPiece(String(text[position...]))
    }
}
