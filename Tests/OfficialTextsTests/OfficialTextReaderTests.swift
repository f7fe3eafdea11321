import Diagnostics
import Foundation
import Meetings
import Testing

@testable import OfficialTexts

@Suite struct OfficialTextReaderTests {
    private static func document(_ body: String, number: String = "RC/RES/14(2031)", head: String = "") -> String {
        """
        <?xml version="1.0" encoding="UTF-8"?>\(head)
        <akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><statement name="resolution">
        <coverPage><p><docNumber refersTo="#symbol">\(number)</docNumber></p>
        <p><docTitle>Adopted on <docDate date="2031-05-02" refersTo="#adoptionDate">2 May 2031</docDate></docTitle></p></coverPage>
        \(body)
        </statement></akomaNtoso>
        """
    }

    private static let whole = document(
        """
        <preamble><formula name="enactingFormula"><p><span class="italic">The River Council</span>,</p></formula>
        <container name="Recalling"><p>	<span class="italic">Recalling</span> its   resolution <a href="x">9 (2029)</a>,</p></container>
        <container name="Noting with concern"><p><span class="italic">Noting with concern</span> the low water,</p></container></preamble>
        <mainBody>
        <paragraph eId="para_4"><content><p>Water levels</p></content></paragraph>
        <paragraph eId="para_5"><num>1.</num><content><p><span class="italic">Decides</span> to measure;</p></content></paragraph>
        <paragraph eId="para_9"><num>2.</num><list><intro><p><span class="italic">Calls upon</span> States:</p></intro>
        <point><num>(a)</num><content><p>To dredge;</p></content></point>
        <point><num>(b)</num><list><intro><p>To report on</p></intro><point><num>(i)</num><content><p>mud;</p></content></point></list></point></list></paragraph>
        <paragraph><num>3.</num><content><p><span class="italic">Requests</span> the following:<authorialNote><p>See the map.</p></authorialNote></p></content></paragraph>
        <paragraph><num>(a)</num><content><p>A gauge;</p></content></paragraph>
        <paragraph><content><p>(b) A buoy;</p></content></paragraph>
        <paragraph><content><p>It does so each spring.</p></content></paragraph>
        <paragraph><content><p>Annex I</p></content></paragraph>
        <paragraph><num>1.</num><content><p>The gauge stands at the bridge.</p></content></paragraph>
        </mainBody>
        """)

    private func read(_ text: String) throws -> OfficialText {
        try OfficialTextReader.read(file: "Resolutions/a.xml", bytes: Array(text.utf8))
    }

    @Test func `symbol, date and the paragraphs with their official numbers are read`() throws {
        let official = try read(Self.whole)
        #expect(official.symbol == "RC/RES/14 (2031)")
        #expect(official.date == "2031-05-02")
        #expect(official.text.preamble.map(\.opening) == ["Recalling", "Noting with concern"])
        #expect(official.text.preamble[0].text == "Recalling its resolution 9 (2029),")
        #expect(official.text.operative.map(\.number) == [1, 2, 3])
        #expect(official.text.operative.map(\.opening) == ["Decides", "Calls upon", "Requests"])
        #expect(official.text.operative[0].heading == "Water levels")
    }

    @Test func `points are read from lists and from paragraphs of their own, with the points under them`() throws {
        let operative = try read(Self.whole).text.operative
        #expect(operative[1].points.map(\.label) == ["(a)", "(b)"])
        #expect(operative[1].points[1].points.map(\.text) == ["mud;"])
        #expect(operative[2].points.map(\.label) == ["(a)", "(b)"])
        #expect(operative[2].points.map(\.text) == ["A gauge;", "A buoy;"])
        #expect(operative[2].continuation.map(\.text) == ["See the map.", "It does so each spring."])
    }

