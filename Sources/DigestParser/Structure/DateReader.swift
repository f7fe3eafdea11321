import Meetings

/// When the meeting was: stated by the owner, printed, or inferred from what the text binds together; never guessed.
enum DateReader {
    static func read(_ meeting: Meeting, header: Header, frontMatter: FrontMatter) -> MeetingDate {
        if let value = frontMatter.values[.date] {
            return MeetingDate(value: value, certainty: .given, from: "front matter")
        }
        if let value = header.date { return MeetingDate(value: value, certainty: .printed, from: "the header") }
        if let value = fileNameDate(meeting.source.file) {
            return MeetingDate(value: value, certainty: .given, from: "the file name")
        }
        return inferred(meeting) ?? .unknown
    }

    /// `2016-12-20-trafficking.txt`
    private static func fileNameDate(_ file: String) -> String? {
        let name = file.split(separator: "/").last ?? ""
        for length in [10, 7] where name.utf8.count > length {
            let head = String(name.prefix(length))
            let next = name.utf8.dropFirst(length).first ?? 0x2D
            if PrintedDate.isISO(head), !(0x30...0x39).contains(next) { return head }
        }
        return nil
    }

    private static func inferred(_ meeting: Meeting) -> MeetingDate? {
        if let day = dayOfDecision(meeting) { return day }
        guard let year = adoptedYear(meeting), let month = presidencyMonth(meeting) else { return nil }
        let value = "\(year.value)-\(month.number < 10 ? "0" : "")\(month.number)"
        return MeetingDate(
            value: value, certainty: .inferred,
            from: "“\(month.words)” and the adoption of \(year.words) in this meeting")
    }

    /// `The Security Council decided unanimously on 30 March 2020 to …` in the summary’s first sentence.
    private static func dayOfDecision(_ meeting: Meeting) -> MeetingDate? {
        guard
            case .summary(let summary)? = meeting.blocks.first(where: {
                if case .summary = $0.content { true } else { false }
            })?.content,
            let first = summary.paragraphs.first
        else { return nil }
        let phrase = Phrase(first.text, limit: 800)
        let end = phrase.sentenceEnd(from: 0)
        guard let verb = (0..<end).first(where: { isAct(phrase.lower($0)) }) else { return nil }
        for index in verb..<end where phrase.word(index, is: "on") && index - verb < 5 {
            guard let (value, past) = PrintedDate.date(phrase, at: index + 1) else { continue }
            return MeetingDate(
                value: value, certainty: .inferred, from: "“\(phrase.text(index..<past))” in the first sentence")
        }
        return nil
    }

    private static func isAct(_ word: LowercaseWord) -> Bool {
        ["decided", "adopted", "met", "approved", "extended", "renewed", "elected", "voted", "authorized", "concluded"]
            .contains(word)
    }

    /// The year of the resolution this meeting adopted: `S/RES/2331 (2016)`.
    private static func adoptedYear(_ meeting: Meeting) -> (value: Int, words: String)? {
        var years: [(Int, String)] = []
        for decision in meeting.decisions where decision.adopted != nil || decision.fullText != nil {
            guard let symbol = decision.symbol, let open = symbol.lastIndex(of: "("),
                let year = Int(symbol[symbol.index(after: open)...].dropLast())
            else { continue }
            years.append((year, "resolution " + symbol.dropFirst(symbol.hasPrefix("S/RES/") ? 6 : 0)))
        }
        guard let first = years.first, years.allSatisfy({ $0.0 == first.0 }) else { return nil }
        return first
    }

    /// `Council President for December`, wherever the text says it of its own meeting; none where it names two months.
    private static func presidencyMonth(_ meeting: Meeting) -> (number: Int, words: String)? {
        var found: [(Int, String)] = []
        for paragraph in meeting.paragraphsOfSpeech where ByteSearch.contains(paragraph.text, "resident for ") {
            let phrase = Phrase(paragraph.text)
            for index in 0..<phrase.count where phrase.word(index, is: "president") && phrase.word(index + 1, is: "for")
            {
                guard index + 2 < phrase.count, let month = PrintedDate.month(phrase.lowerText(index + 2)) else {
                    continue
                }
                let start = phrase.word(index - 1, is: "council") ? index - 1 : index
                found.append((month, phrase.text(start..<index + 3)))
            }
        }
        guard let first = found.first, found.allSatisfy({ $0.0 == first.0 }) else { return nil }
        return first
    }
}

extension Meeting {
    /// Paragraphs of summary and statements.
    fileprivate var paragraphsOfSpeech: [Paragraph] {
        blocks.flatMap { block -> [Paragraph] in
            switch block.content {
            case .summary(let summary): summary.paragraphs
            case .statement(let statement): statement.paragraphs
            default: []
            }
        }
    }
}
