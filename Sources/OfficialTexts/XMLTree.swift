import CLibXML2
import Diagnostics

/// An XML document as libxml2 reads it: the only file that sees its types. They leave it as a tree of values.
///
/// Nothing is fetched, no entity is put in and no document type read: a document that declares one is refused. libxml2
/// holds depth to 256 levels and a text to 10 MB, so that the walk here may call itself.
struct XMLTree {
    let root: Element

    struct Element: Sendable {
        /// Without prefix.
        var name: String
        var attributes: [String: String] = [:]
        /// In the file, from 1.
        var line: Int
        var children: [Child] = []
    }

    enum Child: Sendable {
        case element(Element)
        case text(String)
    }

    /// - Throws: `official-text-xml` at the first thing that is no XML, `official-text-doctype` for a document type.
    init(file: String, bytes: [UInt8]) throws(DiagnosticError) {
        func fault(_ id: String, _ line: Int?, _ message: String, _ suggestion: String) -> DiagnosticError {
            DiagnosticError(
                Diagnostic(
                    id: id, severity: .error, file: file, lines: line.map { $0...$0 }, message: message,
                    suggestion: suggestion))
        }
        guard let context = xmlNewParserCtxt(), let count = Int32(exactly: bytes.count) else {
            throw fault("official-text-xml", nil, "the file is too large to be read", "Move it out of the folder.")
        }
        defer { xmlFreeParserCtxt(context) }
        let options = Int32(
            XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
                | XML_PARSE_NOCDATA.rawValue)
        let document = bytes.withUnsafeBytes { buffer in
            xmlCtxtReadMemory(
                context, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), count, nil, nil, options)
        }
        let isTyped = context.pointee.myDoc?.pointee.intSubset != nil || document?.pointee.intSubset != nil
        defer { if let document { xmlFreeDoc(document) } }
        if isTyped || Self.declaresType(bytes) {
            throw fault(
                "official-text-doctype", nil, "the document declares a document type, which is not read from strangers",
                "Take out everything from <!DOCTYPE to the bracket that closes it.")
        }
        guard let document, let top = xmlDocGetRootElement(document) else {
            let error = xmlCtxtGetLastError(context)?.pointee
            let reason = error?.message.map { String(cString: $0).split(separator: "\n").first.map(String.init) ?? "" }
            throw fault(
                "official-text-xml", error.map { max(1, Int($0.line)) },
                "this is not well-formed XML: \(reason ?? "nothing stands in it")",
                "Download the document again, or move the file out of the folder.")
        }
        root = Self.element(top)
    }

    /// Seen also where libxml2 gave up before.
    private static func declaresType(_ bytes: [UInt8]) -> Bool {
        let word = Array("<!DOCTYPE".utf8)
        let head = bytes.prefix(64 * 1024)
        return head.indices.contains { head[$0...].starts(with: word) }
    }

    private static func element(_ node: xmlNodePtr) -> Element {
        var element = Element(name: string(node.pointee.name), line: xmlGetLineNo(node))
        var attribute = node.pointee.properties
        while let here = attribute {
            if let value = here.pointee.children?.pointee.content {
                element.attributes[string(here.pointee.name)] = String(cString: value)
            }
            attribute = here.pointee.next
        }
        var child = node.pointee.children
        while let here = child {
            switch here.pointee.type {
            case XML_ELEMENT_NODE: element.children.append(.element(Self.element(here)))
            case XML_TEXT_NODE, XML_CDATA_SECTION_NODE: element.children.append(.text(string(here.pointee.content)))
            default: break
            }
            child = here.pointee.next
        }
        return element
    }

    private static func string(_ bytes: UnsafePointer<xmlChar>?) -> String { bytes.map { String(cString: $0) } ?? "" }
}

extension XMLTree.Element {
    var elements: [XMLTree.Element] {
        children.compactMap { if case .element(let element) = $0 { element } else { nil } }
    }

    func first(_ name: String) -> XMLTree.Element? { elements.first { $0.name == name } }

    /// Elements of a name at any depth, in document order.
    func all(_ name: String) -> [XMLTree.Element] {
        elements.flatMap { ($0.name == name ? [$0] : []) + $0.all(name) }
    }

    /// The last line that anything in it begins on.
    var lastLine: Int { elements.reduce(line) { max($0, $1.lastLine) } }

    /// Its words with single spaces; those of notes are not its own.
    var text: String {
        var text = ""
        append(to: &text)
        return text.hasSuffix(" ") ? String(text.dropLast()) : text
    }

    private func append(to text: inout String) {
        for child in children {
            switch child {
            case .text(let words):
                for byte in words.unicodeScalars {
                    guard ["\t", "\n", "\r", " "].contains(byte) else {
                        text.unicodeScalars.append(byte)
                        continue
                    }
                    if !text.isEmpty, !text.hasSuffix(" ") { text.append(" ") }
                }
            case .element(let element):
                if element.name == "authorialNote" { continue }
                if element.name == "eol" || element.name == "br", !text.hasSuffix(" ") { text.append(" ") }
                element.append(to: &text)
            }
        }
    }
}
