import Diagnostics
import Meetings

/// The release inside a page as a browser saved it.
///
/// Found by structure: the element whose own paragraphs hold most of the page's words is the text; the first heading
/// and the facts above it, inside the same article, are its header. Menus, links and footers are left out. Lines are those of
/// the file.
enum HTMLDigest {
    /// True for a file named `.html` or `.htm`, and for text that begins as a page does.
    static func isPage(_ source: SourceText) -> Bool {
        let name = source.file.lowercased()
        if name.hasSuffix(".html") || name.hasSuffix(".htm") { return true }
        let head = String(decoding: source.bytes.prefix(200), as: UTF8.self).lowercased().drop { $0.isWhitespace }
        return head.hasPrefix("<!doctype html") || head.hasPrefix("<html")
    }

    static func passages(of source: SourceText) -> [Passage] {
        let tree = HTMLTree(source.bytes, lines: source.lines.count)
        guard let text = TextElement.find(in: tree) else { return [] }
        var chosen = header(above: text, in: tree)
        chosen += text.runs
        if let footer = tree.runs.indices.dropFirst((text.runs.last ?? 0) + 1).first(where: {
            FixedForms.isFooter(tree.runs[$0].text)
        }) {
            chosen.append(footer)
        }
        return chosen.map { index in
            let run = tree.runs[index]
            let isHeading = HTMLForms.headings.contains(tree.elements[run.element].name) || run.isMarked
            return Passage(
                paragraph: Paragraph(lines: run.lines, text: run.text),
                isMarkedHeading: isHeading && run.text.utf8.count <= 240)
        }
    }

    /// The main heading, what stands between it and the text, and facts above it.
    private static func header(above text: TextElement, in tree: HTMLTree) -> [Int] {
        guard let first = text.runs.first else { return [] }
        let above = tree.runs.indices.prefix(first).filter { tree.isInside(text.article, run: $0) }
        let title = above.last { tree.elements[tree.runs[$0].element].name == "h1" }
        return above.filter { index in
            let run = tree.runs[index]
            if HeaderReader.isFact(run.text) { return true }
            guard let title else { return !run.isLinked && first - index <= 12 }
            return index >= title && !run.isLinked
        }
    }
}

/// The element that holds the text of a page, and the article around it.
private struct TextElement {
    var article: Int
    var runs: [Int]

    static func find(in tree: HTMLTree) -> TextElement? {
        guard !tree.elements.isEmpty else { return nil }
        var own = [Int](repeating: 0, count: tree.elements.count)
        for run in tree.runs where !run.isLinked { own[tree.container(of: run.element)] += run.text.utf8.count }
        var total = own
        for index in tree.elements.indices.reversed() {
            if let parent = tree.elements[index].parent { total[parent] += total[index] }
        }
        guard var best = own.indices.max(by: { own[$0] < own[$1] }), own[best] > 0 else { return nil }
        // A text cut into sections is the element around them.
        let words = tree.runs.reduce(0) { $0 + ($1.isLinked ? 0 : $1.text.utf8.count) }
        while total[best] * 2 < words, let parent = tree.elements[best].parent { best = parent }
        let runs = tree.runs.indices.filter { tree.isInside(best, run: $0) }
        return TextElement(article: article(around: best, in: tree), runs: runs)
    }

    /// The article or main part around the text; where the page marks none, the nearest element that has the main heading too.
    private static func article(around text: Int, in tree: HTMLTree) -> Int {
        let titles = tree.elements.indices.filter { tree.elements[$0].name == "h1" }
        var nearest: Int?
        var here = text
        while true {
            if nearest == nil, titles.contains(where: { tree.isInside(here, element: $0) }) { nearest = here }
            if ["article", "main"].contains(tree.elements[here].name), nearest != nil { return here }
            guard let parent = tree.elements[here].parent else { return nearest ?? here }
            here = parent
        }
    }
}

extension HTMLTree {
    func isInside(_ element: Int, run: Int) -> Bool { isInside(element, element: runs[run].element) }

    func isInside(_ element: Int, element inner: Int) -> Bool {
        var here: Int? = inner
        while let index = here, index >= element {
            if index == element { return true }
            here = elements[index].parent
        }
        return false
    }

    /// The element that a paragraph, item or row belongs to.
    func container(of element: Int) -> Int {
        var here = element
        while HTMLForms.paragraphs.contains(elements[here].name), let parent = elements[here].parent { here = parent }
        return here
    }
}

extension Meeting {
    /// On a page, lines of markup lie between those of the text: they go to the block before them, what stands above and
    /// below the release to blocks of their own.
    mutating func coverPage(lines count: Int) {
        guard count > 0 else { return }
        guard let first = blocks.first?.lines.lowerBound else {
            blocks = [Block(lines: 1...count, content: .other([]))]
            return
        }
        for index in blocks.indices.dropLast() {
            let end = max(blocks[index].lines.upperBound, blocks[index + 1].lines.lowerBound - 1)
            blocks[index].lines = blocks[index].lines.lowerBound...end
        }
        let last = blocks[blocks.count - 1].lines.upperBound
        if first > 1 { blocks.insert(Block(lines: 1...first - 1, content: .other([])), at: 0) }
        if last < count { blocks.append(Block(lines: last + 1...count, content: .other([]))) }
    }
}
