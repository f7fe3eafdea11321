import Diagnostics
import Meetings

/// Reads a resolution in Akoma Ntoso XML, as the United Nations publishes its documents.
///
/// The form: `docNumber` holds the symbol; each `container` of the preamble is a paragraph; each numbered `paragraph` of the
/// main body is one, with its points in a `list` or behind it under labels of their own; what stands behind "Annex" is
/// an annex. Identifiers (`eId`) are no numbers of paragraphs. Every word of preamble, main body, conclusions and attachments
/// goes into the text, but the formula that names the body.
package enum OfficialTextReader {
    /// - Parameter file: as the user names it, for the diagnostics.
    /// - Throws: what makes the file no resolution that could be shown, at its place.
    package static func read(file: String, bytes: [UInt8]) throws(DiagnosticError) -> OfficialText {
        let root = try XMLTree(file: file, bytes: bytes).root
        guard root.name == "akomaNtoso" else {
            throw fault(
                "official-text-form", file, root.line,
                "this is not Akoma Ntoso: its outermost element is <\(root.name)>",
                "Download the document as XML from the body that publishes it, or move the file out of the folder.")
        }
        guard let symbol = symbol(of: root) else {
            throw fault(
                "official-text-symbol", file, root.line, "the document does not say the symbol of the resolution",
                "Write it on the cover page: <docNumber>S/RES/2331 (2016)</docNumber>.")
        }
        var body = OfficialBody(root)
        guard !body.preamble.isEmpty || !body.operative.isEmpty else {
            throw fault(
                "official-text-empty", file, root.line, "no paragraph of a resolution stands in this document",
                "Download the document again, or move the file out of the folder.")
        }
        body.settle()
        return OfficialText(
            file: file, symbol: symbol, date: date(of: root),
            text: FullText(
                lines: root.line...root.lastLine, preamble: body.preamble, operative: body.operative,
                annexes: body.annexes), sha256: SHA256.hex(of: bytes))
    }

    private static func fault(
        _ id: String, _ file: String, _ line: Int, _ message: String, _ suggestion: String
    ) -> DiagnosticError {
        DiagnosticError(
            Diagnostic(
                id: id, severity: .error, file: file, lines: line...line, message: message, suggestion: suggestion))
    }

    /// `S/RES/2331 (2016)`, however it is spaced.
    private static func symbol(of root: XMLTree.Element) -> String? {
        guard let number = root.all("docNumber").map(\.text).first(where: { $0.contains("/") }) else { return nil }
        let symbol = number.filter { !$0.isWhitespace && $0 != "*" }
        return symbol.replacing("(", with: " (", maxReplacements: 1)
    }

    private static func date(of root: XMLTree.Element) -> String? {
        let adopted = root.all("docDate").first { $0.attributes["refersTo"] == "#adoptionDate" }
        let stated = root.all("FRBRdate").first { $0.attributes["name"] == "adoption" }
        let date = adopted?.attributes["date"] ?? stated?.attributes["date"]
        return date.flatMap { $0.utf8.count == 10 ? $0 : nil }
    }
}
