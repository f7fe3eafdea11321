import Diagnostics
import Meetings
import Testing

@testable import DigestParser

/// What a text refers to, one line each: the target, then the words in brackets.
func references(
    in text: String, body: String = "Security Council", decisions: [Decision] = [], statements: [Statement] = []
) -> [String] {
    var meeting = meeting(body: body, statements: statements)
    meeting.decisions = decisions
    meeting.blocks.append(Block(lines: 1...1, content: .narration([Paragraph(lines: 1...1, text: text)])))
    return described(&meeting).last ?? []
}

/// A meeting of turns, one line each.
func meeting(body: String, statements: [Statement]) -> Meeting {
    let blocks = statements.enumerated().map { Block(lines: $0 + 1...$0 + 1, content: .statement($1)) }
    return Meeting(source: .init(file: "digest.txt", lines: 1, sha256: ""), body: body, blocks: blocks)
}

func turn(_ id: String, name: String? = nil, delegation: String? = nil, _ text: String = "") -> Statement {
    Statement(
        id: id, form: .capitals,
        speaker: Speaker(printed: name?.uppercased(), name: name, delegation: delegation, unnamed: name == nil),
        paragraphs: [Paragraph(lines: 1...1, text: text)])
}

extension SourceText {
    static let empty: SourceText = {
        do { return try SourceText(file: "digest.txt", bytes: []) } catch {
            preconditionFailure("an empty text is a text")
        }
    }()
}

/// Runs the pass; the references of each paragraph of statements and narration.
func described(_ meeting: inout Meeting) -> [[String]] {
    ReferencePass.run(on: &meeting, in: .empty, drafts: DraftSymbols(meeting), states: .shipped)
    return meeting.blocks.flatMap { block -> [[String]] in
        switch block.content {
        case .statement(let statement): statement.paragraphs.map(lines)
        case .narration(let paragraphs): paragraphs.map(lines)
        default: []
        }
    }
}

private func lines(_ paragraph: Paragraph) -> [String] {
    var end = 0
    let bytes = Array(paragraph.text.utf8)
    for reference in paragraph.references {
        #expect(reference.start >= end, "references stand in order and do not overlap")
        #expect(String(decoding: bytes[reference.start..<reference.end], as: UTF8.self) == reference.text)
        end = reference.end
    }
    return paragraph.references.map { "\($0.target) [\($0.text)]" }
}

private let resolution = Decision(kind: .resolution, symbol: "S/RES/2900 (2027)", adopted: .unanimously, lines: 1...1)

@Suite struct ResolutionReferences {
    @Test(arguments: [
        ("the terms of resolution 1373 (2001) and the rest", ["S/RES/1373 (2001) [resolution 1373 (2001)]"]),
        ("resolution\u{A0}2253\u{A0}(2015)", ["S/RES/2253 (2015) [resolution\u{A0}2253\u{A0}(2015)]"]),
        ("Resolution 2331 (2016) had", ["S/RES/2331 (2016) [Resolution 2331 (2016)]"]),
        ("resolution 1701 of 2006 was", ["S/RES/1701 (2006) [resolution 1701 of 2006]"]),
        (
            "resolution 1373(2001) and resolution 1540 ( 2004 )",
            [
                "S/RES/1373 (2001) [resolution 1373(2001)]", "S/RES/1540 (2004) [resolution 1540 ( 2004 )]",
            ]
        ),
        ("Council resolution 242, he said", ["S/RES/242 [resolution 242]"]),
        ("of the Security Council’s resolution No. 1701 (2006).", ["S/RES/1701 (2006) [resolution No. 1701 (2006)]"]),
    ])
    func `a resolution of the Council is read with or without its year`(text: String, expected: [String]) {
        #expect(references(in: text) == expected)
    }

    @Test(arguments: [
        ("resolutions 1267 (1999), 1989 (2011) and 2253 (2015)", ["1267 (1999)", "1989 (2011)", "2253 (2015)"]),
        ("resolutions 1960 and 2106, and encourages", ["1960", "2106"]),
        ("resolutions 2094 (2013) 2270 (2016), as well as 2321 (2016)", ["2094 (2013)", "2270 (2016)", "2321 (2016)"]),
        ("resolutions 242 (1967), 338 and/or 1397 (2002)", ["242 (1967)", "338", "1397 (2002)"]),
        ("resolution 2253 (2015) and 2178 (2014)", ["resolution 2253 (2015)", "2178 (2014)"]),
    ])
    func `each number of a list is a reference of its own`(text: String, words: [String]) {
        #expect(references(in: text).map { $0.split(separator: "[")[1].dropLast() } == words.map { $0[...] })
    }

