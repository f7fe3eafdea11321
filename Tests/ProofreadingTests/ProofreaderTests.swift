import Diagnostics
import DigestParser
import Foundation
import Meetings
import Testing

@testable import Proofreading

@Suite struct ProofreaderTests {
    private let release = Release(
        mark: "PM", date: nil,
        summary: ["The Council met met today.  “It was late."],
        statements: [
            "NAME TO COME (Norway) said that he/she agreed , at last.", "Ms. LOW (Chile) agreed.  It rained, he said.",
        ])

    private func slips(_ text: String, file: String = "digest.txt") throws -> [Diagnostic] {
        let source = try SourceText(file: file, bytes: Array(text.utf8))
        return Proofreader().slips(in: DigestParser().parse(source, sha256: ""), of: source)
    }

    @Test func `slips come in the order of the text, each with its place`() throws {
        let found = try slips(release.text)
        #expect(
            found.map(\.id) == [
                "missing-date", "time-mark", "double-word", "unbalanced-quotation", "name-to-come",
                "unresolved-pronoun",
                "space-before-mark", "pronoun-conflict",
            ])
        let places = found.map { [$0.lines?.lowerBound ?? 0, $0.column ?? 0] }
        #expect(places.allSatisfy { $0[0] > 0 && $0[1] > 0 })
        #expect(zip(places, places.dropFirst()).allSatisfy { $0.lexicographicallyPrecedes($1) })
        #expect(found.allSatisfy { $0.severity == .warning && $0.file == "digest.txt" && $0.suggestion != nil })
    }

    @Test func `columns count bytes behind accents, and line ends of any kind`() throws {
        let text = Release(statements: ["ÁDÁ LÓW (Norway) said “é” of of it."]).text
        for ending in ["\n", "\r\n", "\r"] {
            let found = try slips(text.replacing("\n", with: ending)).filter { $0.id == "double-word" }
            #expect(found.map(\.column) == [35] && found.map(\.length) == [5])
        }
    }

    @Test func `a text without a slip says nothing, and no text is no meeting`() throws {
        #expect(try slips(Release().text) == [])
        #expect(try slips("Dear all, the the cake is ready.  Yours, Ada") == [])
    }

    @Test func `a saved page is read by its paragraphs, and its tags are no slips`() throws {
        let page = """
            <!DOCTYPE html>
            <html><body><div class="field field"><article><h1>Council of the Lakes Reviews Water Levels</h1>
            <p>412th Meeting (AM)</p><p>10 May 2030</p>
            <p>The Council of the Lakes met today to review the water levels of the year, and was told of rain.</p>
            <p>The meeting began at 10:03 a.m. and ended at 12:41 p.m.</p>
            <p>ADA LOW (Norway) said that the the lakes of the north had been <em>full</em>&nbsp;since&nbsp;spring.</p>
            <p>NAME TO COME (Chile) said that it was so, and that the rivers had brought more water than ever before.</p>
            </article></div></body></html>
            """
        let found = try slips(page, file: "page.html")
        #expect(found.map(\.id) == ["double-word", "name-to-come"])
        #expect(found.map(\.lines) == [6...6, 7...7])
        #expect(found.allSatisfy { $0.column == nil })
    }

    @Test func `any bytes are read`() throws {
        var state: UInt64 = 42
        let pieces = [
            "“", "”", "(", ")", "[", "]", "he/", "she", "the ", "the ", " ,", ".", "\n", "\n\n", "é", "\u{A0}", "’",
            "NAME TO COME",
            " (Norway) said ", "Chile, Peru and, ", "\u{2011}", "resolution 2259 (2015)", "Group of Friends of A",
            "\u{1F30A}", "must done",
        ]
        for _ in 1...200 {
            var text = "Council of the Lakes\n412th Meeting (AM)\n\n"
            for _ in 1...60 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                text += pieces[Int(state >> 33) % pieces.count]
            }
            let source = try SourceText(file: "digest.txt", bytes: Array(text.utf8))
            let meeting = DigestParser().parse(source, sha256: "")
            for slip in Proofreader().slips(in: meeting, of: source) {
                let line = try #require(slip.lines).lowerBound
                let column = try #require(slip.column)
                let length = try #require(slip.length)
                #expect(1...source.lines.count ~= line && column >= 1 && length >= 0)
                #expect(column - 1 + length <= source.line(line).count, "\(slip)")
                #expect(
                    String(validating: source.line(line).dropFirst(column - 1).prefix(length), as: UTF8.self) != nil)
            }
        }
    }

    /// With the square of the size this would take hours; the limit is for that, not a measure of speed.
    @Test(.timeLimit(.minutes(2))) func `a statement of a megabyte is read to its end`() throws {
        let sentence =
            "“It rained (again), and Chile, Peru and Fiji said said so, he/she said; the Lake Group of Friends of X.”  "
        let statement = "ADA LOW (Norway) agreed.  " + String(repeating: sentence, count: 10_000)
        let source = try SourceText(file: "digest.txt", bytes: Array(Release(statements: [statement]).text.utf8))
        let slips = Proofreader().slips(in: DigestParser().parse(source, sha256: ""), of: source)
        #expect(slips.count { $0.id == "double-word" } == 10_000)
    }
}
