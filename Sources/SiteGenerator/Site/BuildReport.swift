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
    case page(Int, of: Int)
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
