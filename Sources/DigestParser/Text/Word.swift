/// A word of running text, without the punctuation that clings to it.
struct Word: Sendable {
    /// Where its letters stand in `Phrase.bytes`.
    var range: Range<Int>
    var shape: Shape
    var marks: Marks
    /// How many parentheses are open at this word, its own included.
    var depth: Int
    /// Inside quotation marks, or the word that opens or closes them.
    var isQuoted: Bool

    enum Shape: Sendable {
        /// `BESSHO`, `DiCARLO`, `AL-THANI`: a surname set in capitals.
        case upper
        /// `N.`, `T.S.`
        case initial
        /// `Japan`
        case capital
        case lower
        case number
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
