import Foundation

/// The same pages made by Hugo: the very Markdown that the build published, within the layout of one of its pages.
///
/// A comparison of the last part of the way only: Hugo reads no digest, links nothing, and writes no data, feeds or search.
struct HugoSite {
    /// The path of Hugo's own binary.
    let program: String
    /// The output of a build.
    let site: URL
    let folder: URL

    /// Hugo, where `make bench` or the caller put it; nil when it is not there.
    static var program: String? {
        ProcessInfo.processInfo.environment["HUGO"].flatMap {
            FileManager.default.isExecutableFile(atPath: $0) ? $0 : nil
        }
    }

    /// Prepares the folder, outside the measurement, and runs Hugo.
    func measure() throws -> (run: ProgramRun, pages: Int) {
        let pages = try content()
        try layout()
        try Data(
            """
            baseURL = "https://example.org/"
            title = "Council of the Isles"
            disableKinds = ["taxonomy", "term", "RSS", "sitemap", "robotsTXT", "404"]
            [markup.goldmark.renderer]
            unsafe = true
            """.utf8
        ).write(to: folder.appending(path: "hugo.toml"))
        let run = try ProgramRun(
            program, ["--quiet", "--source", folder.path, "--destination", folder.appending(path: "public").path],
            output: folder.appending(path: "messages.txt").path)
        guard run.status == 0 else { throw CocoaError(.fileReadUnknown, userInfo: [NSFilePathErrorKey: folder.path]) }
        return (run, pages)
    }

    /// Every page as the list page of its folder, because pages of this site hold pages.
    private func content() throws -> Int {
        let paths = try FileManager.default.subpathsOfDirectory(atPath: site.path).filter { path in
            !path.hasPrefix(".") && path.hasSuffix("index.md")
        }
        for path in paths {
            let target = folder.appending(path: "content/" + path.dropLast("index.md".count) + "_index.md")
            try FileManager.default.createDirectory(
                at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
            try FileManager.default.copyItem(at: site.appending(path: path), to: target)
        }
        return paths.count
    }

    /// What stands around the text of a list page, with Hugo's content in its place.
    private func layout() throws {
        let page = try String(contentsOf: site.appending(path: "meetings/index.html"), encoding: .utf8)
        guard let main = page.firstRange(of: "<main"), let end = page.firstRange(of: "</main>"),
            let start = page[main.upperBound...].firstIndex(of: ">")
        else { throw CocoaError(.fileReadCorruptFile) }
        let text = page[...start] + "{{ .Content }}" + page[end.lowerBound...]
        let layouts = folder.appending(path: "layouts/_default")
        try FileManager.default.createDirectory(at: layouts, withIntermediateDirectories: true)
        for name in ["list.html", "single.html", "home.html"] {
            try Data(text.utf8).write(to: layouts.appending(path: name))
        }
    }
}