    @Test func `a number with its year belongs to the resolutions named before it in the sentence`() {
        let text =
            "resolutions 2195 (2014) and 2253 (2015), which express concern that some gain, as well as 2242 (2015), on others"
        #expect(references(in: text).last == "S/RES/2242 (2015) [2242 (2015)]")
        #expect(references(in: "The resolution was clear. As under 2242 (2015), they met.").isEmpty)
        #expect(references(in: "Under that resolution and Protocol 14 (2004), they met.").isEmpty)
    }

    @Test(arguments: [
        ("General Assembly resolution 3314 (XXIX)", "A/RES/3314 (XXIX)"),
        ("resolution 377A(V), “Uniting”", "A/RES/377 A (V)"),
        ("resolution 377 A (V)", "A/RES/377 A (V)"), ("resolution 377 (V) A", "A/RES/377 A (V)"),
        ("resolution 3201 (S-VI)", "A/RES/3201 (S-VI)"), ("General Assembly resolution 46/43 on", "A/RES/46/43"),
        ("resolution ES-11/1", "A/RES/ES-11/1"), ("resolution ES\u{2011}10/22", "A/RES/ES-10/22"),
        ("resolution 54/54 V, entitled", "A/RES/54/54 V"), ("Council resolution 1996/31", "E/RES/1996/31"),
        ("Human Rights Council resolution S-21/1", "A/HRC/RES/S-21/1"),
        ("Human Rights Council resolution 16/18", "A/HRC/RES/16/18"),
        ("Economic and Social Council resolution 1503 (XLVIII)", "E/RES/1503 (XLVIII)"),
        ("the Assembly’s resolution 194", "A/RES/194"), ("resolution 1373/2001", "S/RES/1373 (2001)"),
    ])
    func `the resolutions of other bodies are known by the form of their number and the body named`(
        text: String, target: String
    ) {
        #expect(references(in: text).map { $0.prefix { $0 != "[" }.dropLast() } == [target[...]])
    }

    @Test(arguments: [
        "peaceful resolution of the conflict", "the resolution 15 days later", "resolution 2 of 10", "resolution 1,325",
        "a vote of 15 in favour", "in 2001 and 1999 (see above)", "24/7 and 9/11, 12/12/2001",
        "call 212 963 1234 (2016)",
        "ISIL/Da’esh", "and/or", "HIV/AIDS", "paragraph 5", "the text of the treaty", "resolution", "resolutions",
    ])
    func `plain numbers and words are no reference`(text: String) {
        #expect(references(in: text).isEmpty)
    }
}

@Suite struct SymbolReferences {
    @Test(arguments: [
        ("reports S/2016/949, as well as S/2015/203", ["S/2016/949", "S/2015/203"]),
        ("(document A/ES\u{2011}11/L.1)", ["A/ES-11/L.1"]), ("(document A/C.3/72/L.1/Rev.1).", ["A/C.3/72/L.1/Rev.1"]),
        ("document S/PRST/2006/41), 13 April", ["S/PRST/2006/41"]),
        ("see S/PV.7847 and A/72/PV.3.", ["S/PV.7847", "A/72/PV.3"]),
        ("S/PV.7606 (Resumption 1)", ["S/PV.7606 (Resumption 1)"]), ("A/C.3/72/SR.12", ["A/C.3/72/SR.12"]),
        ("See Press Releases SC/14808 and SC/14809", ["SC/14808", "SC/14809"]), ("GA/SHC/3760", ["GA/SHC/3760"]),
        ("SG/SM/21158 SC/6570/Rev.1*", ["SG/SM/21158", "SC/6570/Rev.1"]), ("Press Release IHA/1000", ["IHA/1000"]),
        ("issued as document S/RES/2606(2021)) and", ["S/RES/2606 (2021)"]), ("A/RES/71/1;", ["A/RES/71/1"]),
        ("A/RES/3314 (XXIX)", ["A/RES/3314 (XXIX)"]), ("A/HRC/RES/16/18", ["A/HRC/RES/16/18"]),
        ("S/RES/46 (1948)", ["S/RES/46 (1948)"]),
        ("Presidential Statement 2015/25,", ["S/PRST/2015/25"]),
        ("presidential statements 2015/25 and 2016/9", ["S/PRST/2015/25", "S/PRST/2016/9"]),
        ("document CD/1864, CEDAW/C/2017/1", ["CD/1864", "CEDAW/C/2017/1"]), ("https://undocs.org/S/2016/949", []),
    ])
    func `a symbol is read whole, without the marks around it`(text: String, targets: [String]) {
        #expect(references(in: text).map { String($0.prefix { $0 != "[" }.dropLast()) } == targets)
    }

