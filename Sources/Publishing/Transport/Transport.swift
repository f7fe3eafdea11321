import Diagnostics
import SiteGenerator

/// The way to a kind of target.
protocol Transport {
    /// Reads what is live.
    func live() throws(DiagnosticError) -> LiveSite
    /// The edition that was live before this one.
    /// - Throws: that there is none, or that this kind of target keeps none.
    func previous(of live: LiveSite) throws(DiagnosticError) -> Edition
    /// Makes the plan's edition live.
    func send(_ plan: PublishPlan, _ progress: @Sendable (PublishProgress) -> Void) throws(DiagnosticError)
}

/// What stands at a target before a publish.
struct LiveSite: Sendable {
    /// nil when nothing was published there yet.
    var manifest: PublishedManifest?
    /// Whether nothing stands there at all.
    var isEmpty: Bool

    static let nothing = LiveSite(manifest: nil, isEmpty: true)
}

/// A sign of life from a publish.
package enum PublishProgress: Sendable {
    case preparing
    case sending(PublishPhase, files: Int)
    case deleting(files: Int)
}

extension Transport {
    func previous(of live: LiveSite) throws(DiagnosticError) -> Edition {
        throw DiagnosticError(
            Diagnostic(
                id: "no-previous", severity: .error,
                message: "a target of this kind does not keep the site that was live before",
                suggestion: "Bring the site's own files back to the earlier state, build and publish them."))
    }
}

/// A transport that sends file by file, in the order of the phases.
protocol SteppedTransport: Transport {
    var target: PublishTarget { get }
    /// Brings everything together that will be sent. Nothing that is live changes: what can fail should fail here.
    func prepare(_ plan: PublishPlan) throws(DiagnosticError)
    /// Puts down the record of what is live.
    func record(_ manifest: PublishedManifest) throws(DiagnosticError)
    /// Sends files that were brought together, in any order.
    func upload(_ paths: [OutputPath]) throws(DiagnosticError)
    /// Deletes files, and the folders that they leave empty. One that is not there is no fault.
    func delete(_ paths: [OutputPath]) throws(DiagnosticError)
    /// Clears up after everything is live.
    func finish(_ plan: PublishPlan) throws(DiagnosticError)
}

extension SteppedTransport {
    func send(_ plan: PublishPlan, _ progress: @Sendable (PublishProgress) -> Void) throws(DiagnosticError) {
        let clashes = plan.clashes
        guard clashes.isEmpty else { throw DiagnosticError(clashes) }
        progress(.preparing)
        try prepare(plan)
        var step = PublishStep.recording
        do {
            try record(plan.pendingManifest)
            for (phase, paths) in plan.uploads {
                step = .sending(phase)
                progress(.sending(phase, files: paths.count))
                try upload(paths)
            }
            if !plan.deleted.isEmpty {
                step = .deleting
                progress(.deleting(files: plan.deleted.count))
                try delete(plan.deleted.map(\.path))
            }
            step = .closing
            try record(plan.finalManifest)
            try finish(plan)
        } catch {
            throw DiagnosticError(error.diagnostics + [step.interruption(of: plan)])
        }
    }
}
