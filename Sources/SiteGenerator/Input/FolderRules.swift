import Diagnostics
import Foundation

/// Where the folders of a site may lie: a wrong word in `site.json` must not make the output eat its own
/// sources, or somebody's home.
struct FolderRules {
    let site: SiteFolder

    private typealias Key = SiteConfiguration.Key

    func check() throws(DiagnosticError) {
        let faults = misplacedOutput() + missing()
        guard faults.isEmpty else { throw DiagnosticError(faults) }
    }

    private func misplacedOutput() -> [Diagnostic] {
        let output = site.output.resolvedPath
        if output.contains(path: site.root) { return fault("is the site's own folder, or holds it") }
        if output.contains(path: NSHomeDirectory().resolvedPath) { return fault("holds your home folder") }
        for (key, path) in site.inputs {
            let input = path.resolvedPath
            if output.contains(path: input) || input.contains(path: output) {
                return fault("and the \"\(key.rawValue)\" \"\(path.relative(to: site.root))\" lie in one another")
            }
        }
        return []
    }

    private func fault(_ reason: String) -> [Diagnostic] {
        [
            diagnostic(
                "misplaced-output", .output, "the output folder \"\(site.configuration.output)\" \(reason)",
                "Name a folder of its own as \"output\", like \"_site\".")
        ]
    }

    /// The folder of meetings must be there; the others only when the owner named them.
    private func missing() -> [Diagnostic] {
        site.inputs.compactMap { key, path in
            guard key == .meetings || site.configuration.places[key] != nil, realPath(path) == nil else { return nil }
            let what = key == .people ? "file" : "folder"
            return diagnostic(
                "no-such-\(what)", key, "there is no \(what) \"\(path.relative(to: site.root))\"",
                "Make it, or name the right one as \"\(key.rawValue)\" in site.json.")
        }
    }

    private func diagnostic(_ id: String, _ key: Key, _ message: String, _ suggestion: String) -> Diagnostic {
        let place = site.configuration.places[key]
        return Diagnostic(
            id: id, severity: .error, file: SiteFolder.configurationName, lines: place.map { $0.line...$0.line },
            column: place?.column, length: place?.length, message: message, suggestion: suggestion)
    }
}
