import Diagnostics

/// How far a publish had come when something failed.
enum PublishStep {
    case recording
    case sending(PublishPhase)
    case deleting
    case closing

    /// What is live now, and how to go on.
    func interruption(of plan: PublishPlan) -> Diagnostic {
        let command = "rapporteur publish \(plan.target.name)" + (plan.isRollback ? " --rollback" : "")
        return Diagnostic(
            id: "publish-stopped", severity: .error, message: state(of: plan),
            suggestion: "Put right what is told above and run `\(command)` again: it goes on from here.")
    }

    private func state(of plan: PublishPlan) -> String {
        switch self {
        case .recording: return "the publish stopped before anything was sent: what was live is live"
        case .deleting:
            return "the publish stopped while files were being deleted: the new site is live, and of the "
                + "\(plan.deleted.count) files that no page names any more some may still be there"
        case .closing: return "the publish stopped at its end: the new site is live, but the record of it is not"
        case .sending(let phase):
            let done = plan.uploads.filter { $0.phase < phase }.map(\.phase.name)
            let open = plan.uploads.filter { $0.phase > phase }.map(\.phase.name)
            var parts = [done.isEmpty ? nil : "live already: \(Self.list(done))", "some may be live: \(phase.name)"]
            if !open.isEmpty { parts.append("as before: \(Self.list(open))") }
            return "the publish stopped; nothing was deleted; " + parts.compactMap { $0 }.joined(separator: "; ")
        }
    }

    private static func list(_ words: [String]) -> String {
        guard let last = words.last, words.count > 1 else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " and " + last
    }
}
