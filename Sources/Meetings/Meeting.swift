import Diagnostics

/// First and last line of a passage, counted from 1 in the file as given, both included.
package typealias LineRange = ClosedRange<Int>

/// One meeting digest, read: everything the text says, and where it says it.
///
/// A value from end to end. What the text does not say is nil or empty, never guessed; what is inferred
/// carries its source (`MeetingDate.from`).
package struct Meeting: Sendable, Equatable {
    package var source: Source
    package var kind: Kind
    /// The body in reading case: `Security Council`, `General Assembly`, `Third Committee`.
    package var body: String?
    /// As printed: `Sixty-fourth session`, `Emergency special session`.
    package var session: String?
    /// `[7847]`; a release over several meetings (`34th & 35th Meetings`) lists each; empty where none is printed.
    package var numbers: [Int]
    /// `AM`, `PM`, `AM & PM`, `Night`, as printed in the header.
    package var timeMark: String?
    /// The press symbol: `SC/12647`, `GA/SHC/4221`, `SC/6570/Rev.1`.
    package var symbol: String?
    package var headline: String?
    package var subheadlines: [String]
    package var date: MeetingDate
    package var status: Status
    package var times: Times?
    /// In the order of the text. Every line that is not blank lies in exactly one block.
    package var blocks: [Block]
    package var votes: [Vote]
    package var decisions: [Decision]
    /// The page the digest was copied from, when the owner's front matter gives it.
    package var url: String?
    /// What this digest replaces (a file name or a meeting's page id), when the front matter says so.
    package var replaces: String?
    package var diagnostics: [Diagnostic]

    package struct Source: Sendable, Equatable {
        /// The file as the user names it.
        package var file: String
        /// Lines in the file as given.
        package var lines: Int
        /// SHA-256 of the bytes as given, in lower-case hexadecimal.
        package var sha256: String

        package init(file: String, lines: Int, sha256: String) {
            self.file = file
            self.lines = lines
            self.sha256 = sha256
        }
    }

    package enum Kind: Sendable, Equatable {
        case meeting
        /// Not a meeting (a noon briefing, a message, travel notes), with the reason it was taken for none.
        case other(reason: String)
    }

    package enum Status: String, Sendable, Equatable {
        case final, provisional
    }

    package init(
        source: Source, kind: Kind = .meeting, body: String? = nil, session: String? = nil, numbers: [Int] = [],
        timeMark: String? = nil, symbol: String? = nil, headline: String? = nil, subheadlines: [String] = [],
        date: MeetingDate = .unknown, status: Status = .final, times: Times? = nil, blocks: [Block] = [],
        votes: [Vote] = [], decisions: [Decision] = [], url: String? = nil, replaces: String? = nil,
        diagnostics: [Diagnostic] = []
    ) {
        self.source = source
        self.kind = kind
        self.body = body
        self.session = session
        self.numbers = numbers
        self.timeMark = timeMark
        self.symbol = symbol
        self.headline = headline
        self.subheadlines = subheadlines
        self.date = date
        self.status = status
        self.times = times
        self.blocks = blocks
        self.votes = votes
        self.decisions = decisions
        self.url = url
        self.replaces = replaces
        self.diagnostics = diagnostics
    }
}

/// When a meeting took place, how surely that is known, and from what.
package struct MeetingDate: Sendable, Equatable {
    /// ISO 8601, a day (`2016-12-20`) or a month (`2016-12`); nil when nothing says.
    package var value: String?
    package var certainty: Certainty
    /// Where it comes from, in words a reader understands.
    package var from: String?

    package enum Certainty: String, Sendable, Equatable {
        /// Stands in the text itself.
        case printed
        /// Stated by the site's owner, in front matter or the file name.
        case given
        /// Follows from other things the text says.
        case inferred
    }

    package init(value: String?, certainty: Certainty, from: String?) {
        self.value = value
        self.certainty = certainty
        self.from = from
    }

    package static let unknown = MeetingDate(value: nil, certainty: .inferred, from: nil)
}

/// `The meeting began at 10:12 a.m. and ended at 5:45 p.m.`, on the 24-hour clock, `HH:MM`.
package struct Times: Sendable, Equatable {
    package var began: String
    package var ended: String?
    package var lines: LineRange

    package init(began: String, ended: String?, lines: LineRange) {
        self.began = began
        self.ended = ended
        self.lines = lines
    }
}
