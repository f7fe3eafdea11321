import Diagnostics
import DigestParser
import Foundation
import Meetings
import Testing

@testable import Corpus

/// The two real digests that the project was made from, when they are there.
struct SeedTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../shared/seeds").standardizedFileURL
    static let isThere = FileManager.default.fileExists(atPath: folder.path)

    private static let corpus: Corpus? = {
        let files = (FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []).sorted()
        let parser = DigestParser()
        let meetings = files.compactMap { file -> Meeting? in
            guard let data = FileManager.default.contents(atPath: folder.appending(path: file).path) else { return nil }
            do { return parser.parse(try SourceText(file: file, bytes: Array(data)), sha256: "") } catch { return nil }
        }
        return meetings.count == 2 ? Corpus(meetings: meetings) : nil
    }()

    private func corpus() throws -> Corpus { try #require(Self.corpus) }

    @Test(.enabled(if: isThere, "the two seed digests are not here"))
    func `both meetings have their addresses`() throws {
        #expect(
            Set(try corpus().meetings.map(\.id)) == ["sc-7847", "sc-trafficking-of-persons-in-conflict-situations"])
        #expect(try corpus().figures.turns == 73 + 39)
        #expect(try corpus().figures.unnamedTurns == 22)
    }

    @Test(
        .enabled(if: isThere, "the two seed digests are not here"),
        arguments: [
            "koro-bessho", "yury-fedotov", "christian-wenaweser", "maria-emma-mejia-velez", "dian-triansyah-djani",
        ])
    func `who spoke in both meetings has one page`(id: String) throws {
        let corpus = try corpus()
        let person = corpus[try #require(corpus.person(id: id))]
        #expect(Set(person.turns.map(\.meeting)).count == 2)
        #expect(!corpus.persons.contains { $0.id != id && $0.id.hasPrefix(id) })
    }

    @Test(.enabled(if: isThere, "the two seed digests are not here"))
    func `nobody is made of a name to come`() throws {
        #expect(try !corpus().persons.contains { $0.id.contains("name-to-come") || $0.id.contains("to-come") })
    }

    @Test(.enabled(if: isThere, "the two seed digests are not here"))
    func `delegations have their kinds and what is only announced`() throws {
        let corpus = try corpus()
        func delegation(_ id: String) throws -> Delegation { corpus[try #require(corpus.delegation(id: id))] }
        #expect(try delegation("libya").placeholders.count == 1)
        #expect(try delegation("turkiye").turns.count == 2)
        #expect(try delegation("european-union").kind == .organisation)
        #expect(try delegation("european-union").turns.count == 2)
        #expect(try delegation("nordic-countries").kind == .group)
        #expect(try delegation("nordic-countries").representedBy.map { corpus[$0.delegation].id } == ["norway"])
        #expect(try delegation("united-nations-office-on-drugs-and-crime").kind == .office)
        #expect(try delegation("holy-see").kind == .observer)
        #expect(!corpus.delegations.contains { $0.kind == .civilSociety })
    }

    @Test(.enabled(if: isThere, "the two seed digests are not here"))
    func `the resolution has its paragraphs and is cited from the other meeting`() throws {
        let corpus = try corpus()
        let ref = try #require(corpus.resolution(id: "s-res-2331-2016"))
        #expect(corpus[ref].paragraphs.count == 14 + 24)
        #expect(corpus[ref].cites.count == 10)
        let turns = corpus[ref].citations.compactMap { citation -> String? in
            if case .turn(let turn, _) = citation.passage { corpus[turn.meeting].id } else { nil }
        }
        #expect(Set(turns).count == 2)
        for document in corpus.documents { #expect(!document.citations.isEmpty, "\(document.symbol)") }
    }

    @Test(.enabled(if: isThere, "the two seed digests are not here"))
    func `related wording finds the statement on supply chains for the paragraph on them`() throws {
        let corpus = try corpus()
        let related = corpus.related(for: try #require(corpus.resolution(id: "s-res-2331-2016")))
        let first = try #require(related["op-23"]?.first)
        #expect(corpus.statement(first.turn).id == "germany")
        #expect(related["op-24"] == nil)
    }

    @Test(.enabled(if: isThere, "the two seed digests are not here"))
    func `every reference leads somewhere`() throws {
        let corpus = try corpus()
        for (index, entry) in corpus.meetings.enumerated() {
            for reference in entry.meeting.references {
                #expect(corpus.link(for: reference, in: Ref(index)) != .none, "\(reference)")
            }
        }
    }
}
