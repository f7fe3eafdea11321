import Foundation
import Testing

@Suite struct DocumentationTests {
    /// What people read about the program; templates and digests are Markdown of another kind.
    let pages = House.files(ending: ".md").filter { file in
        !file.path.contains("/") || file.path.hasPrefix("Documentation/") || file.path.hasPrefix("Benchmarks/")
    }

    @Test func `every link between pages leads to a file, and to a heading in it`() throws {
        #expect(pages.count >= 5)
        for page in pages {
            for target in Self.links(in: page) where !target.contains("://") && !target.hasPrefix("mailto:") {
                let parts = target.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
                let folder = House.root.appending(path: page.path).deletingLastPathComponent()
                let file = parts[0].isEmpty ? House.root.appending(path: page.path) : folder.appending(path: parts[0])
                let exists = FileManager.default.fileExists(atPath: file.standardizedFileURL.path)
                #expect(exists, "\(page): \(target)")
                if exists, parts.count == 2 {
                    let text = try String(contentsOf: file, encoding: .utf8)
                    #expect(Self.anchors(in: text).contains(String(parts[1])), "\(page): \(target)")
                }
            }
        }
    }

    @Test func `every page of the documentation is linked from another page`() {
        var linked: Set<String> = []
        for page in pages {
            let folder = House.root.appending(path: page.path).deletingLastPathComponent()
            for target in Self.links(in: page) where !target.contains("://") {
                linked.insert(folder.appending(path: target.prefix { $0 != "#" }).standardizedFileURL.path)
            }
        }
        for page in pages where page.path.hasPrefix("Documentation/") {
            #expect(linked.contains(House.root.appending(path: page.path).standardizedFileURL.path), "\(page)")
        }
    }

    @Test func `every diagnostic is documented, and every documented one exists`() throws {
        let listed = try House.file("Documentation/Diagnostics.md").text.matches(of: /(?m)^\| `([a-z0-9-]+)` \|/)
        let documented = Set(listed.map { String($0.output.1) })
        #expect(documented.count == listed.count, "one stands twice")
        let sources = House.files(in: "Sources", ending: ".swift")
        // An id stands behind `id:` or `id =`, or first in the call or tuple that makes the diagnostic;
        // the keys of JSON are none.
        let ids = /(?:\bid: |\bid = |\(\s*)"([a-z0-9]+(?:-[a-z0-9]+)+)"\s*(?:,|\n)/
        for file in sources {
            let text = file.text.replacing(/\bjson\.(?:member|array|object)\("/, with: "json key \"")
            for match in text.matches(of: ids) {
                #expect(documented.contains(String(match.output.1)), "\(file): \(match.output.1)")
            }
        }
        for id in documented {
            #expect(sources.contains { $0.text.contains("\"\(id)\"") }, "\(id) is no longer in the program")
        }
    }

    @Test func `every page of the documentation that the program names exists`() {
        for file in House.files(in: "Sources", ending: ".swift") {
            for match in file.text.matches(of: /Documentation\/[\w.\/-]+\.(?:md|json)/) {
                let path = House.root.appending(path: String(match.output)).path
                #expect(FileManager.default.fileExists(atPath: path), "\(file): \(match.output)")
            }
        }
    }

    @Test func `every key of a page's data is documented`() throws {
        let described = try House.file("Documentation/PageData.md").text
        let code = try House.file("Sources/SiteGenerator/Pages/PageData.swift").code
        let keys = Set(code.matches(of: /(?:member|array|list|as:) ?\(?"(\w+)"/).map { String($0.output.1) })
        #expect(keys.count > 30)
        for key in keys { #expect(described.contains("`\(key)`"), "\(key)") }
    }

    @Test func `every make target the pages name is in the Makefile`() throws {
        let makefile = try House.file("Makefile").text
        for page in pages {
            for match in page.text.matches(of: /(?m)(?:^|`)make ([a-z-]+)/) {
                #expect(makefile.contains("\n\(match.output.1):"), "\(page): make \(match.output.1)")
            }
        }
    }

    @Test func `no file names a place on somebody's machine`() {
        // In two pieces, so that this file is not the one that is found.
        let places = [
            ("/wo", "rk/"), ("/ro", "ot/"), ("/opt/sw", "ift"), ("/ho", "me/"), ("/Us", "ers/"), ("C:\\Us", "ers"),
        ]
        for file in House.files() {
            for (first, second) in places {
                #expect(!file.text.contains(first + second), "\(file): \(first + second)")
            }
        }
    }

    /// The targets of Markdown links outside code blocks and code spans.
    private static func links(in page: House.File) -> [String] {
        prose(of: page.text).matches(of: /\]\(([^)\s]+)\)/).map { String($0.output.1) }
    }

    /// Anchors as code hosts make them: lower case, spaces to hyphens, everything but letters, digits, hyphens and underscores dropped.
    private static func anchors(in text: String) -> Set<String> {
        let headings = text.split(separator: "\n").filter { $0.hasPrefix("#") }
        return Set(
            headings.map { heading in
                let title = heading.drop { $0 == "#" }.trimmingCharacters(in: .whitespaces).lowercased()
                return String(
                    title.replacing(" ", with: "-").filter { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" })
            })
    }

    private static func prose(of text: String) -> String {
        text.replacing(/(?s)```.*?```/, with: "").replacing(/`[^`\n]*`/, with: "")
    }
}
