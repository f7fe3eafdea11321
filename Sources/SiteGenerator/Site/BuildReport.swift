import Corpus
import Diagnostics

/// What a build did.
package struct BuildReport: Sendable {
    /// Warnings and notes, in the order of the corridor.
    package let diagnostics: [Diagnostic]
    package let output: OutputSummary
    package let pages: Int
    package let figures: Figures
    /// How long each stage took.
    package let stages: [(stage: BuildStage, duration: Duration)]
    /// What making the pages took; nothing when none was made.
    package let timings: PageTimings
}

/// What making the pages of a site took, on all threads together.
package struct PageTimings: Sendable {
    /// The longest first: how many pages were made with each template.
    package private(set) var templates: [(template: String, pages: Int, duration: Duration)] = []
    /// The ten that took longest, by their paths from the site's root.
    package private(set) var slowest: [(path: String, duration: Duration)] = []

    init() {}

    /// - Parameter durations: in the order of the pages; nil for those that were not made.
    init(_ pages: [SitePage?], _ durations: [Duration?], in corpus: Corpus) {
        let made = zip(pages, durations).compactMap { page, duration in
            page.flatMap { page in duration.map { (page, $0) } }
        }
        var totals: [String: (pages: Int, duration: Duration)] = [:]
        for (page, duration) in made {
            totals[page.template, default: (0, .zero)].pages += 1
            totals[page.template, default: (0, .zero)].duration += duration
        }
        templates = totals.map { ($0.key, $0.value.pages, $0.value.duration) }.sorted { ($1.2, $0.0) < ($0.2, $1.0) }
        slowest = made.sorted { $0.1 > $1.1 }.prefix(10).map { page, duration in
            ("/" + page.address(in: corpus).path, duration)
        }
    }
}

/// A part of a build, as people see it pass.
package enum BuildStage: String, Sendable, CaseIterable {
    /// Whether anything changed since the last build.
    case compare
    case read, index, render, commit
}

/// A sign of life from a build.
package enum BuildProgress: Sendable {
    case stage(BuildStage)
    /// How many pages and other products of how many are done, and how long that took so far.
    case product(Int, of: Int, after: Duration)
}

/// Times the stages of a build. The only clock in the module: no page depends on it.
struct StageClock {
    private let progress: @Sendable (BuildProgress) -> Void
    private let clock = ContinuousClock()
    private var begun: (stage: BuildStage, at: ContinuousClock.Instant)?
    private var stages: [(stage: BuildStage, duration: Duration)] = []

    init(progress: @escaping @Sendable (BuildProgress) -> Void) { self.progress = progress }

    mutating func begin(_ stage: BuildStage) {
        end()
        begun = (stage, clock.now)
        progress(.stage(stage))
    }

    mutating func finished() -> [(stage: BuildStage, duration: Duration)] {
        end()
        return stages
    }

    private mutating func end() {
        if let begun { stages.append((begun.stage, clock.now - begun.at)) }
        begun = nil
    }
}
