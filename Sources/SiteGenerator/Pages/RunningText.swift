import Corpus
import Meetings
import Templating

/// Turns a digest's words into Markdown: every character escaped, every reference a symbolic link.
struct RunningText {
    let corpus: Corpus

    /// - Parameter emphasis: how many UTF-8 bytes from the start are set in italics (the opening words of a clause).
    func markdown(
        _ text: String, references: [Reference], in meeting: Ref<MeetingEntry>?, emphasis: Int = 0
    ) -> Markup {
        var text = text
        return text.withUTF8 { bytes in
            var markdown = Markup(capacity: bytes.count + bytes.count / 8)
            var position = 0
            if emphasis > 0, emphasis <= bytes.count {
                markdown += "<em>"
                append(bytes[..<emphasis], to: &markdown)
                markdown += "</em>"
                position = emphasis
            }
            for reference in references where reference.end <= bytes.count && reference.start >= position {
                guard let link = SymbolicAddress(corpus.link(for: reference, in: meeting)) else { continue }
                append(bytes[position..<reference.start], to: &markdown)
                markdown += "["
                append(bytes[reference.start..<reference.end], to: &markdown)
                markdown += "]("
                markdown.append(link.text)
                markdown += ")"
                position = reference.end
            }
            append(bytes[position...], to: &markdown)
            return markdown
        }
    }

    func markdown(_ paragraph: Paragraph, in meeting: Ref<MeetingEntry>?) -> Markup {
        markdown(paragraph.text, references: paragraph.references, in: meeting)
    }

    private func append(_ words: Slice<UnsafeBufferPointer<UInt8>>, to markdown: inout Markup) {
        PrintedSpacing.of(UnsafeBufferPointer(rebasing: words)) { markdown.append(piece: $0) }
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
