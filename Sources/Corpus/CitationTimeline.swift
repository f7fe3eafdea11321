/// What a resolution recalls, and what recalls it, by year.
package struct CitationTimeline: Sendable, Hashable {
    /// Earliest first; years without anything are left out.
    package internal(set) var years: [Year] = []
    /// Texts on either side whose year is not known.
    package internal(set) var undated: [Ref<ResolutionEntry>] = []

    package struct Year: Sendable, Hashable {
        package let year: Int
        /// The resolution itself is of this year.
        package internal(set) var isOwn = false
        /// Resolutions and presidential statements of this year that it cites.
        package internal(set) var cites: [Ref<ResolutionEntry>] = []
        /// Those of this year that cite it.
        package internal(set) var citedBy: [Ref<ResolutionEntry>] = []
        /// Places in the meetings of this year, outside full texts, that cite it.
        package internal(set) var mentions = 0
    }
}

extension Corpus {
    package func timeline(of resolution: Ref<ResolutionEntry>) -> CitationTimeline {
        let entry = self[resolution]
        var timeline = CitationTimeline()
        var years: [Int: CitationTimeline.Year] = [:]
        func note(_ year: Int, _ change: (inout CitationTimeline.Year) -> Void) {
            change(&years[year, default: CitationTimeline.Year(year: year)])
        }
        if let year = year(of: resolution) { note(year) { $0.isOwn = true } }
        for (texts, side) in [(entry.cites, \CitationTimeline.Year.cites), (entry.citedByResolutions, \.citedBy)] {
            for text in texts {
                if let year = year(of: text) {
                    note(year) { $0[keyPath: side].append(text) }
                } else {
                    timeline.undated.append(text)
                }
            }
        }
        for citation in entry.citations {
            if let year = citation.passage.meeting.flatMap({ outline(of: $0).year }) { note(year) { $0.mentions += 1 } }
        }
        timeline.years = years.values.sorted { $0.year < $1.year }
        timeline.undated = Array(Set(timeline.undated)).sorted()
        return timeline
    }
}
