import Diagnostics
import SiteGenerator

/// The compressed forms of an edition's files, made by `gzip`: `-n` leaves name and time out, so that the same file
/// always gives the same bytes.
struct Precompression {
    let environment: [String: String]
    let workspace: Workspace

    /// Makes those that have to travel.
    func fill(_ edition: inout Edition, for live: PublishedManifest?) throws(DiagnosticError) {
        var originals: [OutputPath: OutputPath] = [:]
        for (path, file) in edition.files {
            guard case .compressed(let original) = file.source else { continue }
            if live?.files[path]?.state != .standing(file.content) { originals[path] = original }
        }
        guard !originals.isEmpty else { return }
        let gzip = try Tool(.gzip, environment: environment, workspace: workspace)
        let folder = try workspace.emptied("compressed")
        try workspace.stage(Array(originals.values), of: edition, into: folder)
        for names in Self.batches(originals.values.sorted().map { folder + "/" + $0.text }) {
            try gzip.work("compress files", ["-n", "-9", "--"] + names)
        }
        for path in originals.keys {
            let place = folder + "/" + path.text
            edition.files[path]?.bytes = try FileFault.diagnosed(root: workspace.root) { () throws(FileFault) in
                try workspace.files.status(place)?.size
            }
            edition.files[path]?.source = .disk(path: place)
        }
    }

    /// As many names at once as every system takes for one command.
    private static func batches(_ names: [String]) -> [[String]] {
        var batches: [[String]] = [[]]
        var length = 0
        for name in names {
            length += name.utf8.count + 1
            if length > 100_000 {
                batches.append([])
                length = name.utf8.count + 1
            }
            batches[batches.count - 1].append(name)
        }
        return batches
    }
}