    @Test func `what stands behind Annex is an annex, its numbers no paragraphs of the resolution`() throws {
        let annexes = try read(Self.whole).text.annexes
        #expect(annexes.map(\.title) == ["Annex I"])
        #expect(annexes[0].paragraphs.map(\.text) == ["1. The gauge stands at the bridge."])
    }

    @Test func `no word of the document is lost`() throws {
        let text = try read(Self.whole).text
        var kept = text.preamble.map(\.text) + text.annexes.flatMap { [$0.title] + $0.paragraphs.map(\.text) }
        for clause in text.operative {
            kept += [clause.heading ?? "", clause.text] + clause.continuation.map(\.text)
            kept += clause.points.flatMap { [$0.text] + $0.points.map(\.text) }
        }
        let words = Set(kept.joined(separator: " ").split { !$0.isLetter })
        let body = try #require(Self.whole.firstRange(of: "<container"))
        var printed = ""
        var inTag = false
        for character in Self.whole[body.lowerBound...] {
            if character == "<" { inTag = true }
            printed.append(inTag ? " " : character)
            if character == ">" { inTag = false }
        }
        for word in printed.split(whereSeparator: { !$0.isLetter }) where !["a", "b", "i"].contains(word) {
            #expect(words.contains(word), "\(word)")
        }
    }

    @Test(arguments: [
        ("<!DOCTYPE a [<!ENTITY b \"bbbb\"><!ENTITY c \"&b;&b;&b;&b;\">]>", "official-text-doctype"),
        ("<!DOCTYPE a SYSTEM \"file:///etc/passwd\">", "official-text-doctype"),
        ("<!DOCTYPE a [<!ENTITY b SYSTEM \"http://localhost/\">]>", "official-text-doctype"),
        ("<open>", "official-text-xml"),
    ])
    func `a hostile or broken document is refused`(head: String, id: String) throws {
        let error = try #require(throws: DiagnosticError.self) {
            try read(
                Self.document(
                    "<mainBody><paragraph><num>1.</num><content><p>A &b; b</p></content></paragraph></mainBody>",
                    head: head))
        }
        #expect(error.diagnostics.map(\.id) == [id])
        #expect(error.diagnostics.allSatisfy { $0.file == "Resolutions/a.xml" && $0.suggestion != nil })
    }

    @Test func `nesting without end is refused, not followed`() throws {
        let deep = String(repeating: "<p>", count: 100_000)
        let error = try #require(throws: DiagnosticError.self) { try read(Self.document(deep)) }
        #expect(error.diagnostics.first?.id == "official-text-xml")
    }

    @Test(arguments: [
        ("<html/>", "official-text-form"), ("", "official-text-xml"), ("no xml", "official-text-xml"),
        (document("<mainBody/>"), "official-text-empty"),
        (document("<mainBody><p>x</p></mainBody>", number: "none"), "official-text-symbol"),
    ])
    func `what is no resolution is an error with a next step`(text: String, id: String) throws {
        let error = try #require(throws: DiagnosticError.self) { try read(text) }
        #expect(error.diagnostics.map(\.id) == [id])
        #expect(error.diagnostics.first?.suggestion != nil)
    }

    private static let shared = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../shared/corpus/resolutions").standardizedFileURL

    @Test(
        .enabled(if: FileManager.default.fileExists(atPath: shared.path), "the real documents are not here"),
        arguments: [("S_RES_2331", 14, 24), ("S_RES_2388", 24, 35), ("S_RES_2425", 4, 3), ("S_RES_2606", 3, 2)])
    func `real documents have every paragraph once, in order`(name: String, preamble: Int, operative: Int) throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: Self.shared.path)
        let file = try #require(names.first { $0.hasPrefix(name) })
        let data = try Data(contentsOf: Self.shared.appending(path: file))
        let text = try OfficialTextReader.read(file: file, bytes: Array(data)).text
        #expect(text.preamble.count == preamble)
        #expect(text.operative.map(\.number) == Array(1...operative))
        #expect(text.annexes.isEmpty)
    }
}
