import Diagnostics
import Foundation
import SiteGenerator

/// Publishes a site to one target: first a plan, then what it says.
///
/// Holds the target's lock as long as it lives.
package final class Publisher {
    private let site: SiteFolder
    private let target: PublishTarget
    private let environment: [String: String]
    private let workspace: Workspace
    private let transport: any Transport

    /// - Parameters:
    ///   - environment: what the tools that do the transport are started with; `PATH` says where they are.
    ///   - now: the time that a commit of a `git` target carries.
    /// - Throws: that a tool is missing, another publish is at work, or the target cannot be one.
    package init(
        of site: SiteFolder, to target: PublishTarget, environment: [String: String], now: Date,
        files: any FileSystem = POSIXFileSystem()
    ) throws(DiagnosticError) {
        self.site = site
        self.target = target
        self.environment = environment
        let workspace = try Workspace(of: site, for: target, files: files)
        self.workspace = workspace
        transport =
            switch target.destination {
            case .folder(let path, let aside):
                FolderTransport(to: target, path: path, aside: aside, site: site, workspace: workspace)
            case .rsync(let address):
                StagedTransport(
                    target: target,
                    carrier: try RsyncCarrier(
                        to: Self.place(address, site), environment: environment, workspace: workspace),
                    workspace: workspace)
            case .git(let remote, let branch):
                try GitTransport(
                    to: target, remote: remote, branch: branch, site: site, environment: environment, now: now,
                    workspace: workspace)
            case .rclone(let address):
                StagedTransport(
                    target: target,
                    carrier: try RcloneCarrier(
                        to: Self.place(address, site), environment: environment, workspace: workspace),
                    workspace: workspace)
            }
    }

    /// An address as a tool takes it, wherever it is started: what has no host before a colon is a path.
    private static func place(_ address: String, _ site: SiteFolder) -> String {
        address.prefix { $0 != "/" }.contains(":") ? address : site.path(address)
    }

    /// What making the built site live takes.
    /// - Parameter everything: whether files travel that the record says are live already.
    package func plan(everything: Bool = false) throws(DiagnosticError) -> PublishPlan {
        let live = try transport.live()
        var edition = try Edition(of: site, for: target, files: workspace.files)
        let compressed = Precompression(environment: environment, workspace: workspace)
        try compressed.fill(&edition, for: everything ? nil : live.manifest)
        return PublishPlan(to: target, from: live, to: edition, everything: everything)
    }

    /// What returning to the site that was live before takes.
    /// - Throws: that there is none, or that this kind of target keeps none.
    package func rollbackPlan() throws(DiagnosticError) -> PublishPlan {
        let live = try transport.live()
        return try PublishPlan(to: target, from: live, to: transport.previous(of: live), isRollback: true)
    }

    /// Does what a plan of this publisher says.
    /// - Parameter confirmed: whether `doubts` of the plan are to be passed over.
    /// - Throws: the doubts; or what failed, what is live then, and how to go on.
    package func carryOut(
        _ plan: PublishPlan, confirmed: Bool, progress: @Sendable (PublishProgress) -> Void = { _ in }
    ) throws(DiagnosticError) {
        if plan.isEmpty { return }
        let doubts = plan.doubts
        guard confirmed || doubts.isEmpty else { throw DiagnosticError(doubts) }
        try transport.send(plan, progress)
    }
}

extension PublishTarget {
    /// Where it is, without what is secret in it.
    package var shownAddress: String {
        let address =
            switch destination {
            case .folder(let path, _): path
            case .rsync(let to), .rclone(let to): to
            case .git(let remote, let branch): "\(remote) \(branch)"
            }
        return Secrets().redact(address)
    }
}

extension PublishTarget.Destination {
    package var kind: PublishTarget.Kind {
        switch self {
        case .folder: .folder
        case .rsync: .rsync
        case .git: .git
        case .rclone: .rclone
        }
    }
}
