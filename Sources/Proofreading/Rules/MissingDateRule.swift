/// A release without its date: nobody can cite it (genre: header block).
struct MissingDateRule: SlipRule {
    static let id = "missing-date"

    func slips(in text: ProofText) -> [Slip] {
        let date = text.meeting.date
        let isDay = (date.value?.utf8.count ?? 0) == "2016-12-20".utf8.count
        guard !isDay else { return [] }
        let inferred = date.value.map { ": only \($0) is known" } ?? ""
        return [
            Slip(
                at: text.passages.first.map { text.firstLine(of: $0.range) },
                "the text does not say on what day the meeting was" + inferred,
                suggestion: "Print the date in the header, or state it in front matter (date: 2016-12-20).")
        ]
    }
}
