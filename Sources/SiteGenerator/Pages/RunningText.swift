import Corpus
import Meetings
import Templating

/// Turns a digest's words into Markdown: every character escaped, every reference a symbolic link.
struct RunningText {
    let corpus: Corpus

    /// - Parameter emphasis: how many UTF-8 bytes from the start are set in italics (the opening words of a clause).
    func markdown(
        _ text: String, references: [Reference], in meeting: Ref<MeetingEntry>, emphasis: Int = 0
    ) -> String {
        var markdown = ""
        var position = text.startIndex
        if emphasis > 0, emphasis <= text.utf8.count {
            let end = text.utf8.index(text.startIndex, offsetBy: emphasis)
            markdown += "<em>" + Escaping.markdownPiece(Self.spaced(text[..<end])) + "</em>"
            position = end
        }
        for reference in references where reference.end <= text.utf8.count {
            let start = text.utf8.index(text.startIndex, offsetBy: reference.start)
            let end = text.utf8.index(text.startIndex, offsetBy: reference.end)
            guard start >= position, let link = SymbolicAddress(corpus.link(for: reference, in: meeting)) else {
                continue
            }
            markdown += escaped(text[position..<start])
            markdown += "[" + escaped(text[start..<end]) + "](" + link.text + ")"
            position = end
        }
        return markdown + escaped(text[position...])
    }

    func markdown(_ paragraph: Paragraph, in meeting: Ref<MeetingEntry>) -> String {
        markdown(paragraph.text, references: paragraph.references, in: meeting)
    }

    private func escaped(_ words: Substring) -> String { Escaping.markdownPiece(Self.spaced(words)) }

    /// Typewriter spacing set as print: a no-break space beside a space, and runs of spaces, become one space.
    static func spaced(_ words: Substring) -> String {
        guard words.utf8.contains(0xC2) || words.contains("  ") else { return String(words) }
        var text = String.UnicodeScalarView()
        var pending: Unicode.Scalar?
        for scalar in words.unicodeScalars {
            if scalar == " " || scalar == "\u{A0}" {
                pending = pending == nil ? scalar : " "
            } else {
                if let space = pending { text.append(space) }
                pending = nil
                text.append(scalar)
            }
        }
        if let space = pending { text.append(space) }
        return String(text)
    }
}

/// A link as templates write it: a scheme for the kind of page, and what names the page.
///
/// `meeting:sc-7847`, `statement:sc-7847/japan`, `paragraph:s-res-2331-2016/op-10`, or an address of the wide world.
struct SymbolicAddress {
    let text: String

    /// Nil where there is nowhere to lead.
    init?(_ target: LinkTarget) {
        switch target {
        case .meeting(let id): text = "meeting:\(id)"
        case .person(let id): text = "speaker:\(id)"
        case .delegation(let id): text = "delegation:\(id)"
        case .statement(let meeting, let id): text = "statement:\(meeting)/\(id)"
        case .resolution(let id): text = "resolution:\(id)"
        case .paragraph(let resolution, let id): text = "paragraph:\(resolution)/\(id)"
        case .document(let id): text = "document:\(id)"
        case .external(let address):
            guard let destination = Escaping.markdownDestination(address) else { return nil }
            text = destination
        case .none: return nil
        }
    }
}