    @Test func `symbols have the kind of their series`() {
        var meeting = meeting(body: "Security Council", statements: [])
        let text = "S/RES/46 (1948) S/PRST/2006/41 S/PV.7847 SC/14808 S/2016/949"
        meeting.blocks = [Block(lines: 1...1, content: .narration([Paragraph(lines: 1...1, text: text)]))]
        _ = described(&meeting)
        guard case .narration(let paragraphs) = meeting.blocks[0].content else { return }
        #expect(
            paragraphs[0].references.map(\.kind) == [
                .resolution, .presidentialStatement, .meetingRecord, .pressRelease, .document,
            ])
    }
}

@Suite struct ParagraphReferences {
    @Test(arguments: [
        (
            "paragraph 15 of its resolution 1769 (2007), as elaborated",
            ["S/RES/1769 (2007)#15 [paragraph 15]", "S/RES/1769 (2007) [resolution 1769 (2007)]"]
        ),
        (
            "paragraphs 33 and 34 of resolution 2270 (2016)",
            ["S/RES/2270 (2016)#33 [33]", "S/RES/2270 (2016)#34 [34]", "S/RES/2270 (2016) [resolution 2270 (2016)]"]
        ),
        (
            "operative paragraph 8 (d) of Security Council resolution 1718 (2006)",
            ["S/RES/1718 (2006)#8 [operative paragraph 8 (d)]", "S/RES/1718 (2006) [resolution 1718 (2006)]"]
        ),
        (
            "preambular paragraph 3 of General Assembly resolution 60/1",
            ["A/RES/60/1#pp-3 [preambular paragraph 3]", "A/RES/60/1 [resolution 60/1]"]
        ),
        ("paragraph 5 above", []),
        ("paragraph 12 of S/2016/949", ["S/2016/949#12 [paragraph 12]", "S/2016/949 [S/2016/949]"]),
        ("paragraph 2 of the Charter", []),
        (
            "objected to operative paragraph 8, which", ["S/RES/2900 (2027)#8 [operative paragraph 8]"]
        ),
        (
            "welcomed operative paragraph 8 of the draft", ["S/RES/2900 (2027)#8 [operative paragraph 8]"]
        ),
        (
            "read paragraph 4 of the resolution aloud",
            ["S/RES/2900 (2027)#4 [paragraph 4]", "S/RES/2900 (2027) [the resolution]"]
        ),
        (
            "recalled resolution 1373 (2001) and paragraph 4 of the resolution",
            ["S/RES/1373 (2001) [resolution 1373 (2001)]"]
        ),
        (
            "operative paragraph 8 of today’s resolution",
            ["S/RES/2900 (2027)#8 [operative paragraph 8]", "S/RES/2900 (2027) [today’s resolution]"]
        ),
    ])
    func `a paragraph is referred to by its text and number`(text: String, expected: [String]) {
        #expect(references(in: text, decisions: [resolution]) == expected)
    }

    @Test func `above and below are in the text that says so`() throws {
        var decision = resolution
        let text = "recalls paragraph 5 above and paragraphs 2 (a) and 3 above, and paragraph 7 of this resolution"
        decision.fullText = FullText(
            lines: 1...1, preamble: [],
            operative: [FullText.Clause(number: 1, opening: "recalls", lines: 1...1, text: text)])
        var meeting = meeting(body: "Security Council", statements: [])
        meeting.decisions = [decision]
        _ = described(&meeting)
        let found = try #require(meeting.decisions[0].fullText?.operative[0].references)
        #expect(found.map(\.text) == ["paragraph 5 above", "2 (a)", "3", "paragraph 7 of this resolution"])
        #expect(found.map(\.target) == ["5", "2", "3", "7"].map { "S/RES/2900 (2027)#" + $0 })
    }
}

