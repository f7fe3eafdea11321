/// `7847th Meeting (AM)` above a meeting that ended at 5:45 p.m. (genre: header block, times).
struct TimeMarkRule: SlipRule {
    static let id = "time-mark"

    /// Minutes of the day. A morning meeting runs over into lunch, not through it; an afternoon meeting may begin before noon
    /// by some minutes, not by an hour.
    private static let lunchIsOver = 15 * 60
    private static let noonIsFar = 11 * 60

    func slips(in text: ProofText) -> [Slip] {
        guard let times = text.meeting.times, let began = Self.minutes(times.began) else { return [] }
        let ended = times.ended.flatMap(Self.minutes)
        let place = place(in: text)
        switch text.meeting.timeMark?.uppercased() {
        case "AM" where (ended ?? began) >= Self.lunchIsOver && began < 12 * 60:
            return [
                Slip(
                    at: place, "the meeting is marked AM and ended at \(times.ended ?? times.began)",
                    suggestion: "Write “AM & PM”, or check the times.")
            ]
        case "AM" where began >= 12 * 60:
            return [
                Slip(
                    at: place, "the meeting is marked AM and began at \(times.began)",
                    suggestion: "Write “PM”, or check the times.")
            ]
        case "PM" where began < Self.noonIsFar:
            return [
                Slip(
                    at: place, "the meeting is marked PM and began at \(times.began)",
                    suggestion: "Write “AM”, or check the times.")
            ]
        default: return []
        }
    }

    /// Where the mark stands in the header; the line of the times where the header is not to be found.
    private func place(in text: ProofText) -> Range<Int>? {
        for passage in text.passages where passage.part == .header {
            if let mark = passage.words.last(where: { $0.shape == .capitals && ($0.key == "am" || $0.key == "pm") }) {
                return mark.range
            }
        }
        return text.passages.first { $0.part == .times }?.range
    }

    /// `17:45` → 1065.
    private static func minutes(_ time: String) -> Int? {
        let parts = time.split(separator: ":").map { Int($0) }
        guard parts.count == 2, let hours = parts[0], let minutes = parts[1] else { return nil }
        return hours * 60 + minutes
    }
}
