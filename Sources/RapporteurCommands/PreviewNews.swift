import Diagnostics
import Preview
import Synchronization

/// What a preview says in the terminal: everything about the first build, and of later ones only what is new.
final class PreviewNews: Sendable {
    private let console: Console
    private let state = Mutex(State())

    private struct State {
        var isFirst = true
        var told: Set<Diagnostic> = []
    }

    init(console: Console) { self.console = console }

    func tell(_ outcome: PreviewSession.Outcome) {
        switch outcome {
        case .built(let report, let duration):
            let summary = BuildSummary(report: report, duration: duration)
            let isFirst = reportNew(report.diagnostics)
            if isFirst {
                console.summary(summary.text)
            } else if !report.output.changed.isEmpty {
                console.summary(summary.change)
            }
        case .failed(let diagnostics):
            _ = reportNew([])
            console.report(diagnostics)
            console.summary("The pages are those of the build before.")
        case .moved(let home):
            console.summary("The site is now at \(home) of the same address.")
        }
    }

    /// - Returns: whether these are the first.
    private func reportNew(_ diagnostics: [Diagnostic]) -> Bool {
        let (isFirst, new) = state.withLock { state in
            defer { (state.isFirst, state.told) = (false, Set(diagnostics)) }
            return (state.isFirst, diagnostics.filter { !state.told.contains($0) })
        }
        console.report(new)
        return isFirst
    }
}
