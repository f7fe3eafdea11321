import Corpus
import Meetings
import Templating

/// A vote: outcome, tally, a row of seats, and who stood where.
struct VoteRecord: TemplateRecord {
    let outcome: String
    let tally: String?
    let subject: String?
    let seats: Seats?
    let sides: [Side]

    init(_ vote: Vote, names: MeetingEntry.VoteNames?, corpus: Corpus) {
        outcome = vote.outcome == .adopted ? "Adopted" : "Not adopted"
        let counts = [(vote.favour, "in favour"), (vote.against, "against"), (vote.abstain, "abstaining")]
        let told = counts.compactMap { count, word in count.map { "\($0) \(word)" } }
        tally = told.isEmpty ? nil : told.joined(separator: ", ")
        subject = vote.subject
        seats = Seats(favour: vote.favour ?? 0, against: vote.against ?? 0, abstain: vote.abstain ?? 0, label: tally)
        sides = [
            ("In favour", names?.favour ?? []), ("Against", names?.against ?? []), ("Abstaining", names?.abstain ?? []),
        ].compactMap { name, refs in
            guard !refs.isEmpty else { return nil }
            let links = refs.map { corpus.htmlLink(to: $0) }
            return Side(name: name, delegations: links.joined(separator: ", "))
        }
    }

    struct Side: TemplateRecord {
        let name: String
        let delegations: String

        static let fields: TemplateFields<Self> = [.text("name", \.name), .markup("delegations", \.delegations)]
    }

    static let fields: TemplateFields<Self> = [
        .text("outcome", \.outcome), .text("tally", \.tally), .text("subject", \.subject),
        .record("seats", \.seats), .list("sides", \.sides),
    ]
}

/// The seats of a vote as rows of circles, in favour first.
struct Seats: TemplateRecord {
    let width: Int
    let height: Int
    let label: String
    let circles: [Circle]

    /// Nil for a vote without a tally.
    init?(favour: Int, against: Int, abstain: Int, label: String?) {
        let sides =
            Array(repeating: "favour", count: min(favour, 400)) + Array(repeating: "against", count: min(against, 400))
            + Array(repeating: "abstain", count: min(abstain, 400))
        guard !sides.isEmpty, let label else { return nil }
        let perRow = sides.count <= 30 ? sides.count : 40
        let pitch = 16
        width = min(sides.count, perRow) * pitch
        height = (sides.count + perRow - 1) / perRow * pitch
        self.label = label
        circles = sides.enumerated().map { index, side in
            Circle(side: side, x: index % perRow * pitch + pitch / 2, y: index / perRow * pitch + pitch / 2)
        }
    }

    struct Circle: TemplateRecord {
        let side: String
        let x: Int
        let y: Int

        static let fields: TemplateFields<Self> = [
            .text("side", \.side), .number("x", \.x), .number("y", \.y),
        ]
    }

    static let fields: TemplateFields<Self> = [
        .number("width", \.width), .number("height", \.height), .text("label", \.label),
        .list("circles", \.circles),
    ]
}
