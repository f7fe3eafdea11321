/// A release without its date: nobody can cite it (genre: header block).
struct MissingDateRule: SlipRule {
    static let id = "missing-date"

    func slips(in text: ProofText) -> [Slip] {
        let date = text.meeting.date
        guard date.value == nil || date.certainty == .inferred else { return [] }
        let inferred = date.value.map { ": only \($0) can be inferred" } ?? ""
        return [
            Slip(
                at: nil, "the text does not say on what day the meeting was" + inferred,
                suggestion: "Print the date in the header, or state it in front matter (date: 2016-12-20).")
        ]
    }
}
