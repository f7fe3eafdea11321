import Meetings

/// The paragraphs of a resolution as they are found, one element after the other.
struct OfficialBody {
    private(set) var preamble: [FullText.Clause] = []
    private(set) var operative: [FullText.Clause] = []
    private(set) var annexes: [FullText.Annex] = []
    /// A line without number that may be the sub-heading of what follows.
    private var heading: Paragraph?

    init(_ root: XMLTree.Element) {
        // Attached documents have bodies of their own.
        let document = root.elements.first { $0.name != "meta" } ?? root
        for part in document.elements {
            switch part.name {
            case "preamble": readPreamble(part)
            case "mainBody": for element in part.elements { readBody(element) }
            case "conclusions": for element in part.elements { addOther(Self.paragraph(element)) }
            case "attachments": for attachment in part.elements { readAttachment(attachment) }
            default: break
            }
        }
    }

    // MARK: Preamble

    private mutating func readPreamble(_ element: XMLTree.Element) {
        for part in element.elements where part.name != "formula" {
            let text = part.text
            guard !text.isEmpty else { continue }
            preamble.append(
                FullText.Clause(
                    number: preamble.count + 1, opening: Self.opening(of: part, text: text),
                    lines: Self.lines(of: part),
                    text: text, continuation: Self.notes(of: part)))
        }
    }

    // MARK: Main body

    private mutating func readBody(_ element: XMLTree.Element) {
        // Sections and chapters hold paragraphs; their headings are sub-headings.
        if element.name != "paragraph", !element.all("paragraph").isEmpty {
            for part in element.elements { readBody(part) }
            return
        }
        let label = element.first("num")?.text ?? ""
        let list = element.first("list")
        let words = list.map { $0.first("intro")?.text ?? "" } ?? Self.words(of: element)
        if annexes.isEmpty, let number = Self.number(label) {
            addClause(number, element, words: words, list: list)
        } else if annexes.isEmpty, !operative.isEmpty, let point = Self.point(label, words, element) {
            flushHeading()
            operative[operative.count - 1].points.add(point)
        } else {
            addOther(Paragraph(lines: Self.lines(of: element), text: Self.joined(label, words)))
            for point in list?.elements.filter({ $0.name == "point" }) ?? [] { addOther(Self.paragraph(point)) }
        }
        for note in Self.notes(of: element) { addOther(note) }
    }

    private mutating func addClause(_ number: Int, _ element: XMLTree.Element, words: String, list: XMLTree.Element?) {
        var clause = FullText.Clause(
            number: number, opening: Self.opening(of: element, text: words), lines: Self.lines(of: element),
            text: words,
            heading: heading?.text)
        heading = nil
        for part in list?.elements ?? [] {
            switch part.name {
            case "point", "item": clause.points.append(Self.point(part))
            case "intro", "num": break
            default: clause.continuation.append(Self.paragraph(part))
            }
        }
        operative.append(clause)
    }

    /// What has no number: a sub-heading, the title of an annex, a paragraph that goes on.
    private mutating func addOther(_ paragraph: Paragraph) {
        guard !paragraph.text.isEmpty else { return }
        flushHeading()
        if Self.opensAnnex(paragraph.text) {
            annexes.append(FullText.Annex(title: paragraph.text, lines: paragraph.lines, paragraphs: []))
        } else if !annexes.isEmpty {
            annexes[annexes.count - 1].paragraphs.append(paragraph)
        } else if Self.isHeading(paragraph.text) {
            heading = paragraph
        } else {
            goOn(paragraph)
        }
    }

    /// A line that was no sub-heading after all.
    private mutating func flushHeading() {
        if let line = heading { goOn(line) }
        heading = nil
    }

    private mutating func goOn(_ paragraph: Paragraph) {
        if !operative.isEmpty {
            operative[operative.count - 1].continuation.append(paragraph)
        } else if !preamble.isEmpty {
            preamble[preamble.count - 1].continuation.append(paragraph)
        } else {
            preamble.append(
                FullText.Clause(number: 1, opening: "", lines: paragraph.lines, text: paragraph.text))
        }
    }

