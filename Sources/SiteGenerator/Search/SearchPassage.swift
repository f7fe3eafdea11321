import Corpus
import Meetings

/// What a search answers with: a statement, or a piece of a long one.
struct SearchPassage: Sendable {
    let turn: Turn
    let anchor: String
    let role: String?
    /// In order, each with white space as print has it.
    let paragraphs: [String]

    /// A longer statement becomes several passages, so that the answer is the place and not the hour.
    static let longest = 6_000

    /// The statements of a meeting in the order of the text.
    static func all(of meeting: Ref<MeetingEntry>, in corpus: Corpus) -> [SearchPassage] {
        corpus[meeting].turns.flatMap { turn in
            let statement = corpus.statement(turn.ref)
            return pieces(of: statement.paragraphs).map {
                SearchPassage(turn: turn, anchor: statement.id, role: statement.speaker.role, paragraphs: $0)
            }
        }
    }

    var size: Int { paragraphs.reduce(0) { $0 + $1.utf8.count } }

    private static func pieces(of paragraphs: [Paragraph]) -> [[String]] {
        var pieces: [[String]] = [[]]
        var size = 0
        for part in paragraphs.flatMap({ parts(of: PrintedSpacing.of($0.text)) }) {
            if size > 0, size + part.utf8.count > longest {
                pieces.append([])
                size = 0
            }
            pieces[pieces.count - 1].append(part)
            size += part.utf8.count
        }
        return pieces
    }

    /// A paragraph that is too long by itself, parted between words.
    private static func parts(of text: String) -> [String] {
        guard text.utf8.count > longest else { return [text] }
        var parts: [String] = []
        var rest = Substring(text)
        while rest.utf8.count > longest {
            let head = rest.utf8.prefix(longest)
            let cut = head.lastIndex(of: UInt8(ascii: " ")) ?? rest.unicodeScalars.index(before: head.endIndex)
            parts.append(String(rest[..<cut]))
            rest = rest[cut...].drop { $0 == " " }
        }
        return parts + [String(rest)]
    }
}

/// The texts of a meeting in files of a few passages each, fetched only for answers that are shown.
struct SearchTexts: Sendable {
    /// The passages of each file; a passage's place is `file × perFile + place in the file`.
    private(set) var files: [[SearchPassage]] = []

    static let perFile = 8
    static let fileSize = 8_000

    init(_ passages: [SearchPassage]) {
        var size = 0
        for passage in passages {
            if let last = files.last, last.count < Self.perFile, size + passage.size <= Self.fileSize {
                files[files.count - 1].append(passage)
                size += passage.size
            } else {
                files.append([passage])
                size = passage.size
            }
        }
    }
}
