import Diagnostics

/// The addresses that were published once, kept with the site. JSON, one page a line, sorted, the same bytes for the same
/// addresses.
struct PublishedAddresses: Sendable {
    /// In the order of their paths, each path once.
    private(set) var lines: [AddressLine]

    static let format = "rapporteur.addresses/1"

    /// - Parameter lines: each path once.
    init(_ lines: [AddressLine] = []) {
        self.lines = lines.sorted { String.precedesInBytes($0.path, $1.path) }
    }

    /// - Parameters:
    ///   - file: as the user names it, for the diagnostics.
    ///   - isTrusted: whether the lines of a file that looks as a build writes it need not be read yet.
    /// - Throws: everything that is wrong with the file, each at its place.
    init(file: String, bytes: [UInt8], isTrusted: Bool) throws(DiagnosticError) {
        if isTrusted, let lines = Self.lines(asWritten: bytes) {
            self.init(lines)
        } else {
            self.init(try Self.pages(file: file, bytes: bytes).map { AddressLine($0, $1.page, number: $1.line) })
        }
    }

    var bytes: [UInt8] {
        var bytes = Self.head
        bytes.reserveCapacity(lines.reduce(100) { $0 + $1.bytes.count + 2 })
        for (index, line) in lines.enumerated() {
            if index > 0 { bytes += Self.between }
            bytes += line.bytes
        }
        return bytes + Self.tail
    }

    /// A mark of the file's bytes: of these addresses, and no others.
    var mark: String { Self.mark(of: bytes) }

    /// FNV-1a.
    static func mark(of bytes: [UInt8]) -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return String(hash, radix: 36)
    }

    /// What the page at a path shows; nil where there is none.
    func page(at path: String) -> AddressPage? { place(of: path).flatMap { lines[$0].page } }

    /// Puts another line in the place of the one with its path.
    mutating func replace(_ line: AddressLine) {
        if let place = place(of: line.path) { lines[place] = line }
    }

    private func place(of path: String) -> Int? {
        let place = lines.partitioningIndex { !String.precedesInBytes($0.path, path) }
        return place < lines.count && lines[place].path == path ? place : nil
    }

    /// These addresses and others; where both have a path, the line of these.
    /// - Returns: besides, the lines of these that are not the same there.
    func joined(by others: PublishedAddresses) -> (addresses: PublishedAddresses, differing: [AddressLine]) {
        var union = PublishedAddresses()
        union.lines.reserveCapacity(max(lines.count, others.lines.count))
        var differing: [AddressLine] = []
        var rest = others.lines[...]
        for line in lines {
            while let next = rest.first, String.precedesInBytes(next.path, line.path) {
                union.lines.append(next)
                rest.removeFirst()
            }
            let same = rest.first?.path == line.path ? rest.popFirst() : nil
            if same?.bytes != line.bytes { differing.append(line) }
            union.lines.append(line)
        }
        union.lines += rest
        return (union, differing)
    }

    // MARK: Lines

    private static let head = Array("{\n  \"format\": \"\(format)\",\n  \"pages\": {\n".utf8)
    private static let between = Array(",\n".utf8)
    private static let tail = Array("\n  }\n}\n".utf8)

    /// The lines of a file as a build writes it, unread; nil where it is not.
    private static func lines(asWritten bytes: [UInt8]) -> [AddressLine]? {
        guard bytes.starts(with: head), bytes.suffix(tail.count).elementsEqual(tail),
            bytes.count >= head.count + tail.count
        else { return nil }
        let before = head.count { $0 == UInt8(ascii: "\n") }
        var lines: [AddressLine] = []
        var rest = bytes[head.count..<bytes.count - tail.count]
        while !rest.isEmpty {
            let end = rest.firstIndex(of: UInt8(ascii: "\n"))
            guard end.map({ rest[..<$0].last == UInt8(ascii: ",") }) ?? true,
                let line = AddressLine(
                    rest[..<(end.map { $0 - 1 } ?? rest.endIndex)], number: before + lines.count + 1,
                    after: lines.last?.path)
            else { return nil }
            lines.append(line)
            // As a part of the whole an empty line would be a comma too much.
            if let end, end + 1 == rest.endIndex { return nil }
            rest = rest[(end.map { $0 + 1 } ?? rest.endIndex)...]
        }
        return lines
    }

    /// What one line of a file says of a page; nil where it says something else.
    static func page(_ path: String, of line: ArraySlice<UInt8>) -> AddressPage? {
        do {
            let pages = try pages(file: "", bytes: head + line + tail)
            return pages.count == 1 ? pages[path]?.page : nil
        } catch {
            return nil
        }
    }

    // MARK: Reading

    private typealias Pages = [String: (page: AddressPage, line: Int)]

    private static func pages(file: String, bytes: [UInt8]) throws(DiagnosticError) -> Pages {
        let json = try PlacedJSON(file: file, bytes: bytes)
        var decoder = PlacedJSONDecoder(file: file)
        var pages: Pages = [:]
        if let root = decoder.object(json, named: file, keys: ["format", "pages"]) {
            if let format = decoder.string("format", of: root), format != Self.format {
                decoder.report(
                    "addresses-format", at: root["format"]?.place ?? root.place,
                    "\"\(format)\" is not the form of this version, \"\(Self.format)\"",
                    suggestion: "Use the version of the program that wrote the file, or a later one.")
            }
            let list = root["pages"].flatMap { decoder.object($0, named: "\"pages\"") }
            for member in list?.members ?? [] {
                guard let page = page(member, &decoder) else { continue }
                pages[member.key] = (page, member.keyPlace.line)
            }
        }
        guard decoder.diagnostics.isEmpty else { throw DiagnosticError(decoder.diagnostics) }
        return pages
    }

    private static func page(_ member: PlacedJSON.Member, _ decoder: inout PlacedJSONDecoder) -> AddressPage? {
        guard let page = decoder.object(member.value, named: "a page", keys: ["of", "anchors"]) else { return nil }
        guard member.key.hasPrefix("/"), OutputPath(member.key.dropFirst() + "index.html") != nil else {
            decoder.report(
                "addresses-path", at: member.keyPlace, "\"\(member.key)\" is no address of a page",
                suggestion: "Write a path from the site's root, like \"/meetings/sc-7847/\", or remove the line.")
            return nil
        }
        var anchors: [String: String] = [:]
        for anchor in (decoder.string("anchors", of: page) ?? "").split(separator: " ") {
            let parts = anchor.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            // Without a name it is no anchor, and nothing is owed to it.
            if !parts[0].isEmpty { anchors[String(parts[0])] = parts.count > 1 ? String(parts[1]) : "" }
        }
        return AddressPage(of: decoder.strings("of", of: page) ?? [], anchors: anchors)
    }
}
