import Meetings

/// Meetings of an invented council as the reader of digests would give them: fifty statements each, of some hundred words,
/// by 20,000 people for 190 States; a resolution, and citations of earlier ones. The same for the same number.
struct MeetingGenerator {
    private let number: Int
    private var numbers: SeededNumbers
    private var line = 1

    static let statements = 50
    static let names = 20_000

    /// - Parameter number: which meeting, from 0.
    init(number: Int) {
        self.number = number
        numbers = SeededNumbers(seed: UInt64(number) &* 0x9E37_79B9_7F4A_7C15 &+ 11)
    }

    mutating func meeting() -> Meeting {
        var blocks: [Block] = []
        for turn in 0..<Self.statements {
            line += 2
            blocks.append(Block(lines: line...line, content: .statement(statement(turn))))
        }
        line += 2
        blocks.append(Block(lines: line...line, content: .fullText(decision: 0)))
        let decision = Decision(
            kind: .resolution, symbol: symbol(number), adopted: .unanimously, lines: line...line, fullText: fullText())
        let month = 1 + number % 12
        return Meeting(
            source: Meeting.Source(file: "meeting-\(number).txt", lines: line, sha256: ""),
            body: "Council of the Isles",
            numbers: [number + 1], headline: "Council of the Isles Debates \(phrase())",
            date: MeetingDate(
                value: "\(Self.year(number))-\(month < 10 ? "0" : "")\(month)-15", certainty: .printed, from: nil),
            blocks: blocks, decisions: [decision])
    }

    private mutating func statement(_ turn: Int) -> Statement {
        let state = (number * 7 + turn * 3) % Vocabulary.states.count
        let delegation = Vocabulary.states[state]
        // Each State has its people, who come and go with the years.
        let person = (state + Vocabulary.states.count * (number / 100 + turn % 5)) % Self.names
        let name = Self.name(person)
        let paragraphs = [paragraph(opener: "\(name.uppercased()) (\(delegation)) said that "), paragraph(opener: "")]
        return Statement(
            id: Slug.make(delegation), form: .capitals,
            speaker: Speaker(
                printed: name.uppercased(), name: name, honorific: nil, role: nil, delegation: delegation,
                unnamed: false),
            onBehalfOf: turn % 10 == 0 ? ["Northern Archipelago Group"] : [], alignedWith: [], paragraphs: paragraphs)
    }

    private mutating func paragraph(opener: String) -> Paragraph {
        var text = opener
        text.reserveCapacity(400)
        while text.utf8.count < 300 { text += "the delegation \(numbers.pick(Vocabulary.verbs)) \(phrase()), and " }
        guard numbers.below(6) == 0 else { return Paragraph(lines: line...line, text: text) }
        let target = symbol(max(0, number - numbers.below(12)))
        let start = text.utf8.count
        return Paragraph(
            lines: line...line, text: text + target,
            references: [
                Reference(kind: .resolution, target: target, text: target, start: start, end: start + target.utf8.count)
            ])
    }

    private mutating func fullText() -> FullText {
        let clauses = (1...10).map { index in
            let opening = numbers.pick(Vocabulary.operatives)
            return FullText.Clause(
                number: index, opening: opening, lines: line...line,
                text: "\(opening) \(phrase()) and \(phrase()), with a view to \(phrase());")
        }
        return FullText(lines: line...line, preamble: [], operative: clauses)
    }

    private mutating func phrase() -> String {
        "the \(numbers.pick(Vocabulary.adjectives)) \(numbers.pick(Vocabulary.nouns)) of the \(numbers.pick(Vocabulary.nouns))"
    }

    private func symbol(_ number: Int) -> String { "\(number + 1) (\(Self.year(number)))" }

    private static func year(_ number: Int) -> Int { 1950 + number / 140 }

    /// The name of a person, the same wherever they speak.
    private static func name(_ person: Int) -> String {
        var numbers = SeededNumbers(seed: UInt64(person) &* 0x2545_F491_4F6C_DD1D &+ 3)
        return Vocabulary.name(&numbers) + " " + Vocabulary.name(&numbers)
    }
}
