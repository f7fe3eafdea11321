import Meetings

/// Small meetings for tests, as the parser would read them from digests of an invented kind.
struct MeetingBuilder {
    private(set) var meeting: Meeting
    private var line = 1

    init(
        _ file: String, number: Int? = nil, body: String? = "Security Council", session: String? = nil,
        symbol: String? = nil, date: String? = nil, headline: String? = nil, status: Meeting.Status = .final,
        replaces: String? = nil
    ) {
        meeting = Meeting(
            source: .init(file: file, lines: 1, sha256: ""), body: body, session: session,
            numbers: number.map { [$0] } ?? [], symbol: symbol, headline: headline,
            date: MeetingDate(value: date, certainty: .printed, from: nil), status: status, replaces: replaces)
    }

    /// A turn. A title before the name makes it a surname (`Ms. Orlova`); no name at all a placeholder's.
    func turn(
        _ name: String?, of delegation: String? = nil, role: String? = nil, for groups: [String] = [],
        with aligned: [String] = [], hearing others: [String] = [], says text: String = "Some words.",
        references: [Reference] = []
    ) -> MeetingBuilder {
        var copy = self
        let title = name.flatMap { name in ["Mr.", "Ms."].first { name.hasPrefix($0) } }
        let plain = title.flatMap { title in name.map { String($0.dropFirst(title.count + 1)) } } ?? name
        let speaker = Speaker(
            printed: name?.uppercased() ?? "NAME TO COME", name: plain, honorific: title, role: role,
            delegation: delegation, unnamed: name == nil)
        let lines = copy.take()
        let id = Slug.make(delegation ?? plain ?? "speaker")
        let repeats = copy.meeting.blocks.count { block in
            if case .statement(let other) = block.content { other.id.hasPrefix(id) } else { false }
        }
        var statement = Statement(
            id: repeats == 0 ? id : "\(id)-\(repeats + 1)",
            form: name == nil ? .placeholder : title == nil ? .capitals : .titled, speaker: speaker,
            onBehalfOf: groups, alignedWith: aligned,
            paragraphs: [Paragraph(lines: lines, text: text, references: references)])
        statement.others = others.map { Statement.Other(delegation: $0, name: nil, lines: lines) }
        copy.add(lines, .statement(statement))
        return copy
    }

    func comingStatement(of delegation: String) -> MeetingBuilder {
        var copy = self
        let id = Slug.make(delegation)
        copy.add(copy.take(), .placeholder(Placeholder(id: id, delegation: delegation, text: "Statement to come.")))
        return copy
    }

    func vote(_ favour: [String] = [], against: [String] = [], abstain: [String] = [], subject: String? = nil)
        -> MeetingBuilder
    {
        var copy = self
        let lines = copy.take()
        copy.meeting.votes.append(
            Vote(
                lines: lines, subject: subject, outcome: .adopted, favour: nil, against: nil, abstain: nil,
                names: Vote.Names(favour: favour, against: against, abstain: abstain)))
        return copy
    }

    /// A decision with operative paragraphs; none for one without text.
    func decision(
        _ symbol: String?, kind: Decision.Kind = .resolution, preamble: [FullText.Clause] = [],
        operative: [FullText.Clause] = []
    ) -> MeetingBuilder {
        var copy = self
        let lines = copy.take()
        let text =
            preamble.isEmpty && operative.isEmpty
            ? nil : FullText(lines: lines, preamble: preamble, operative: operative)
        copy.meeting.decisions.append(
            Decision(kind: kind, symbol: symbol, adopted: .vote, lines: lines, fullText: text))
        if text != nil { copy.add(lines, .fullText(decision: copy.meeting.decisions.count - 1)) }
        return copy
    }

    private mutating func take() -> LineRange {
        line += 1
        return line...line
    }

    private mutating func add(_ lines: LineRange, _ content: Block.Content) {
        meeting.blocks.append(Block(lines: lines, content: content))
    }
}

extension FullText.Clause {
    static func test(_ number: Int, _ text: String, references: [Reference] = [], points: [FullText.Point] = [])
        -> FullText.Clause
    {
        let opening = String(text.prefix { $0 != " " })
        return FullText.Clause(
            number: number, opening: opening, lines: 1...1, text: text, references: references, points: points)
    }
}

extension Reference {
    static func test(_ kind: Kind, _ target: String, at start: Int = 0) -> Reference {
        Reference(kind: kind, target: target, text: target, start: start, end: start + 4)
    }
}
