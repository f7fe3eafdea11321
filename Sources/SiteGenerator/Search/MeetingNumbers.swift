import Corpus
import Diagnostics
import Meetings

/// The number by which the search index knows a meeting.
///
/// It comes from the meeting's own date and id, not from its place among the others: a meeting that is added changes
/// the number of none but, by a rare chance, one of the same day. Numbers grow with time, so that a year is a range.
///
///     (((year − 1900) × 12 + month − 1) × 32 + day) × 16 + 0…15, after 2¹⁷ numbers for meetings without a date
struct MeetingNumbers: Sendable {
    static let undated = 1 << 17
    static let perDay = 16
    static let perMonth = 32 * perDay
    /// Of those without a date, in one folder.
    static let perFolder = 8192

    /// In the order of the corpus.
    let numbers: [Int]

    init(_ corpus: Corpus) {
        var taken: Set<Int> = []
        let meetings = corpus.meetings
        var numbers = [Int](repeating: 0, count: meetings.count)
        for index in meetings.indices.sorted(by: { meetings[$0].id < meetings[$1].id }) {
            var number = Self.preferred(id: meetings[index].id, date: meetings[index].outline.date)
            while !taken.insert(number).inserted { number += 1 }
            numbers[index] = number
        }
        self.numbers = numbers
    }

    /// Days and months that are not told count as 0.
    static func preferred(id: String, date: String?) -> Int {
        let hash = Int(StableHash.of(id))
        let parts = (date ?? "").split(separator: "-").compactMap { Int($0) }
        guard let year = parts.first, (1900..<4000).contains(year) else { return hash % undated }
        let month = parts.count > 1 ? min(max(parts[1], 1), 12) : 1
        let day = parts.count > 2 ? min(max(parts[2], 1), 31) : 0
        return undated + (((year - 1900) * 12 + month - 1) * 32 + day) * perDay + hash % perDay
    }

    /// The folder and the beginning of the name of the files that hold the meeting's texts: `2016-12/2a1`.
    static func path(of number: Int) -> String {
        guard number >= undated else {
            let (folder, place) = number.quotientAndRemainder(dividingBy: perFolder)
            return "undated-\(String(folder, radix: 36))/" + String(place, radix: 36)
        }
        let (month, place) = (number - undated).quotientAndRemainder(dividingBy: perMonth)
        let name = month % 12 + 1
        return "\(1900 + month / 12)-\(name < 10 ? "0" : "")\(name)/" + String(place, radix: 36)
    }
}
