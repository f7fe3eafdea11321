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
        if let day = dayOfDecision(meeting) ?? dayBeforeNext(meeting) { return day }
        guard let year = actedYear(meeting), let month = presidencyMonth(meeting) else { return nil }
        let value = "\(year.value)-\(month.number < 10 ? "0" : "")\(month.number)"
        return MeetingDate(
            value: value, certainty: .inferred, from: "“\(month.words)” and \(year.words) in this meeting")
    }

    /// `The Committee will meet again at 10 a.m. tomorrow, 8 October 2031, to …`: the day before.
    private static func dayBeforeNext(_ meeting: Meeting) -> MeetingDate? {
        for case .narration(let paragraphs) in meeting.blocks.reversed().lazy.map(\.content) {
            guard let last = paragraphs.last(where: { ByteSearch.contains($0.text, "tomorrow, ") }) else { continue }
            let phrase = Phrase(last.text, limit: 600)
            guard let tomorrow = (0..<phrase.count).first(where: { phrase.word($0, is: "tomorrow") }),
                (0..<tomorrow).contains(where: { phrase.word($0, isIn: nextMeetings) })
            else { return nil }
            let start = PrintedDate.isWeekday(phrase, at: tomorrow + 1) ? tomorrow + 2 : tomorrow + 1
            guard let (value, end) = PrintedDate.date(phrase, at: start), let day = PrintedDate.dayBefore(value) else {
                return nil
            }
            return MeetingDate(
                value: day, certainty: .inferred, from: "“\(phrase.text(tomorrow..<end))” for the next meeting")
        }
        return nil
    }

    private static let nextMeetings: WordTable = ["meet", "reconvene", "resume", "meeting", "continue"]

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

    /// The year of what this meeting acted on: a resolution adopted, `S/RES/2331 (2016)`, a presidential statement
    /// issued, `S/PRST/2015/25`, or a draft voted on, `S/2022/720`.
    private static func actedYear(_ meeting: Meeting) -> (value: Int, words: String)? {
        var years: [(value: Int, words: String)] = []
        for decision in meeting.decisions where decision.adopted != nil || decision.fullText != nil {
            guard let symbol = decision.symbol, let year = year(ofResolution: symbol) else { continue }
            years.append((year, "the adoption of resolution " + symbol.dropFirst(symbol.hasPrefix("S/RES/") ? 6 : 0)))
        }
        for symbol in meeting.decisions.compactMap(\.symbol) {
            if let year = year(ofDocument: symbol, series: "S/PRST/") { years.append((year, "the issue of \(symbol)")) }
        }
        for symbol in meeting.votes.compactMap(\.subject) {
            if let year = year(ofDocument: symbol, series: "S/") { years.append((year, "the vote on \(symbol)")) }
        }
        guard let first = years.first, years.allSatisfy({ $0.value == first.value }) else { return nil }
        return first
    }

    private static func year(ofResolution symbol: String) -> Int? {
        symbol.lastIndex(of: "(").flatMap { Int(symbol[symbol.index(after: $0)...].dropLast()) }
    }

    /// `S/2022/720`: the year stands behind the series.
    private static func year(ofDocument symbol: String, series: String) -> Int? {
        guard symbol.hasPrefix(series) else { return nil }
        let parts = symbol.dropFirst(series.count).split(separator: "/")
        guard parts.count == 2, parts[0].utf8.count == 4, let year = Int(parts[0]) else { return nil }
        return year
    }

    /// `Council President for December`, `holds the Council presidency for the month of May`, wherever the text says it of
    /// its own meeting; none where it names two months.
    private static func presidencyMonth(_ meeting: Meeting) -> (number: Int, words: String)? {
        var found: [(number: Int, words: String)] = []
        for paragraph in meeting.paragraphsOfSpeech where presidencies.isMet(in: paragraph.text[...].utf8) {
            let phrase = Phrase(paragraph.text)
            for index in 0..<phrase.count {
                if let month = presidency(phrase, at: index) { found.append(month) }
            }
        }
        guard let first = found.first, found.allSatisfy({ $0.number == first.number }) else { return nil }
        return first
    }

    private static func presidency(_ phrase: Phrase, at index: Int) -> (number: Int, words: String)? {
        guard phrase.word(index, is: "president") || phrase.word(index, is: "presidency") else { return nil }
        var next = index + 1
        if phrase.word(next, is: "of"), phrase.word(next + 1, is: "the") {
            next += phrase.word(next + 2, is: "security") ? 4 : 3
            guard phrase.word(next - 1, is: "council") else { return nil }
        }
        guard phrase.word(next, is: "for") else { return nil }
        next += phrase.word(next + 1, is: "the") && phrase.word(next + 2, is: "month") ? 4 : 1
        guard next < phrase.count, let month = PrintedDate.month(phrase.lowerText(next)) else { return nil }
        let start = phrase.word(index - 1, is: "council") ? index - 1 : index
        return (month, phrase.text(start..<next + 1))
    }

    private static let presidencies: WordSearch = ["resident for ", "residency for ", "ouncil for "]
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
