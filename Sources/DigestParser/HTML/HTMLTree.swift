import CLibXML2

/// A page as libxml2 reads it: the only file that sees its types. They leave it as elements and runs of text.
struct HTMLTree {
    /// In document order; a parent stands before its children.
    private(set) var elements: [Element] = []
    private(set) var runs: [Run] = []

    struct Element: Sendable {
        var name: String
        var parent: Int?
    }

    /// Text of one line or paragraph as a browser shows it: between block elements and line breaks.
    struct Run: Sendable {
        var text: String
        /// In the file as given, counted from 1.
        var lines: ClosedRange<Int>
        /// The innermost block element around it.
        var element: Int
        /// All of it is underlined or bold.
        var isMarked: Bool
        /// More than half of it is a link.
        var isLinked: Bool
    }

    /// - Parameters:
    ///   - bytes: UTF-8, whatever the page declares.
    ///   - lines: how many lines they are.
    init(_ bytes: [UInt8], lines: Int) {
        guard let count = Int32(exactly: bytes.count), count > 0 else { return }
        let options = Int32(
            HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
                | HTML_PARSE_NONET.rawValue | HTML_PARSE_COMPACT.rawValue)
        let document = bytes.withUnsafeBytes { buffer in
            htmlReadMemory(buffer.baseAddress?.assumingMemoryBound(to: CChar.self), count, nil, "UTF-8", options)
        }
        guard let document else { return }
        defer { xmlFreeDoc(document) }
        var walk = Walk(lineCount: lines)
        walk.visit(xmlDocGetRootElement(document))
        elements = walk.elements
        runs = walk.runs
    }

    private struct Walk {
        var elements: [Element] = []
        var runs: [Run] = []
        private var blocks: [Int] = []
        private var line = 1
        private let lineCount: Int
        private var marked = 0
        private var linked = 0
        private var preformatted = 0
        private var current = Current()

        private struct Current {
            var bytes: [UInt8] = []
            var first = 0
            var last = 0
            var letters = 0
            var markedLetters = 0
            var linkedLetters = 0
        }

        init(lineCount: Int) { self.lineCount = lineCount }

        /// Depth first, without recursion: pages nest as deep as they like.
        mutating func visit(_ root: xmlNodePtr?) {
            var node = root
            while let here = node {
                let entered = enter(here)
                if entered, let child = here.pointee.children {
                    node = child
                    continue
                }
                if entered { leave(here) }
                var next: xmlNodePtr? = here
                while let from = next, from != root, from.pointee.next == nil {
                    next = from.pointee.parent
                    if let parent = next { leave(parent) }
                }
                node = next == root ? nil : next?.pointee.next
            }
            flush()
        }

        /// False when what is inside is not text of the page.
        private mutating func enter(_ node: xmlNodePtr) -> Bool {
            switch node.pointee.type {
            case XML_TEXT_NODE:
                appendText(of: node)
                return false
            case XML_ELEMENT_NODE: break
            default: return false
            }
            let name = Self.name(of: node)
            line = min(max(line, Int(xmlGetLineNo(node))), lineCount)
            if HTMLForms.hidden.contains(name) { return false }
            if name == "br" || name == "hr" {
                flush()
                return false
            }
            if HTMLForms.blocks.contains(name) {
                flush()
                elements.append(Element(name: name, parent: blocks.last))
                blocks.append(elements.count - 1)
            }
            count(name, by: 1)
            return true
        }

        private mutating func leave(_ node: xmlNodePtr) {
            guard node.pointee.type == XML_ELEMENT_NODE else { return }
            let name = Self.name(of: node)
            count(name, by: -1)
            guard HTMLForms.blocks.contains(name) else { return }
            flush()
            blocks.removeLast()
        }

        private mutating func count(_ name: String, by step: Int) {
            switch name {
            case "u", "strong", "b": marked += step
            case "a": linked += step
            case "pre": preformatted += step
            default: break
            }
        }

        private mutating func appendText(of node: xmlNodePtr) {
            guard let content = node.pointee.content else { return }
            var index = 0
            while content[index] != 0 {
                append(content[index])
                index += 1
            }
        }

        private mutating func append(_ byte: UInt8) {
            guard byte > 0x20 else {
                if byte == UInt8(ascii: "\n") {
                    // Where a page is torn, an element can come before text that stands above it: lines
                    // counted on from there would lead out of the file.
                    line = min(line + 1, lineCount)
                    if preformatted > 0 { flush() }
                }
                if let last = current.bytes.last, last != 0x20 { current.bytes.append(0x20) }
                return
            }
            if current.letters == 0 { current.first = line }
            current.last = line
            current.letters += 1
            if marked > 0 { current.markedLetters += 1 }
            if linked > 0 { current.linkedLetters += 1 }
            current.bytes.append(byte)
        }

        private mutating func flush() {
            defer { current = Current() }
            guard current.letters > 0, let element = blocks.last else { return }
            let range = current.bytes.withUnsafeBufferPointer { Whitespace.trimmed(0..<$0.count, in: $0) }
            guard !range.isEmpty else { return }
            runs.append(
                Run(
                    text: String(decoding: current.bytes[range], as: UTF8.self), lines: current.first...current.last,
                    element: element, isMarked: current.markedLetters == current.letters,
                    isLinked: current.linkedLetters * 2 > current.letters))
        }

        private static func name(of node: xmlNodePtr) -> String {
            node.pointee.name.map { String(cString: $0) } ?? ""
        }
    }
}

/// What the names of HTML elements mean for the shape of a text.
enum HTMLForms {
    /// Their text is not part of what a reader reads.
    static let hidden: Set<String> = [
        "script", "style", "noscript", "template", "head", "nav", "aside", "svg", "iframe", "object", "button",
        "select", "form",
        "canvas", "audio", "video", "map", "dialog", "math",
    ]

    /// They stand on lines of their own.
    static let blocks: Set<String> = [
        "html", "body", "main", "article", "section", "div", "p", "h1", "h2", "h3", "h4", "h5", "h6", "header",
        "footer", "ul", "ol",
        "li", "dl", "dt", "dd", "blockquote", "pre", "table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption",
        "figure",
        "figcaption", "address", "center", "fieldset", "details", "summary", "hgroup",
    ]

    /// They hold one paragraph or item of a text, which belongs to what is around them.
    static let paragraphs: Set<String> = [
        "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "pre", "table",
        "thead", "tbody",
        "tfoot", "tr", "caption", "figure", "figcaption", "address", "center", "details", "summary",
    ]

    static let headings: Set<String> = ["h2", "h3", "h4", "h5", "h6"]
}
