import Diagnostics
import Foundation

/// The owner's static files that no page and no other static file names.
struct UnusedFiles {
    private let folder: SiteFolder
    private let files: [(path: String, file: InputFile)]

    init(of build: SiteBuild) throws(DiagnosticError) {
        folder = build.folder
        files = try build.staticFiles().compactMap { file in
            if case .own(let input) = file.source { (file.path, input) } else { nil }
        }
    }

    /// - Parameter targets: the files that pages link to.
    func diagnostics(besides targets: Set<String>) throws(DiagnosticError) -> [Diagnostic] {
        let doubtful = files.filter { !targets.contains($0.path) && !Self.isAskedForByName($0.path) }
        if doubtful.isEmpty { return [] }
        var named: Set<String> = []
        for (path, file) in files where Self.isText(path) { Self.addNames(in: try folder.read(file), to: &named) }
        for file in Theme.publicFiles where Self.isText(file.path) { Self.addNames(in: file.bytes, to: &named) }
        return doubtful.filter { !named.contains(Self.name(of: $0.path)) }.map { path, file in
            Diagnostic(
                id: "static-unused", severity: .warning, file: file.name, message: "no page uses this file",
                suggestion: "Link to it from a template with asset:\(path), or remove it.")
        }
    }

    /// Files that hosts, browsers and search engines look for by themselves.
    private static func isAskedForByName(_ path: String) -> Bool {
        let name = name(of: path)
        return path == name && known.contains(name)
            || name.hasPrefix("apple-touch-icon") || path.hasPrefix(".well-known/")
            || path == name && name.hasSuffix(".html") && (name.hasPrefix("google") || name.hasPrefix("yandex_"))
    }

    private static let known: Set = [
        "robots.txt", "favicon.ico", "CNAME", ".nojekyll", "_headers", "_redirects", "humans.txt", "security.txt",
        "ads.txt", "llms.txt", "BingSiteAuth.xml", ".htaccess", "sitemap.xml", "browserconfig.xml",
    ]

    private static func isText(_ path: String) -> Bool {
        ["css", "js", "mjs", "html", "svg", "json", "webmanifest", "xml", "txt", "md"].contains {
            path.hasSuffix("." + $0)
        }
    }

    private static func name(of path: String) -> String {
        path.utf8.split(separator: UInt8(ascii: "/")).last.map { String(decoding: Array($0), as: UTF8.self) } ?? path
    }

    /// Every run of bytes that could name a file, so that one look is enough for any number of files.
    private static func addNames(in bytes: [UInt8], to names: inout Set<String>) {
        for run in bytes.split(whereSeparator: { !isPartOfName($0) }) where run.contains(UInt8(ascii: ".")) {
            let name = String(decoding: run, as: UTF8.self)
            names.insert(name.removingPercentEncoding ?? name)
        }
    }

    private static func isPartOfName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...:
            true
        default:
            [UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "%")].contains(
                byte)
        }
    }
}
