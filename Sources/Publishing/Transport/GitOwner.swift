import Diagnostics
import SiteGenerator

/// What the repository that the site's own folder lies in says about its owner: who they are, which remotes they have,
/// and how they are let in there. A site may also lie in no repository.
struct GitOwner {
    /// `Name <address>`, as a commit has it.
    let author: String
    /// Settings of that repository which a connection needs; what is set for the user or the system holds anyway.
    let settings: [(key: String, value: String)]
    /// Among them, what must not be shown.
    let secrets: [String]

    private let git: Tool
    /// Words that make git work in the site's folder.
    private let place: [String]

    init(git: Tool, folder: String) throws(DiagnosticError) {
        self.git = git
        place = ["-C", folder]
        let ident = try git.run(place + ["var", "GIT_COMMITTER_IDENT"])
        let words = String(decoding: ident.output, as: UTF8.self)
        author =
            words.lastIndex(of: ">").map { String(words[...$0]) }.flatMap { ident.status == 0 ? $0 : nil }
            ?? "rapporteur <rapporteur@localhost>"
        // Continuous integration services put the word that lets them in into the settings of the repository.
        let pattern = #"^((credential|http|url|protocol|ssh)\.|core\.sshcommand$)"#
        let list = try git.run(
            place + ["config", "--local", "--includes", "--null", "--get-regexp", pattern])
        let entries = list.status == 0 ? list.output.split(separator: 0) : []
        settings = entries.map { entry in
            let parts = entry.split(separator: UInt8(ascii: "\n"), maxSplits: 1, omittingEmptySubsequences: false)
            return (
                String(decoding: parts[0], as: UTF8.self),
                parts.count > 1 ? String(decoding: parts[1], as: UTF8.self) : ""
            )
        }
        secrets = settings.filter { $0.key.hasSuffix(".extraheader") }
            .flatMap { [$0.value] + $0.value.split(separator: " ").suffix(1).map(String.init) }
    }

    /// The address of a remote of that repository, or of one named by its own address or folder.
    func address(of remote: String, site: SiteFolder) throws(DiagnosticError) -> String {
        if remote.contains("://") || remote.prefix(while: { $0 != "/" }).contains(":") { return remote }
        if remote.contains("/") { return site.path(remote) }
        let result = try git.run(place + ["remote", "get-url", "--push", "--", remote])
        guard result.status == 0 else {
            throw DiagnosticError(
                Diagnostic(
                    id: "no-such-remote", severity: .error, file: SiteFolder.configurationName,
                    message: "the repository of this site has no remote called \"\(remote)\", or there is none",
                    suggestion: "Add one with `git remote add`, or write the address itself as \"remote\"."))
        }
        return String(decoding: result.output.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    }
}
