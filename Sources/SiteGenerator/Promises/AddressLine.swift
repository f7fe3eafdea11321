import Diagnostics

/// A page as its line in the file of addresses says it, without what parts it from the next line.
///
/// Mostly a line is what a build would write today: then nothing more need be known of it.
struct AddressLine: Sendable {
    /// From the site's root: `/meetings/sc-7847/`.
    let path: String
    let bytes: ArraySlice<UInt8>
    /// Where it stands in the file, from 1; nil where it stands in none.
    let number: Int?

    init(_ path: String, _ page: AddressPage, number: Int? = nil) {
        self.init(
            path, of: page.of, anchors: page.anchors.sorted { String.precedesInBytes($0.key, $1.key) }, number: number)
    }

    /// - Parameter anchors: with the marks of what stands there, in the order of their bytes, each once.
    init(_ path: String, of keys: [String], anchors: some Sequence<(key: String, value: String)>, number: Int? = nil) {
        self.path = path
        self.number = number
        var text = ""
        for (anchor, mark) in anchors {
            if !text.isEmpty { text += " " }
            text += anchor
            text += "="
            text += mark
        }
        var json = JSONWriter()
        json.object { json in
            json.member("of", keys)
            if !text.isEmpty { json.member("anchors", text) }
        }
        bytes = Self.key(path) + json.bytes
    }

    /// - Parameters:
    ///   - bytes: of a line as a build writes it, which names its page first.
    ///   - last: the path of the line before. Lines stand in the order of their paths.
    init?(_ bytes: ArraySlice<UInt8>, number: Int, after last: String?) {
        guard bytes.starts(with: Self.head) else { return nil }
        let rest = bytes.dropFirst(Self.head.count)
        guard let end = rest.firstIndex(of: UInt8(ascii: "\"")),
            !rest[..<end].contains(UInt8(ascii: "\\")), rest[end...].starts(with: Self.tail)
        else { return nil }
        path = String(decoding: rest[..<end], as: UTF8.self)
        if let last, !String.precedesInBytes(last, path) { return nil }
        self.bytes = bytes
        self.number = number
    }

    /// What it says; nil where that is no page.
    var page: AddressPage? { PublishedAddresses.page(path, of: bytes) }

    private static let head = Array("    \"".utf8)
    private static let tail = Array("\": ".utf8)

    /// What the line of a page begins with.
    static func key(_ path: String) -> ArraySlice<UInt8> {
        var json = JSONWriter()
        json.value(path)
        return Self.head.dropLast() + json.bytes + Self.tail.dropFirst()
    }
}

/// What a published page showed, so that it is found again under another address.
struct AddressPage: Sendable, Equatable {
    /// Statements, symbols, names, files, the surest first (`AddressKey`).
    var of: [String]
    /// For each anchor a mark of the text it stood at.
    var anchors: [String: String] = [:]
}
