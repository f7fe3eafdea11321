import Foundation

/// Digests of an invented council, in the shape and size of a long open debate: about 118 KB, five briefings and 65
/// statements, a resolution of 24 operative paragraphs with its full text. Or of a short meeting: one briefing, six
/// statements, no text. The same bytes for the same number.
struct DigestGenerator {
    private let number: Int
    private let isShort: Bool
    private var numbers: SeededNumbers

    /// - Parameter number: which meeting, from 0.
    init(number: Int, isShort: Bool = false) {
        self.number = number
        self.isShort = isShort
        numbers = SeededNumbers(seed: UInt64(number) &* 0x5851_F42D_4C95_7F2D &+ 1)
    }

    static func fileName(_ number: Int) -> String {
        let date = date(number)
        return "\(date.year)-\(two(date.month))-\(two(date.day))-meeting-\(number + 1).txt"
    }

    mutating func text() -> String {
        let resolution = "resolution \(number + 1) (\(Self.date(number).year))"
        var parts = header() + summary(resolution)
        parts.append(
            "The meeting began at 10:\(Self.two(numbers.below(60))) a.m. and ended at 5:\(Self.two(numbers.below(60))) p.m."
        )
        parts.append("Briefings")
        for (index, office) in Vocabulary.offices.prefix(isShort ? 1 : .max).enumerated() {
            // Whoever heads an office does so for four years.
            parts += statement(opener: "\(printedName(20_000 + index * 100 + number / 560)), \(office),")
        }
        parts.append("Action")
        parts.append("The Council then unanimously adopted \(resolution).")
        parts.append("Statements")
        for turn in 0..<(isShort ? 6 : 65) { parts += statement(opener: opener(turn)) }
        if !isShort {
            parts.append("Resolution")
            parts.append("The full text of \(resolution) reads as follows:")
            parts += fullText()
        }
        parts.append("For information media. Not an official record.")
        return parts.joined(separator: "\n\n") + "\n"
    }

    // MARK: Parts

    private mutating func header() -> [String] {
        let headline =
            "Council of the Isles \(numbers.pick(["Weighs", "Debates", "Considers"])) \(title()) and \(title())"
        return [
            "\(Self.ordinal(number + 1)) Meeting (AM)\nCI/\(number + 1001)\nCouncil of the Isles", headline,
            "Speakers Differ on \(title())",
        ]
    }

    private mutating func title() -> String {
        "\(numbers.pick(Vocabulary.adjectives).capitalized) \(numbers.pick(Vocabulary.nouns).capitalized)"
    }

    private mutating func summary(_ resolution: String) -> [String] {
        ["The Council of the Isles, unanimously adopting \(resolution), today \(clause())."]
            + (0..<6).map { _ in paragraph(sentences: 4) }
    }

    private mutating func opener(_ turn: Int) -> String {
        let state = (number * 65 + turn * 37) % Vocabulary.states.count
        // And a delegate stays for five.
        let speaker = "\(printedName(1000 + state * 64 + number / 700)) (\(Vocabulary.states[state]))"
        switch numbers.below(9) {
        case 0:
            // For its neighbours, in one of a few groups.
            let partners = (1...2).map { [group = numbers.below(3)] in state + group + $0 }
            let names = partners.map { Vocabulary.states[$0 % Vocabulary.states.count] }
            return "\(speaker), also speaking on behalf of \(names[0]) and \(names[1]),"
        case 1: return "\(speaker), associating himself with the Northern Archipelago Group,"
        default: return speaker
        }
    }

    /// The name of a person, the same wherever they speak.
    private func printedName(_ person: Int) -> String {
        var numbers = SeededNumbers(seed: UInt64(person) &* 0x2545_F491_4F6C_DD1D &+ 3)
        return (Vocabulary.name(&numbers) + " " + Vocabulary.name(&numbers)).uppercased()
    }

