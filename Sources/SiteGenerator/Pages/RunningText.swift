import Corpus
import Meetings
import Templating

/// Turns a digest's words into Markdown: every character escaped, every reference a symbolic link.
struct RunningText {
    let corpus: Corpus

    /// - Parameter emphasis: how many UTF-8 bytes from the start are set in italics (the opening words of a clause).
    func markdown(
        _ text: String, references: [Reference], in meeting: Ref<MeetingEntry>?, emphasis: Int = 0
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

    func markdown(_ paragraph: Paragraph, in meeting: Ref<MeetingEntry>?) -> String {
        markdown(paragraph.text, references: paragraph.references, in: meeting)
    }

    private func escaped(_ words: Substring) -> String { Escaping.markdownPiece(Self.spaced(words)) }

    /// Typewriter spacing set as print: a no-break space beside a space, and runs of spaces, become one space.
    static func spaced(_ words: Substring) -> String {
        var words = words
        let isPrint = words.withUTF8 { !mayHaveTypewriterSpacing($0) }
        if isPrint { return String(words) }
        return words.withUTF8 { bytes in
            var text: [UInt8] = []
            text.reserveCapacity(bytes.count)
            var index = 0
            while index < bytes.count {
                let run = spaces(bytes[index...])
                switch run.count {
                case 0: text.append(bytes[index])
                case 1: text += bytes[index..<(index + run.length)]
                default: text.append(UInt8(ascii: " "))
                }
                index += max(run.length, 1)
            }
            return String(decoding: text, as: UTF8.self)
        }
    }

    /// Whether two spaces may stand side by side, of either kind: 0xC2 and 0xA0 are also parts of letters.
    private static func mayHaveTypewriterSpacing(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var last: UInt8 = 0
        for byte in bytes {
            if byte == UInt8(ascii: " "), last == byte || last == 0xA0 { return true }
            if byte == 0xC2, last == UInt8(ascii: " ") || last == 0xA0 { return true }
            last = byte
        }
        return false
    }

    /// The spaces, plain and no-break, that the bytes begin with: how many, and how many bytes they take.
    private static func spaces(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> (count: Int, length: Int) {
        var (count, index) = (0, bytes.startIndex)
        while index < bytes.endIndex {
            if bytes[index] == UInt8(ascii: " ") {
                index += 1
            } else if bytes[index] == 0xC2, index + 1 < bytes.endIndex, bytes[index + 1] == 0xA0 {
                index += 2
            } else {
                break
            }
            count += 1
        }
        return (count, index - bytes.startIndex)
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
