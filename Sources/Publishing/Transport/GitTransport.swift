import Diagnostics
import Foundation
import SiteGenerator

/// A branch of a git repository. One commit for each publish, on top of the one before and never by force: the branch
/// has the old site or the new one, and keeps all of them.
///
/// Works in a bare repository of its own among the build's books, so that neither the owner's work tree nor their index
/// is touched.
struct GitTransport: Transport {
    private let target: PublishTarget
    private let branch: String
    private let site: SiteFolder
    private let workspace: Workspace
    private let git: Tool
    private let author: String
    private let now: Date

    private static let live = "refs/published/live"
    private static let next = "refs/published/next"

    /// - Throws: that git is not installed, or knows no such remote.
    init(
        to target: PublishTarget, remote: String, branch: String, site: SiteFolder, environment: [String: String],
        now: Date, workspace: Workspace
    ) throws(DiagnosticError) {
        self.target = target
        self.branch = branch
        self.site = site
        self.now = now
        self.workspace = workspace
        let git = try Tool(.git, environment: environment, workspace: workspace)
        let owner = try GitOwner(git: git, folder: site.root)
        author = owner.author
        let settings = try [("remote.published.url", owner.address(of: remote, site: site)), ("gc.auto", "0")]
        self.git = git.with(
            environment: Self.environment(
                repository: workspace.path("repository.git"), settings: owner.settings + settings, besides: environment),
            secrets: owner.secrets)
    }

    /// Settings travel in the environment: an address may hold a password, which the command line would show to all.
    private static func environment(
        repository: String, settings: [(key: String, value: String)], besides environment: [String: String]
    ) -> [String: String?] {
        var changes: [String: String?] = ["GIT_DIR": repository]
        for key in ["GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_COMMON_DIR", "GIT_NAMESPACE"] {
            changes[key] = .some(nil)
        }
        var count = environment["GIT_CONFIG_COUNT"].flatMap { Int($0) } ?? 0
        for (key, value) in settings {
            changes["GIT_CONFIG_KEY_\(count)"] = key
            changes["GIT_CONFIG_VALUE_\(count)"] = value
            count += 1
        }
        changes["GIT_CONFIG_COUNT"] = String(count)
        return changes
    }

    // MARK: What is live

    func live() throws(DiagnosticError) -> LiveSite {
        try removeLocks()
        try git("open a repository", "init", "--quiet", "--bare", workspace.path("repository.git"))
        let list = try git.run(
            ["ls-remote", "--exit-code", "published", "refs/heads/\(branch)"])
        if list.status == Self.noSuchBranch {
            try git("forget the branch", "update-ref", "-d", Self.live)
            return .nothing
        }
        guard list.status == 0 else { throw git.failure(list, to: "reach the repository") }
        try fetch(depth: 1)
        let manifest = try manifest(of: Self.live)
        return LiveSite(manifest: manifest, isEmpty: try names(in: Self.live).isEmpty)
    }

    private static let noSuchBranch: Int32 = 2

    /// A git that was killed may have left its locks behind. Nobody else is at work in this repository: the target's own
    /// lock sees to that, which a git still running would hold.
    private func removeLocks() throws(DiagnosticError) {
        try diagnosed { () throws(FileFault) in
            for folder in ["", "/refs", "/refs/published", "/objects/info"] {
                let path = workspace.path("repository.git") + folder
                guard try workspace.files.status(path) != nil else { continue }
                for name in try workspace.files.names(in: path).names where name.hasSuffix(".lock") {
                    try workspace.files.removeFile(path.appending(pathComponent: name))
                }
            }
        }
    }

    private func fetch(depth: Int) throws(DiagnosticError) {
        try git(
            "fetch the branch", "fetch", "--quiet", "--no-tags", "--depth=\(depth)", "published",
            "+refs/heads/\(branch):\(Self.live)")
    }

    private func names(in commit: String) throws(DiagnosticError) -> [Substring] {
        let list = try git("read the branch", "ls-tree", "-z", "--name-only", commit)
        return String(decoding: list, as: UTF8.self).split(separator: "\0")
    }

    private func manifest(of commit: String) throws(DiagnosticError) -> PublishedManifest? {
        guard try names(in: commit).contains(where: { $0 == PublishedManifest.name }) else { return nil }
        let place = "\(commit):\(PublishedManifest.name)"
        let bytes = try git("read the record of what is live", "cat-file", "blob", place)
        return try PublishedManifest(json: bytes, place: "\(target.shownAddress): \(PublishedManifest.name)")
    }

