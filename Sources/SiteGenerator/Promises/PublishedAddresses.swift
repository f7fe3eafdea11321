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

    /// - Parameters:
    ///   - file: as the user names it, for the diagnostics.
    ///   - threads: how many work at once.
    /// - Throws: everything that is wrong with the file, each at its place.
    init(file: String, bytes: [UInt8], threads: Int) throws(DiagnosticError) {
        if threads > 1, let addresses = Self(asWritten: bytes, threads: threads) {
            self = addresses
        } else {
            try self.init(file: file, bytes: bytes)
        }
    }

    private init(file: String, bytes: [UInt8]) throws(DiagnosticError) {
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
        let lines = pages.sorted { String.precedesInBytes($0.key, $1.key) }.map { Self.line($0.key, $0.value) }
        return Array((Self.head + lines.joined(separator: ",\n") + Self.tail).utf8)
    }

    // MARK: Parts

    private static let head = "{\n  \"format\": \"\(format)\",\n  \"pages\": {\n"
    private static let tail = "\n  }\n}\n"

    /// A file as a build writes it, in parts of some thousand lines; nil where it is not, or something is wrong with it.
    private init?(asWritten bytes: [UInt8], threads: Int) {
        guard bytes.starts(with: Self.head.utf8), bytes.suffix(Self.tail.utf8.count).elementsEqual(Self.tail.utf8)
        else {
            return nil
        }
        let body = bytes.dropFirst(Self.head.utf8.count).dropLast(Self.tail.utf8.count)
        let lines = body.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let parts = lines.indices.parts(of: 2000)
        let read = ParallelMap(threads: threads).map(parts) { part in
            let last = part.upperBound == lines.count
            guard last || lines[part.upperBound - 1].last == UInt8(ascii: ",") else { return Self?.none }
            let text = bytes[lines[part.lowerBound].startIndex..<lines[part.upperBound - 1].endIndex - (last ? 0 : 1)]
            return Self(lines: text)
        }
        pages = [:]
        for (part, some) in zip(parts, read) {
            // As a part of the whole an empty one would be a comma too much.
            guard let some, !some.pages.isEmpty else { return nil }
            for (path, page) in some.pages {
                var page = page
                page.line = page.line.map { $0 + part.lowerBound }
                guard pages.updateValue(page, forKey: path) == nil else { return nil }
            }
        }
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

    /// What some lines of a file say, without what parts them from the next; nil where they are no pages.
    init?(lines: ArraySlice<UInt8>) {
        do {
            try self.init(file: "", bytes: Array(Self.head.utf8) + lines + Self.tail.utf8)
        } catch {
            return nil
        }
    }
}
