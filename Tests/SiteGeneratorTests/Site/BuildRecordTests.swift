import Diagnostics
import Foundation
import Testing

@testable import SiteGenerator

@Suite struct BuildRecordTests {
    private static let digest = """
        Security Council
        9901st Meeting (AM)

        Council Hears Briefing on Lighthouses

        Statements

        ANNA LINDE (Sweden) said that lighthouses mattered.

        OTTO BERG (Norway) agreed with the representative of Sweden.

        """
    private static let note = "Noon briefing. The spokesperson said that there was nothing to announce.\n"

    /// A site of files that have lain for a minute, built once.
    private let folder: TemporaryFolder
    private let first: BuildReport

    init() throws {
        folder = try TemporaryFolder()
        let site = try folder.site(
            #"{"title": "Digests"}"#,
            ["Meetings/a.txt": Self.digest, "Meetings/note.txt": Self.note, "Public/extra.css": "p { margin: 0 }"])
        try Self.age(folder)
        first = try SiteBuild(site, threads: 2).run()
    }

    /// Makes every file of the site a minute old, but what the build made.
    private static func age(_ folder: TemporaryFolder) throws {
        let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
        for path in paths where !path.hasPrefix("_site") {
            try FileManager.default.setAttributes(
                [.modificationDate: Date(timeIntervalSinceNow: -60)], ofItemAtPath: folder[path])
        }
    }

    private func again() throws -> BuildReport { try SiteBuild(SiteFolder(root: folder.path), threads: 2).run() }

    private func wasSeen(_ report: BuildReport) -> Bool { report.stages.map(\.stage) == [.compare] }

    @Test func `a build after nothing changed reads no digest, and says what the build before said`() throws {
        let report = try again()
        #expect(wasSeen(report))
        #expect(report.diagnostics == first.diagnostics && !report.diagnostics.isEmpty)
        #expect(report.pages == first.pages && report.figures == first.figures)
        #expect(
            report.output
                == OutputSummary(
                    written: 0, unchanged: first.output.written, deleted: 0, bytes: first.output.bytes,
                    books: first.output.books))
        #expect(!wasSeen(first))
    }

    @Test(arguments: [
        ("Meetings/a.txt", digest + "\n"), ("Meetings/b.txt", digest.replacing("9901st", with: "9902nd")),
        ("Public/extra.css", "p { margin: 1em }"), ("Public/new.css", "a {}"), ("Templates/404.md", "Nothing here.\n"),
        ("site.json", #"{"title": "Other digests"}"#), ("people.json", "{}"),
    ])
    func `a change of any input is seen`(path: String, text: String) throws {
        try folder.write(text, to: path)
        #expect(!wasSeen(try again()))
    }

    @Test func `a file that is gone is seen`() throws {
        try FileManager.default.removeItem(atPath: folder["Public/extra.css"])
        let report = try again()
        #expect(!wasSeen(report))
        #expect(report.output.deleted == 1)
    }

    @Test func `a file of the same size and time in the place of another is seen`() throws {
        let date = try FileManager.default.attributesOfItem(atPath: folder["Meetings/a.txt"])[.modificationDate]
        try folder.write(Self.digest.replacing("agreed", with: "argued"), to: "a.new")
        try FileManager.default.setAttributes([.modificationDate: try #require(date)], ofItemAtPath: folder["a.new"])
        #expect(rename(folder["a.new"], folder["Meetings/a.txt"]) == 0)
        #expect(!wasSeen(try again()))
        #expect(try folder.text(of: "_site/meetings/sc-9901/index.html").contains("argued"))
    }

    @Test func `a page that somebody changed or removed is made again`() throws {
        let page = "_site/meetings/sc-9901/index.html"
        let text = try folder.text(of: page)
        // A disk that counts time in ticks may give what is changed at once the time of the build.
        let later = [FileAttributeKey.modificationDate: Date(timeIntervalSinceNow: 10)]
        try folder.write(String(text.reversed()), to: page)
        try FileManager.default.setAttributes(later, ofItemAtPath: folder[page])
        #expect(try again().output.written == 1)
        #expect(try folder.text(of: page) == text)
        try FileManager.default.removeItem(atPath: folder[page])
        #expect(try again().output.written == 1)
        #expect(try folder.text(of: page) == text)
    }

    @Test func `inputs too young to tell a later change from are read again`() throws {
        try folder.write(Self.digest + "\n", to: "Meetings/a.txt")
        _ = try again()
        #expect(!wasSeen(try again()))
        try Self.age(folder)
        _ = try again()
        #expect(wasSeen(try again()))
    }

    @Test(arguments: ["", "{}", "nonsense", #"{"format": "rapporteur.last-build/0"}"#])
    func `a damaged record is no record`(text: String) throws {
        try folder.write(text, to: "_site/.rapporteur/last-build")
        #expect(!wasSeen(try again()))
        #expect(wasSeen(try again()))
    }

    @Test func `a manifest that was cut off is seen, and every file is the build's own again`() throws {
        let manifest = folder["_site/.rapporteur/manifest"]
        let whole = try String(contentsOfFile: manifest, encoding: .utf8)
        let lines = whole.split(separator: "\n")
        try (lines.prefix(lines.count / 2).joined(separator: "\n") + "\n").write(
            toFile: manifest, atomically: true, encoding: .utf8)
        #expect(!wasSeen(try again()))
        #expect(try String(contentsOfFile: manifest, encoding: .utf8) == whole)
    }

    @Test func `what cannot be a digest stops a build that would only have corrected the last one`() throws {
        func publish() throws -> BuildReport {
            try SiteBuild(SiteFolder(root: folder.path), threads: 2, publishesAddresses: true, fail: { _ in abort() })
                .run()
        }
        _ = try publish()
        try FileManager.default.createDirectory(atPath: folder["Meetings/x.txt"], withIntermediateDirectories: false)
        let error = #expect(throws: DiagnosticError.self) { try publish() }
        #expect(error?.diagnostics.contains { $0.severity == .error && $0.file == "Meetings/x.txt" } == true)
    }

    @Test func `a build that fails leaves no record that a later one could trust`() throws {
        try folder.write("{", to: "people.json")
        #expect(throws: DiagnosticError.self) { try again() }
        try FileManager.default.removeItem(atPath: folder["people.json"])
        #expect(try again().output.written == 0)
    }
}