    private mutating func readAttachment(_ element: XMLTree.Element) {
        flushHeading()
        let bodies = element.all("mainBody")
        let parts = (bodies.isEmpty ? [element] : bodies).flatMap(\.elements)
        if !Self.opensAnnex(parts.first?.text ?? "") {
            let title = element.all("heading").first?.text ?? "Annex"
            annexes.append(FullText.Annex(title: title, lines: Self.lines(of: element), paragraphs: []))
        }
        for part in parts where part.name != "heading" { readBody(part) }
    }

    /// To be called behind the last paragraph.
    mutating func settle() { flushHeading() }

    // MARK: Forms

    /// `1.`, `12.`
    private static func number(_ label: String) -> Int? {
        guard label.hasSuffix("."), label.utf8.count < 5 else { return nil }
        return Int(label.dropLast()).flatMap { $0 > 0 ? $0 : nil }
    }

    /// `(a)`, as a number of its own or at the head of the words.
    private static func point(_ label: String, _ words: String, _ element: XMLTree.Element) -> FullText.Point? {
        let whole = joined(label, words)
        guard whole.hasPrefix("("), let close = whole.firstIndex(of: ")"),
            (2...6).contains(whole[...close].utf8.count - 1),
            whole[..<close].dropFirst().utf8.allSatisfy({ (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) })
        else { return nil }
        let rest = whole[whole.index(after: close)...].drop { $0 == " " }
        return FullText.Point(label: String(whole[...close]), lines: lines(of: element), text: String(rest))
    }

    private static func point(_ element: XMLTree.Element) -> FullText.Point {
        let list = element.first("list")
        return FullText.Point(
            label: element.first("num")?.text ?? "", lines: lines(of: element),
            text: list.map { $0.first("intro")?.text ?? "" } ?? words(of: element),
            points: (list?.elements ?? []).filter { $0.name == "point" }.map { point($0) })
    }

    private static func opensAnnex(_ text: String) -> Bool { text.hasPrefix("Annex") && text.utf8.count < 40 }

    /// A short line without an end.
    private static func isHeading(_ text: String) -> Bool {
        guard text.utf8.count < 80, let last = text.last else { return false }
        return !".;:,".contains(last)
    }

    /// The words set in italics at the start, else the first word.
    private static func opening(of element: XMLTree.Element, text: String) -> String {
        let italic =
            element.all("span").first { $0.attributes["class"]?.contains("italic") ?? false }?.text
            ?? element.all("i").first?.text
        if let italic, !italic.isEmpty, text.hasPrefix(italic) { return italic }
        return String(text.prefix { $0 != " " && $0 != "," })
    }

    private static func words(of element: XMLTree.Element) -> String {
        let parts = element.elements.filter { $0.name != "num" }.map(\.text).filter { !$0.isEmpty }
        return parts.isEmpty && element.elements.isEmpty ? element.text : parts.joined(separator: " ")
    }

    private static func joined(_ label: String, _ words: String) -> String {
        label.isEmpty ? words : words.isEmpty ? label : "\(label) \(words)"
    }

    private static func paragraph(_ element: XMLTree.Element) -> Paragraph {
        Paragraph(lines: lines(of: element), text: joined(element.first("num")?.text ?? "", words(of: element)))
    }

    private static func notes(of element: XMLTree.Element) -> [Paragraph] {
        element.all("authorialNote").map { Paragraph(lines: lines(of: $0), text: $0.text) }.filter { !$0.text.isEmpty }
    }

    private static func lines(of element: XMLTree.Element) -> LineRange { element.line...element.lastLine }
}

extension [FullText.Point] {
    /// A point that stands as a paragraph of its own: `(i)` behind `(a)` lies under it, behind `(h)` beside it.
    fileprivate mutating func add(_ point: FullText.Point) {
        let isRoman = point.label.dropFirst().dropLast().allSatisfy { "ivx".contains($0) }
        guard let last = last, isRoman, !(point.label == "(i)" && last.label == "(h)"),
            point.label == "(i)" || !last.points.isEmpty
        else { return append(point) }
        self[count - 1].points.append(point)
    }
}
