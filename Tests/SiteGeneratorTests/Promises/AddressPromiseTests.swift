import Diagnostics
import Foundation
import Testing

@testable import SiteGenerator

@Suite struct AddressPromiseTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.site(#"{"title": "Lakes"}"#, ["Meetings/a.txt": Self.digest(number: 9901)])
    }

    private static func digest(number: Int, first: String = "ANNA LINDE (Sweden)", head: String = "") -> String {
        """
        \(head)Security Council
        \(number)th Meeting (AM)

        Council Hears Briefing on Lighthouses

        The meeting began at 10:05 a.m. and ended at 11 a.m.

        Statements

        \(first) said that lighthouses mattered, recalling resolution 2500 (2019).

        OTTO BERG (Norway) agreed that they did.

        """
    }

    @discardableResult
    private func build() throws -> BuildReport {
        try SiteBuild(SiteFolder(root: folder.path), threads: 2, publishesAddresses: true).run()
    }

    private func addresses() throws -> String { try folder.text(of: "addresses.json") }

    private func promised(_ report: BuildReport) -> [Diagnostic] {
        report.diagnostics.filter { $0.file == "addresses.json" }
    }

    @Test func `a build writes its addresses down, sorted, and the same bytes each time`() throws {
        try build()
        let first = try addresses()
        let paths = first.split(separator: "\n").filter { $0.hasPrefix("    \"/") }
            .map { $0.split(separator: "\"")[1] }
        #expect(paths == paths.sorted())
        #expect(paths.contains("/meetings/sc-9901/") && paths.contains("/speakers/anna-linde/"))
        #expect(paths.contains("/resolutions/s-res-2500-2019/"))
        #expect(first.contains("sweden="))
        try build()
        #expect(try addresses() == first)
        for isTrusted in [true, false] {
            #expect(try String(decoding: read(first, isTrusted).bytes, as: UTF8.self) == first)
        }
    }

    private func read(_ text: String, _ isTrusted: Bool) throws -> PublishedAddresses {
        try PublishedAddresses(file: "addresses.json", bytes: Array(text.utf8), isTrusted: isTrusted)
    }

    private func says(_ addresses: PublishedAddresses) -> [String] {
        addresses.lines.map { "\($0.number ?? 0) \($0.path) \($0.page as AddressPage?)" }
    }

    @Test func `a file whose lines are read when somebody asks says what reading it all says`() throws {
        let pages = (1...200).map { number in
            AddressLine("/speakers/\(number)/", AddressPage(of: ["statement \(number)#a"], anchors: ["b": "\(number)"]))
        }
        let text = String(decoding: PublishedAddresses(pages).bytes, as: UTF8.self)
        let (all, asked) = (try read(text, false), try read(text, true))
        #expect(says(all) == says(asked) && asked.bytes == all.bytes)
        #expect(Set(asked.lines.compactMap(\.number)) == Set(4..<204))
        #expect(asked.page(at: "/speakers/17/") == AddressPage(of: ["statement 17#a"], anchors: ["b": "17"]))
        #expect(asked.page(at: "/speakers/201/") == nil)
        #expect(try says(read(String(decoding: PublishedAddresses().bytes, as: UTF8.self), true)) == [])
    }

    /// Cut, twice a page, out of order, a line that is none, a line taken out, a comma too much.
    @Test(arguments: [
        (#""/speakers/c/": {"of":[]}"#, #""/speakers/c/": {"of":"#), ("/speakers/c/", "/speakers/b/"),
        ("/speakers/b/", "speakers"), (#""/speakers/b/": {"of":[]}"#, ""), ("\n  }\n}\n", ",\n  }\n}\n"),
        (#""/speakers/c/": {"of":[]}"#, #""/speakers/c/": {"of":[]}, 3"#),
    ])
    func `a file that somebody spoilt is told, whatever its lines look like`(right: String, wrong: String) throws {
        try build()
        let published = try read(try addresses(), true)
        let added = ["b", "c", "d"].map { AddressLine("/speakers/\($0)/", AddressPage(of: [])) }
        let text = String(decoding: published.joined(by: PublishedAddresses(added)).addresses.bytes, as: UTF8.self)
        let spoilt = text.replacing(right, with: wrong)
        #expect(spoilt != text)
        try folder.write(spoilt, to: "addresses.json")
        let error = try #require(throws: DiagnosticError.self) { try build() }
        #expect(error.diagnostics.allSatisfy { $0.file == "addresses.json" && $0.lines != nil })
        #expect(try addresses() == spoilt)
    }

    @Test func `a file of addresses that changed during a build is left as it is, and the next build makes it good`()
        throws
    {
        try build()
        let site = try SiteFolder(root: folder.path)
        let before = try site.addressFile()
        let mine = try addresses().replacing("sweden=", with: "norway=")
        try folder.write(mine, to: "addresses.json")
        #expect(try site.record(addresses: Array("{}".utf8), after: before).map(\.id) == ["addresses-changed"])
        #expect(try addresses() == mine)
        try build()
        #expect(try addresses().contains("sweden="))
    }

    @Test func `an anchor without a name is none`() throws {
        let text = #"{"format": "rapporteur.addresses/1", "pages": {"/a/": {"of": [], "anchors": "= a=1 =b  c"}}}"#
        #expect(try read(text, true).page(at: "/a/")?.anchors == ["a": "1", "c": ""])
    }

    @Test func `a look that nobody else takes writes none down`() throws {
        _ = try SiteBuild(SiteFolder(root: folder.path), threads: 2).run()
        #expect(!FileManager.default.fileExists(atPath: folder["addresses.json"]))
        try build()
        #expect(FileManager.default.fileExists(atPath: folder["addresses.json"]))
    }

    @Test func `a meeting whose number was corrected is found again from its old address`() throws {
        try build()
        try folder.write(Self.digest(number: 9902), to: "Meetings/a.txt")
        let report = try build()
        #expect(promised(report).isEmpty)
        let page = try folder.text(of: "_site/meetings/sc-9901/index.html")
        #expect(page.contains(#"href="../sc-9902/""#))
        #expect(try folder.tree("_site")["meetings/sc-9902/index.html"] != nil)
        // And again from the next build, and from the one after a further change.
        try folder.write(Self.digest(number: 9903), to: "Meetings/a.txt")
        try build()
        for old in ["sc-9901", "sc-9902"] {
            #expect(try folder.text(of: "_site/meetings/\(old)/index.html").contains(#"href="../sc-9903/""#))
        }
    }

    @Test func `a speaker who gets another name is found again, and so is the statement's anchor`() throws {
        try build()
        try folder.write(
            #"{"people": [{"name": "Anna Linde Strand", "otherNames": ["Anna Linde"]}]}"#, to: "people.json")
        #expect(try promised(build()).isEmpty)
        let page = try folder.text(of: "_site/speakers/anna-linde/index.html")
        #expect(page.contains(#"href="../anna-linde-strand/""#))
    }

    @Test func `a statement that gets another anchor keeps the old one`() throws {
        try build()
        let old = try addresses().replacing(" sweden=", with: " suecia=").replacing("\"sweden=", with: "\"suecia=")
        try folder.write(old, to: "addresses.json")
        #expect(try promised(build()).isEmpty)
        let page = try folder.text(of: "_site/meetings/sc-9901/index.html")
        #expect(page.contains(#"id="suecia""#) && page.contains(#"id="sweden""#))
    }

    @Test func `an address without a successor is told with its line, every time, and stays written down`() throws {
        try folder.write(Self.digest(number: 9910, first: "EVA LUND (Iceland)"), to: "Meetings/b.txt")
        try build()
        try FileManager.default.removeItem(atPath: folder["Meetings/b.txt"])
        for _ in 0..<2 {
            let told = try promised(build())
            let lost = try #require(told.first { $0.message.contains("/meetings/sc-9910/") })
            #expect(lost.id == "address-dropped" && lost.severity == .warning && lost.lines != nil)
            #expect(lost.suggestion != nil)
            #expect(told.contains { $0.message.contains("/speakers/eva-lund/") })
        }
        #expect(try addresses().contains("/meetings/sc-9910/"))
    }

    @Test func `an anchor without a successor is told`() throws {
        try build()
        try folder.write(Self.digest(number: 9901, first: "EVA LUND (Iceland) otherwise"), to: "Meetings/a.txt")
        let told = try promised(build())
        #expect(told.contains { $0.id == "anchor-dropped" && $0.message.contains("#sweden") })
    }

    @Test(arguments: [
        ("{", "json-"), (#"{"format": "rapporteur.addresses/9", "pages": {}}"#, "addresses-format"),
        (#"{"pages": {"/../x/": {"of": []}}}"#, "addresses-path"), (#"{"pagse": {}}"#, "json-unknown-key"),
    ])
    func `a file of addresses that is wrong is an error, and the site stays as it was`(text: String, id: String) throws
    {
        try folder.write(text, to: "addresses.json")
        let error = try #require(throws: DiagnosticError.self) { try build() }
        #expect(error.diagnostics.contains { $0.id.hasPrefix(id) && $0.lines != nil })
        #expect(try addresses() == text)
    }
}

/// Builds of one session, which correct what they published where only words have changed.
@Suite struct CorrectedAddressesTests {
    private let folder: TemporaryFolder
    private let memory = SessionMemory()

    init() throws {
        folder = try TemporaryFolder()
        try folder.site(#"{"title": "Lakes"}"#)
        for number in 1...3 { try write(number) }
    }

    private func write(_ number: Int, says words: String = "lighthouses mattered") throws {
        try folder.write(
            "Security Council\n\(number)th Meeting (AM)\n\nStatements\n\nANNA LINDE (Sweden) said that \(words).\n",
            to: "Meetings/a\(number).txt")
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSinceNow: -60)], ofItemAtPath: folder["Meetings/a\(number).txt"])
    }

    private func build(_ memory: SessionMemory? = nil) throws -> (addresses: String, notes: [Diagnostic]) {
        let report = try SiteBuild(
            SiteFolder(root: folder.path), threads: 2, publishesAddresses: true, memory: memory
        ).run()
        return (try folder.text(of: "addresses.json"), report.diagnostics.filter { $0.file == "addresses.json" })
    }

    @Test(arguments: ["lighthouses matter much", "lighthouses, mattered", "harbours sleep"])
    func `the file of addresses is what comparing everything gives`(words: String) throws {
        _ = try build(memory)
        _ = try build(memory)
        try write(2, says: words)
        #expect(try build(memory).addresses == build().addresses)
    }

    @Test func `an anchor that was lost is looked for again among other words`() throws {
        _ = try build()
        let lost = try folder.text(of: "addresses.json").replacing("\"sweden=", with: "\"old=")
        try folder.write(lost, to: "addresses.json")
        #expect(try build(memory).notes.isEmpty)
        try write(2, says: "harbours sleep")
        #expect(try build(memory).notes.map(\.id) == ["anchor-dropped"])
    }

    @Test func `looks between corrections know what is owed, and what was corrected is published in the end`() throws {
        func look() throws -> [String] {
            try SiteBuild(SiteFolder(root: folder.path), threads: 2, memory: memory).run().diagnostics
                .filter { $0.file == "addresses.json" }.map(\.id)
        }
        _ = try build()
        let lost = try folder.text(of: "addresses.json").replacing("\"sweden=", with: "\"old=")
        try folder.write(lost, to: "addresses.json")
        #expect(try look() == [])
        try write(2, says: "harbours sleep")
        #expect(try look() == ["anchor-dropped"])
        try write(3, says: "lighthouses, mattered")
        #expect(try look() == ["anchor-dropped"])
        try write(2)
        #expect(try look() == [])
        #expect(try folder.text(of: "addresses.json") == lost)
        let published = try build(memory).addresses
        try folder.write(lost, to: "addresses.json")
        #expect(try build().addresses == published)
    }

    @Test func `a file of addresses that somebody edited meanwhile counts`() throws {
        _ = try build(memory)
        let text = try folder.text(of: "addresses.json").replacing("/meetings/sc-3/", with: "/meetings/sc-33/")
        try folder.write(text, to: "addresses.json")
        try write(2, says: "harbours sleep")
        _ = try build(memory)
        #expect(try folder.text(of: "_site/meetings/sc-33/index.html").contains("../sc-3/"))
    }

    @Test func `what is owed stays known over corrections`() throws {
        _ = try build(memory)
        let text = try folder.text(of: "addresses.json").replacing("/meetings/sc-3/", with: "/meetings/sc-33/")
        try folder.write(text, to: "addresses.json")
        _ = try build(memory)
        _ = try build(memory)
        for words in ["harbours sleep", "harbours wake", "harbours dream"] {
            try write(2, says: words)
            let published = try build(memory).addresses
            #expect(memory.lastBuild?.linked.promise?.promise.redirects.map(\.from) == ["/meetings/sc-33/"])
            #expect(
                memory.lastBuild?.linked.promise?.published.contains(PublishedAddresses.mark(of: Array(published.utf8)))
                    == true)
            #expect(try build().addresses == published)
        }
    }
}
