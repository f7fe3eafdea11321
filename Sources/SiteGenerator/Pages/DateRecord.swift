import Meetings
import Templating

/// A meeting's date as pages show it: in words, with what it rests on where it is inferred.
struct DateRecord: TemplateRecord {
    let value: String
    let label: String
    let isInferred: Bool
    let isGiven: Bool
    let from: String?

    init?(_ date: MeetingDate) {
        guard let value = date.value else { return nil }
        self.value = value
        label = Wording.date(value)
        isInferred = date.certainty == .inferred
        isGiven = date.certainty == .given
        from = date.from
    }

    static let fields: TemplateFields<Self> = [
        .text("value", \.value), .text("label", \.label), .flag("isInferred", \.isInferred),
        .flag("isGiven", \.isGiven), .text("from", \.from),
    ]
}
