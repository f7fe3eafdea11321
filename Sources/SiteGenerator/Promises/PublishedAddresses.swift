import Diagnostics

/// The addresses that were published once, kept with the site: what a page showed, so that it is found again under
/// another address, and its anchors with a mark of the words they stood at. JSON, one page a line, sorted, the same bytes
/// for the same addresses.
struct PublishedAddresses: Sendable, Equatable {
    /// By path from the site's root: `/meetings/sc-7847/`.
    var pages: [String: Page] = [:]

    struct Page: Sendable, Equatable {
        /// What it showed: statements, symbols, names, files, the surest first (`AddressKey`).
        var of: [String]
        /// For each anchor a mark of the text it stood at.
        var anchors: [String: String] = [:]
        /// Where its line stands in the file.
        var line: Int?

        static func == (a: Page, b: Page) -> Bool { a.of == b.of && a.anchors == b.anchors }
    }

    static let format = "rapporteur.addresses/1"

    init(pages: [String: Page] = [:]) { self.pages = pages }

    /// - Parameter file: as the user names it, for the diagnostics.
    /// - Throws: everything that is wrong with the file, each at its place.
    init(file: String, bytes: [UInt8]) throws(DiagnosticError) {
        let json = try PlacedJSON(file: file, bytes: bytes)
        var decoder = PlacedJSONDecoder(file: file)
        if let root = decoder.object(json, named: file, keys: ["format", "pages"]) {
            if let format = decoder.string("format", of: root), format != Self.format {
                decoder.report(
                    "addresses-format", at: root["format"]?.place ?? root.place,
                    "\"\(format)\" is not the form of this version, \"\(Self.format)\"",
                    suggestion: "Use the version of the program that wrote the file, or a later one.")
            }
            let list = root["pages"].flatMap { decoder.object($0, named: "\"pages\"") }
            for member in list?.members ?? [] { read(member, &decoder) }
        }
        guard decoder.diagnostics.isEmpty else { throw DiagnosticError(decoder.diagnostics) }
    }

    private mutating func read(_ member: PlacedJSON.Member, _ decoder: inout PlacedJSONDecoder) {
        guard let page = decoder.object(member.value, named: "a page", keys: ["of", "anchors"]) else { return }
        guard member.key.hasPrefix("/"), OutputPath(member.key.dropFirst() + "index.html") != nil else {
            decoder.report(
                "addresses-path", at: member.keyPlace, "\"\(member.key)\" is no address of a page",
                suggestion: "Write a path from the site's root, like \"/meetings/sc-7847/\", or remove the line.")
            return
        }
        var anchors: [String: String] = [:]
        for anchor in (decoder.string("anchors", of: page) ?? "").split(separator: " ") {
            let parts = anchor.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            // Without a name it is no anchor, and nothing is owed to it.
            if !parts[0].isEmpty { anchors[String(parts[0])] = parts.count > 1 ? String(parts[1]) : "" }
        }
        pages[member.key] = Page(
            of: decoder.strings("of", of: page) ?? [], anchors: anchors, line: member.keyPlace.line)
    }

    /// A mark of the file's bytes: of these addresses, and no others.
    var mark: String { Self.mark(of: bytes) }

    /// FNV-1a.
    static func mark(of bytes: [UInt8]) -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return String(hash, radix: 36)
    }

    var bytes: [UInt8] {
        var json = JSONWriter()
        json.value(Self.format)
        var text = "{\n  \"format\": \(String(decoding: json.bytes, as: UTF8.self)),\n  \"pages\": {"
        for (index, path) in pages.keys.sorted(by: String.precedesInBytes).enumerated() {
            guard let page = pages[path] else { continue }
            text += (index == 0 ? "\n" : ",\n") + Self.line(path, page)
        }
        return Array((text + "\n  }\n}\n").utf8)
    }

    // MARK: One line

    /// A page as its line says it, without what parts it from the next.
    static func line(_ path: String, _ page: Page) -> String {
        var json = JSONWriter()
        json.object { json in
            json.member("of", page.of)
            if !page.anchors.isEmpty {
                let anchors = page.anchors.sorted { String.precedesInBytes($0.key, $1.key) }
                json.member("anchors", anchors.map { "\($0)=\($1)" }.joined(separator: " "))
            }
        }
        return key(path) + String(decoding: json.bytes, as: UTF8.self)
    }

    /// What the line of a page begins with.
    static func key(_ path: String) -> String {
        var json = JSONWriter()
        json.value(path)
        return "    \(String(decoding: json.bytes, as: UTF8.self)): "
    }

    /// What one line of a file says; nil where that is no page.
    init?(line: String) {
        do {
            try self.init(file: "", bytes: Array("{\"format\": \"\(Self.format)\", \"pages\": {\(line)}}".utf8))
        } catch {
            return nil
        }
    }
}
