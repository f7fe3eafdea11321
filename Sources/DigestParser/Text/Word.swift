/// A word of running text, without the punctuation that clings to it. Small: a release has a hundred thousand of them.
struct Word: Sendable {
    private let start: Int32
    private let end: Int32
    /// How many parentheses are open at this word, its own included.
    let depth: Int32
    var marks: Marks
    let shape: Shape
    /// Inside quotation marks, or the word that opens or closes them.
    let isQuoted: Bool

    /// - Parameter range: within `Phrase.longest`.
    init(range: Range<Int>, shape: Shape, marks: Marks, depth: Int32, isQuoted: Bool) {
        start = Int32(truncatingIfNeeded: range.lowerBound)
        end = Int32(truncatingIfNeeded: range.upperBound)
        self.depth = depth
        self.marks = marks
        self.shape = shape
        self.isQuoted = isQuoted
    }

    /// Where its letters stand in `Phrase.bytes`.
    var range: Range<Int> { Int(start)..<Int(end) }

    enum Shape: UInt8, Sendable {
        /// `BESSHO`, `DiCARLO`, `AL-THANI`: a surname set in capitals.
        case upper
        /// `N.`, `T.S.`
        case initial
        /// `Japan`
        case capital
        case lower
        case number
        /// `张军`: letters of a script that has no capitals.
        case caseless
        /// Marks without a letter or digit.
        case mark
    }

    struct Marks: OptionSet, Sendable {
        let rawValue: UInt16
        static let opensParenthesis = Marks(rawValue: 1 << 0)
        static let closesParenthesis = Marks(rawValue: 1 << 1)
        static let opensQuote = Marks(rawValue: 1 << 2)
        static let closesQuote = Marks(rawValue: 1 << 3)
        static let comma = Marks(rawValue: 1 << 4)
        static let semicolon = Marks(rawValue: 1 << 5)
        static let colon = Marks(rawValue: 1 << 6)
        /// A full stop, question or exclamation mark that is not part of an abbreviation.
        static let stop = Marks(rawValue: 1 << 7)
        /// A dash that stands alone.
        static let dash = Marks(rawValue: 1 << 8)
        static let opensBracket = Marks(rawValue: 1 << 9)
        static let closesBracket = Marks(rawValue: 1 << 10)

        static let pause: Marks = [.comma, .semicolon, .colon, .stop, .dash]
    }

    func has(_ mark: Marks) -> Bool { !marks.isDisjoint(with: mark) }
}
