import CommonMark
import Foundation

@testable import SiteGenerator

/// A site built in a temporary folder, looked at as a visitor would.
struct BuiltSite {
    let folder: TemporaryFolder
    let report: BuildReport
    /// Content by path, without the build's own books.
    let files: [String: String]

    /// Builds the digests given by file name.
    init(_ digests: [String: String], json: String = #"{"title": "Digests"}"#, threads: Int = 2) throws {
        let folder = try TemporaryFolder()
        let named = digests.map { ("Meetings/\($0.key)", $0.value) }
        let site = try folder.site(json, Dictionary(uniqueKeysWithValues: named))
        self.folder = folder
        report = try SiteBuild(site, threads: threads).run()
        files = try folder.tree("_site")
    }

    func page(_ path: String) -> String { files[path] ?? "" }

    /// The repository's own sample digests, by file name.
    static func samples() throws -> [String: String] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../Meetings")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".txt") }
        return Dictionary(
            uniqueKeysWithValues: try names.map {
                ($0, try String(contentsOf: folder.appending(path: $0), encoding: .utf8))
            })
    }

    /// Every link inside the site that leads nowhere, as `page: address`.
    func deadLinks() -> [String] {
        let scans = files.filter { $0.key.hasSuffix(".html") }.mapValues { PageScan(Array($0.utf8)) }
        let ids = scans.mapValues { Set($0.ids.map(\.value)) }
        var dead: [String] = []
        for (page, scan) in scans where page != "404.html" {
            for address in scan.addresses.map(\.value) where !address.contains("://") {
                let parts = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
                let target = Self.resolve(String(parts[0]), from: page)
                guard files[target] != nil else {
                    dead.append("\(page): \(address)")
                    continue
                }
                if parts.count == 2, ids[target]?.contains(String(parts[1])) != true {
                    dead.append("\(page): \(address)")
                }
            }
        }
        return dead.sorted()
    }

    private static func resolve(_ address: String, from page: String) -> String {
        guard !address.isEmpty else { return page }
        var parts = page.split(separator: "/").dropLast().map(String.init)
        for part in address.split(separator: "/") {
            switch part {
            case ".": continue
            case "..": if !parts.isEmpty { parts.removeLast() } else { return "outside" }
            default: parts.append(String(part))
            }
        }
        let path = parts.joined(separator: "/")
        guard address.hasSuffix("/") else { return path }
        return path.isEmpty ? "index.html" : path + "/index.html"
    }
}
