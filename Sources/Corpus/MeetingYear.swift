/// The meetings of one year; or those whose date no text tells.
package struct MeetingYear: Sendable {
    /// Nil for meetings without a date.
    package let year: Int?
    /// By date, then number, then file.
    package private(set) var meetings: [Ref<MeetingEntry>] = []
    /// The year before this one that has meetings.
    package private(set) var previous: String?
    package private(set) var next: String?

    /// Its part of the address: `2016`.
    package var id: String { Self.id(of: year) }

    private static func id(of year: Int?) -> String { year.map(String.init) ?? "undated" }

    private init(year: Int?) { self.year = year }

    /// The earliest first, and before it the meetings without a date.
    static func all(of entries: [MeetingEntry]) -> [MeetingYear] {
        var years: [MeetingYear] = []
        var places: [Int?: Int] = [:]
        for index in entries.indices {
            let year = entries[index].year
            let place = places[year] ?? years.count
            if place == years.count {
                places[year] = place
                years.append(MeetingYear(year: year))
            }
            years[place].meetings.append(Ref(index))
        }
        for place in years.indices.dropFirst() where years[place - 1].year != nil && years[place].year != nil {
            years[place].previous = years[place - 1].id
            years[place - 1].next = years[place].id
        }
        return years
    }
}
