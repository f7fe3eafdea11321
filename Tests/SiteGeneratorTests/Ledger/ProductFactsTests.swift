import Corpus
import Templating
import Testing

@testable import SiteGenerator

/// What each product of a site is made from, and what a correction of one statement therefore makes again.
@Suite struct ProductFactsTests {
    private static let norway = "OTTO BERG (Norway) said that pilots keep the sandbanks."
    private static let sweden =
        "ANNA LINDE (Sweden), associating herself with the European Union, recalled paragraph 1 of resolution 2510 (2020) and S/2020/7."

    /// Three meetings with a summary, a vote, a text that was adopted, and statements in which others are heard.
    private static func digests(correcting old: String = "", by new: String = "") -> [String: String] {
        let first = """
            Security Council
            9901st Meeting (AM)

            Council Weighs Harbours

            2 March 2020

            The Council met on resolution 2510 (2020) and the report S/2020/9.

            Statements

            \(sweden)

            \(norway)

            JUAN MESA (Peru), also speaking on behalf of Norway, said that the bay was calm.

            """
        let second = """
            Security Council
            9902nd Meeting (PM)

            Council Adopts Text on Harbours

            3 March 2020

            Action

            The Council then adopted resolution 2510 (2020) by a vote of 2 in favour to 1 against (Peru), with no abstentions.

            Statements

            OTTO BERG (Norway) thanked all members and recalled resolution 2510 (2020).

            Resolution

            The full text of resolution 2510 (2020) reads as follows:

            “The Security Council,

            “1.   Decides that lighthouses stay lit;

            “2.   Asks that bells be rung.

            """
        let third = """
            Security Council
            9903rd Meeting (AM)

            Council Hears of Ships

            4 March 2020

            Statements

            ANNA LINDE (Sweden) said that ships were built.

            """
        let texts = ["Meetings/a.txt": first, "Meetings/b.txt": second, "Meetings/c.txt": third]
        return old.isEmpty ? texts : texts.mapValues { $0.replacing(old, with: new) }
    }

    /// The facts of each product, with their marks.
    private func products(_ digests: [String: String]) throws -> [String: Set<String>] {
        let folder = try TemporaryFolder()
        try folder.write(#"{"title": "Digests", "baseURL": "https://example.org/"}"#, to: "site.json")
        for (path, text) in digests { try folder.write(text, to: path) }
        var clock = StageClock { _ in }
        let site = try SiteBuild(SiteFolder(root: folder.path), threads: 1)
            .groundwork(&clock, addresses: AddressFile(nil)).model
        let maker = PageMaker(
            site: site, templates: try TemplateSet(builtIn: Theme.templates, own: [], pages: PageMaker.kinds),
            assets: Theme.publicFiles.map(\.path))
        let marks = site.marks
        var products: [String: Set<String>] = [:]
        for product in SiteProduct.all(of: site) {
            let log = ReadLog()
            _ = try product.make(maker.noting(in: log)) { _ in }
            products[product.key] = Set(log.facts.map { "\($0.kind) \(marks.id(of: $0)) \(marks[$0])" })
        }
        return products
    }

    /// The products that are made again after a correction.
    private func madeAgain(correcting old: String, by new: String) throws -> Set<String> {
        let before = try products(Self.digests())
        let after = try products(Self.digests(correcting: old, by: new))
        #expect(before.keys == after.keys)
        return Set(before.keys.filter { before[$0] != after[$0] })
    }

    @Test func `no product reads everything`() throws {
        let products = try products(Self.digests())
        #expect(products.count > 30)
        for (key, facts) in products { #expect(!facts.contains { $0.hasPrefix("everything") }, "\(key)") }
    }

    private static let ofNorway: Set = [
        "page meetings/sc-9901/", "page speakers/otto-berg/", "page delegations/norway/", "feed speakers/otto-berg/",
        "feed delegations/norway/",
    ]

    @Test func `a comma in a statement makes its meeting, its speaker and its delegation again, and no list`() throws {
        #expect(try madeAgain(correcting: "pilots keep", by: "pilots, keep") == Self.ofNorway)
    }

    @Test func `so does another word`() throws {
        #expect(try madeAgain(correcting: "pilots keep", by: "pilots rarely keep") == Self.ofNorway)
    }

    @Test func `a comma in a statement that cites a paragraph makes again what quotes it, and no list of citations`()
        throws
    {
        let made = try madeAgain(correcting: "recalled paragraph", by: "recalled, paragraph")
        #expect(
            made == [
                "page meetings/sc-9901/", "page speakers/anna-linde/", "page delegations/sweden/",
                "feed speakers/anna-linde/", "feed delegations/sweden/", "page resolutions/s-res-2510-2020/",
                "page resolutions/s-res-2510-2020/op-1/", "feed resolutions/s-res-2510-2020/",
            ])
    }

    @Test func `a comma in a summary makes again what quotes it and the feeds that begin with it`() throws {
        let made = try madeAgain(correcting: "(2020) and the report", by: "(2020), and the report")
        #expect(made.contains("page meetings/sc-9901/") && made.contains("page resolutions/s-res-2510-2020/"))
        #expect(!made.contains("page speakers/otto-berg/") && !made.contains("page documents/"))
    }

    @Test func `a meeting that comes makes the lists again`() throws {
        let before = try products(Self.digests())
        var digests = Self.digests()
        digests["Meetings/d.txt"] = digests["Meetings/c.txt"]?.replacing("9903rd", with: "9904th")
        let after = try products(digests)
        let made = Set(before.keys.filter { before[$0] != after[$0] })
        #expect(made.isSuperset(of: ["page meetings/", "page delegations/", "page ", "machine files", "feed "]))
        #expect(made.contains("page speakers/anna-linde/") && !made.contains("page speakers/otto-berg/"))
        #expect(!made.contains("page documents/") && !made.contains("page resolutions/"))
    }
}