@Suite struct SessionReferences {
    @Test(arguments: [
        ("welcomed today’s resolution, saying", "today’s resolution"), ("Today's resolution was", "Today's resolution"),
        ("The resolution adopted today was", "The resolution adopted today"),
        ("said the newly adopted text would", "the newly adopted text"),
        ("welcomed the unanimous adoption of the resolution, the first", "the resolution"),
        ("that the resolution just adopted recognized", "the resolution just adopted"),
        ("the just-adopted resolution", "the just-adopted resolution"),
        ("the comprehensive resolution adopted this morning", "resolution adopted this morning"),
        ("the resolution the Council had just adopted was", "the resolution the Council had just adopted"),
        ("today’s landmark resolution", "today’s landmark resolution"),
        ("the text unanimously adopted today", "the text unanimously adopted today"),
    ])
    func `words for what was decided today lead to the decision`(text: String, words: String) {
        #expect(references(in: text, decisions: [resolution]) == ["S/RES/2900 (2027) [\(words)]"])
    }

    @Test(arguments: [
        "today’s draft resolution", "the General Assembly resolution adopted today",
        "the resolution adopted on 23 February",
        "the resolution just adopted on 23 February", "resolutions adopted today", "the text today",
    ])
    func `words that may mean another text lead nowhere`(text: String) {
        #expect(references(in: text, decisions: [resolution]).isEmpty)
    }

    @Test func `of two decisions none is today’s`() {
        #expect(references(in: "today’s resolution", decisions: [resolution, resolution]).isEmpty)
        #expect(references(in: "today’s resolution", decisions: []).isEmpty)
    }

    @Test func `where only speakers tell of the adoption, it is the one they all mean`() {
        func found(_ speech: String) -> [String] {
            references(in: "welcomed today’s resolution", statements: [turn("peru", delegation: "Peru", speech)])
        }
        let adoption = "Beyond resolution 2331 (2016), the unanimous adoption of resolution 2388 (2017) would help."
        #expect(found(adoption) == ["S/RES/2388 (2017) [today’s resolution]"])
        #expect(found(adoption + " It went beyond resolution 2400 (2018).").isEmpty)
        #expect(found(adoption + " So had the adoption of resolution 1325 (2000).").isEmpty)
    }
}

@Suite struct PeopleReferences {
    private let turns = [
        turn("kiribati", name: "Teburoro Anote Tiata", delegation: "Kiribati"), turn("france", delegation: "France"),
        turn("ban-so-yeon", name: "Ban So-yeon"), turn("syria", name: "Rima Haddad", delegation: "Syria"),
        turn("nadia-okafor", name: "Nadia Okafor Ruiz"), turn("chad", name: "Ali Deby", delegation: "Chad"),
        turn("chad-2", name: "Musa Deby", delegation: "Chad"),
    ]

    @Test(arguments: [
        ("to what the representative of Kiribati had said", "kiribati [the representative of Kiribati]"),
        ("The speaker for France said", "france [The speaker for France]"),
        ("thanked France’s delegate", "france [France’s delegate]"),
        ("the Kiribati delegate’s words", "kiribati [the Kiribati delegate]"),
        ("the representative of the Syrian Arab Republic", "syria [the representative of the Syrian Arab Republic]"),
        ("the delegate from France", "france [the delegate from France]"),
        ("He thanked Kiribati’s speaker for his words", "kiribati [Kiribati’s speaker]"),
        ("Nadia Okafor Ruiz’s story", "nadia-okafor [Nadia Okafor Ruiz]"),
        ("and Ms. Okafor, who", "nadia-okafor [Ms. Okafor]"),
        ("Special Representative Ban said", "ban-so-yeon [Special Representative Ban]"),
        ("and Nadia Okafor, who", "nadia-okafor [Nadia Okafor]"), ("Teburoro Tiata’s", "kiribati [Teburoro Tiata]"),
        ("President Tiata had", "kiribati [President Tiata]"),
        ("Ambassador Anote Tiata", "kiribati [Ambassador Anote Tiata]"),
    ])
    func `a person or delegation that spoke is linked to the statement`(text: String, expected: String) {
        #expect(references(in: text, statements: turns) == [expected])
    }

