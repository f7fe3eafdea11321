@testable import SiteGenerator

/// Sites of pages that link to one another, to see whether a reader is ever led to a page that is not there.
enum LinkedPages {
    /// A small site.
    static let first = site(meetings: ["m1", "m2", "m3", "m4"], speakers: ["s1", "s2", "s3"], style: "a")
    /// The same later: pages came, changed and went, and every list with them.
    static let second = site(meetings: ["m2", "m3", "m4", "m5", "m6"], speakers: ["s2", "s3", "s4"], style: "b")
    /// Later still.
    static let third = site(meetings: ["m3", "m6", "m7", "m1"], speakers: ["s1", "s4"], style: "b")

    /// Each meeting links to each speaker and the reverse; the lists name them all.
    static func site(meetings: [String], speakers: [String], style: String) -> [String: String] {
        var files = ["style.css": style, "feed.xml": page(meetings.map { "meetings/\($0)/" })]
        files["index.html"] = page(["meetings/", "speakers/", "style.css"])
        files["meetings/index.html"] = page(meetings.map { "\($0)/" } + ["../", "../style.css"])
        files["speakers/index.html"] = page(speakers.map { "\($0)/" } + ["../"])
        for meeting in meetings {
            files["meetings/\(meeting)/index.html"] = page(speakers.map { "../../speakers/\($0)/" } + ["../"])
            files["meetings/\(meeting)/index.json"] = "[\"\(speakers)\"]"
        }
        for speaker in speakers {
            files["speakers/\(speaker)/index.html"] = page(meetings.map { "../../meetings/\($0)/" } + ["../"])
        }
        return files
    }

    private static func page(_ links: [String]) -> String {
        links.map { "<a href=\"\($0)\">x</a>\n" }.joined()
    }

    /// The links that lead nowhere, on the pages that can be reached from the home page.
    static func brokenLinks(_ files: [String: String]) -> [String] {
        guard files["index.html"] != nil else { return [] }
        var broken: [String] = []
        var seen: Set = ["index.html"]
        var open = ["index.html"]
        while let path = open.popLast() {
            guard let text = files[path], path.hasSuffix(".html") else { continue }
            for link in ScannedPage(path: path, html: Array(text.utf8)).links {
                guard case .file(let target, _) = WrittenAddress(link, on: path, base: nil) else { continue }
                if files[target] == nil { broken.append("\(path) → \(target)") }
                if seen.insert(target).inserted { open.append(target) }
            }
        }
        return broken
    }
}