    private mutating func statement(opener: String) -> [String] {
        let first = "\(opener) said that \(clause()).  " + paragraph(sentences: 11)
        return numbers.below(4) == 0
            ? [first, "He went on to say that \(clause()).  " + paragraph(sentences: 5)] : [first]
    }

    private mutating func fullText() -> [String] {
        var parts = ["“The Council of the Isles,"]
        for index in 0..<14 {
            parts.append("“\(Vocabulary.openings[index % 10]) \(phrase()), and \(phrase()), as well as \(phrase()),")
        }
        for index in 1...24 {
            let operative = Vocabulary.operatives[(index + number) % 10]
            let opening = "“\(index).   \(operative) \(phrase()) and \(phrase()), with a view to \(phrase())"
            guard index == 2 else {
                parts.append(opening + (index == 24 ? ".”" : ";"))
                continue
            }
            parts.append(opening + ":")
            for label in ["a", "b", "c", "d"] {
                parts.append("“(\(label))   \(phrase().capitalizedFirst) and \(phrase());")
            }
        }
        return parts
    }

    // MARK: Sentences

    private mutating func paragraph(sentences: Int) -> String {
        (0..<sentences).map { _ in sentence() }.joined(separator: "  ")
    }

    private mutating func sentence() -> String {
        if numbers.below(60) == 0 { return "He recalled \(citation()), by which the Council had \(clauseEnd())." }
        return switch numbers.below(7) {
        case 1: "“We have \(clauseEnd()),” he said, adding that \(clause())."
        case 2: "In \(phrase()), \(clause()), while \(clause())."
        default: "\(subject().capitalizedFirst) \(clauseEnd()), and \(clause())."
        }
    }

    /// Some fifteen in a debate: half of them of the text at hand, most others of the last dozen.
    private mutating func citation() -> String {
        let other = numbers.below(10) == 0 ? numbers.below(number + 1) : max(0, number - numbers.below(12))
        switch numbers.below(6) {
        case 0: return "document CI/\(Self.date(number).year)/\(1 + numbers.below(900))"
        case 1:
            return
                "resolutions \(other + 1) (\(Self.date(other).year)) and \(other / 2 + 1) (\(Self.date(other / 2).year))"
        case 2: return "resolution \(other + 1) (\(Self.date(other).year))"
        default: return "resolution \(number + 1) (\(Self.date(number).year))"
        }
    }

    private mutating func subject() -> String {
        numbers.pick([
            "her Government", "his country", "the delegation", "the region",
            "the representative of \(numbers.pick(Vocabulary.states))",
        ])
    }

    private mutating func clause() -> String { "\(subject()) \(clauseEnd())" }

    private mutating func clauseEnd() -> String { "\(numbers.pick(Vocabulary.verbs)) \(phrase())" }

    private mutating func phrase() -> String {
        let noun = "\(numbers.pick(Vocabulary.adjectives)) \(numbers.pick(Vocabulary.nouns))"
        return numbers.below(3) == 0 ? "the \(noun) of the \(numbers.pick(Vocabulary.nouns))" : "the \(noun)"
    }

    // MARK: Numbers

    /// As many meetings a year as a busy council has, from 1950 on: ten thousand are the history of seventy years.
    private static let meetingsPerYear = 140

    private static func date(_ number: Int) -> (year: Int, month: Int, day: Int) {
        let (year, place) = number.quotientAndRemainder(dividingBy: meetingsPerYear)
        let day = place * 365 / meetingsPerYear
        return (1950 + year, day / 31 + 1, min(day % 31 + 1, 28))
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    private static func ordinal(_ number: Int) -> String {
        let ending =
            switch (number % 100, number % 10) {
            case (11...13, _): "th"
            case (_, 1): "st"
            case (_, 2): "nd"
            case (_, 3): "rd"
            default: "th"
            }
        return "\(number)\(ending)"
    }
}

extension String {
    fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