    @Test func `each of several delegates is linked`() {
        let found = references(in: "the representatives of France, Peru and Kiribati", statements: turns)
        #expect(found == ["france [France]", "kiribati [Kiribati]"])
        let listed = "the representatives of Chad (on behalf of the Lake Group), France and Kiribati"
        #expect(references(in: listed, statements: turns) == ["france [France]", "kiribati [Kiribati]"])
        #expect(references(in: "the delegates of France and the Syrian Arab Republic", statements: turns).count == 2)
    }

    @Test(arguments: [
        "the representative of Chad", "a hundred observers from France", "Mr. Deby", "Tiata", "Mr. Teburoro",
        "President Nadia Hope",
        "the representative of Peru",
        "Ms. Okafor Gomez", "Special Representative of France", "representation of France", "Mr. Ruiz-Mora",
    ])
    func `words that fit no speaker, or two, are left alone`(text: String) {
        #expect(references(in: text, statements: turns).isEmpty)
    }

    @Test func `nobody is linked to their own statement`() {
        let own = turn(
            "kiribati", name: "Teburoro Tiata", delegation: "Kiribati", "The representative of Kiribati said")
        let other = turn(
            "france", delegation: "France", "The representative of France thanked the representative of Kiribati.")
        var meeting = meeting(body: "Security Council", statements: [own, other])
        #expect(described(&meeting) == [[], ["kiribati [the representative of Kiribati]"]])
    }
}

@Suite struct ReferenceDiagnostics {
    private func diagnostics(_ text: String) throws -> [Diagnostic] {
        let source = try SourceText(file: "digest.txt", bytes: Array(("  " + text).utf8))
        var meeting = meeting(body: "Security Council", statements: [])
        meeting.blocks = [Block(lines: 1...1, content: .narration([Paragraph(lines: 1...1, text: text)]))]
        ReferencePass.run(on: &meeting, in: source, drafts: DraftSymbols(meeting), states: .shipped)
        return meeting.diagnostics
    }

    @Test func `a year that cannot be is told, and the right one where it is known`() throws {
        let found = try #require(diagnostics("on resolution 2331 (2661) of the Council").first)
        #expect(found.id == "impossible-year")
        #expect(found.column == 6)
        #expect(found.suggestion?.contains("2331 (2016)") == true)
        #expect(references(in: "resolution 2331 (2661)") == ["S/RES/2331 (2016) [resolution 2331 (2661)]"])
        #expect(references(in: "resolution 2331 (2011)") == ["S/RES/2331 (2016) [resolution 2331 (2011)]"])
    }

    @Test func `a number newer than any table takes the year the text prints elsewhere`() {
        #expect(
            references(in: "resolution 2950 (2208), then resolution 2950 (2028)")
                == ["S/RES/2950 (2028) [resolution 2950 (2208)]", "S/RES/2950 (2028) [resolution 2950 (2028)]"])
        #expect(references(in: "resolution 2950 (2208)") == ["S/RES/2950 [resolution 2950 (2208)]"])
    }

    @Test(arguments: ["S/RES/2603/(2021)", "S/RES/2603/2021"])
    func `a symbol with a slip in it is still that resolution`(symbol: String) throws {
        #expect(references(in: "(document \(symbol))") == ["S/RES/2603 (2021) [\(symbol)]"])
        let found = try diagnostics("adopted \(symbol) today")
        #expect(found.map(\.id) == ["malformed-symbol"])
        #expect(found.first?.suggestion == "Write “S/RES/2603 (2021)”.")
    }

    @Test func `what is in order is not told`() throws {
        #expect(try diagnostics("resolution 2331 (2016), S/RES/1373 (2001) and resolution 377 A (V)").isEmpty)
    }
}

@Suite struct HostileReferences {
    @Test(
        .timeLimit(.minutes(1)),
        arguments: [
            "resolution ", "(", "resolution 1 (2000) ", "S/", "S/RES/", "paragraph 1, ", "(2015", "1 (2015) ",
            "today’s ", "Mr. ", "“",
        ])
    func `any text is read in linear time`(unit: String) {
        let text = String(repeating: unit, count: 200_000 / unit.utf8.count)
        _ = references(
            in: text, decisions: [resolution], statements: [turn("france", name: "Mr. Mr.", delegation: "France")])
    }
}