    func previous(of live: LiveSite) throws(DiagnosticError) -> Edition {
        guard let manifest = live.manifest else { throw Self.noPrevious }
        try fetch(depth: 2)
        let before = try git.run(["rev-parse", "--verify", "--quiet", Self.live + "^"])
        guard before.status == 0, let previous = try self.manifest(of: Self.live + "^"), previous != manifest
        else { throw Self.noPrevious }
        var edition = Edition()
        for (path, entry) in previous.files {
            guard let content = entry.state.content else { continue }
            edition.files[path] = Edition.File(content: content, bytes: entry.bytes, source: .target)
        }
        return edition
    }

    private static let noPrevious = DiagnosticError(
        Diagnostic(
            id: "no-previous", severity: .error,
            message: "the newest commit of the branch is not a publish that follows another",
            suggestion: "Undo commits made by hand with `git revert`, or publish an earlier state of the site."))

    // MARK: Sending

    func send(_ plan: PublishPlan, _ progress: @Sendable (PublishProgress) -> Void) throws(DiagnosticError) {
        progress(.preparing)
        let commit = try plan.isRollback ? returning() : committed(plan)
        progress(.sending(.home, files: plan.added.count + plan.changed.count))
        do {
            try git("push the branch", "push", "--quiet", "published", "\(commit):refs/heads/\(branch)")
        } catch {
            throw DiagnosticError(error.diagnostics + [Self.interruption(of: plan)])
        }
    }

    private static func interruption(of plan: PublishPlan) -> Diagnostic {
        let command = "rapporteur publish \(plan.target.name)" + (plan.isRollback ? " --rollback" : "")
        return Diagnostic(
            id: "publish-stopped", severity: .error,
            message:
                "the publish stopped: the branch stands as it was, because a push succeeds as a whole or not at all",
            suggestion:
                "Put right what is told above (when somebody else pushed meanwhile, nothing needs to be) and run "
                + "`\(command)` again.")
    }

    /// A commit of the plan's edition on top of what is live.
    private func committed(_ plan: PublishPlan) throws(DiagnosticError) -> String {
        let message =
            "Publish: \(plan.added.count) added, \(plan.changed.count) changed, \(plan.deleted.count) deleted\n"
        let parent = try self.parent()
        let path = workspace.path("stream")
        let stream = try diagnosed { () throws(FileFault) in try FastImportStream(path: path) }
        try diagnosed { () throws(FileFault) in
            try stream.begin(Self.next, author: author, date: now, message: message, parent: parent)
            for item in plan.deleted { try stream.remove(item.path.text) }
        }
        for item in plan.added + plan.changed {
            let bytes = try plan.edition.bytes(of: item.path, files: workspace.files, root: site.root)
            try diagnosed { () throws(FileFault) in try stream.put(bytes, at: item.path.text) }
        }
        try diagnosed { () throws(FileFault) in
            try stream.put(plan.finalManifest.json, at: PublishedManifest.name)
        }
        try git.work("make a commit", ["fast-import", "--quiet", "--force"], input: path)
        try diagnosed { () throws(FileFault) in try workspace.files.removeFile(path) }
        return Self.next
    }

    /// A commit with the files of the one before what is live.
    private func returning() throws(DiagnosticError) -> String {
        let dated = git.with(environment: identity)
        let message = try workspace.write(Array("Return to the site before\n".utf8), to: "message")
        let commit = try dated.work(
            "make a commit", ["commit-tree", "-p", Self.live, "-F", message, Self.live + "^^{tree}"])
        return String(decoding: commit.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    }

    private var identity: [String: String?] {
        let name = author.prefix { $0 != "<" }.trimmingCharacters(in: .whitespaces)
        let address = String(author.drop { $0 != "<" }.dropFirst().prefix { $0 != ">" })
        let date = "\(Int(now.timeIntervalSince1970)) +0000"
        return [
            "GIT_AUTHOR_NAME": name, "GIT_AUTHOR_EMAIL": address, "GIT_AUTHOR_DATE": date,
            "GIT_COMMITTER_NAME": name, "GIT_COMMITTER_EMAIL": address, "GIT_COMMITTER_DATE": date,
        ]
    }

    /// The commit that is live; nil when the branch is new.
    private func parent() throws(DiagnosticError) -> String? {
        let result = try git.run(["rev-parse", "--verify", "--quiet", Self.live])
        guard result.status == 0 else { return nil }
        return String(decoding: result.output.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    }

    private func diagnosed<Value: ~Copyable>(_ body: () throws(FileFault) -> Value) throws(DiagnosticError) -> Value {
        try FileFault.diagnosed(root: site.root, body)
    }

    @discardableResult
    private func git(_ action: String, _ arguments: String...) throws(DiagnosticError) -> [UInt8] {
        try git.work(action, arguments)
    }
}
