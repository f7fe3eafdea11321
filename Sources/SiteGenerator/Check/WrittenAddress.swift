/// An address as it stands on a page, read as a browser reads it.
enum WrittenAddress: Equatable {
    /// A file of the site, by its path from the root, and the anchor in it.
    case file(String, anchor: String?)
    /// As `file`, but written from the server's root (`/style.css`): it leads there only where the site stands now.
    case rooted(String, anchor: String?)
    /// Climbs out of the site's folder, or goes to a place of the server beside it.
    case outside
    /// Somewhere else in the world.
    case elsewhere
    /// `javascript:`, `speaker:`, `htp:`: nothing a browser should be sent to.
    case unknownScheme(String)

    /// - Parameters:
    ///   - page: path of the page it stands on, from the site's root.
    ///   - base: where the site stands, when it says so.
    init(_ text: String, on page: String, base: BaseURL?) {
        let bytes = Array(text.utf8)
        let (beforeAnchor, anchor) = Self.split(bytes[...], at: UInt8(ascii: "#"))
        let (written, _) = Self.split(beforeAnchor, at: UInt8(ascii: "?"))
        let name = anchor.map { Self.decoded($0) }
        if let scheme = Self.scheme(of: written) {
            self = Self.absolute(text, scheme: scheme, anchor: name, base: base)
        } else if written.starts(with: Array("//".utf8)) {
            self = .elsewhere
        } else if written.isEmpty {
            self = .file(page, anchor: name)
        } else if written.first == UInt8(ascii: "/") {
            let root = Array((base?.path ?? "/").utf8)
            guard written.starts(with: root) || written + [UInt8(ascii: "/")] == root[...] else {
                self = .outside
                return
            }
            let file = Self.file(written.dropFirst(root.count), in: [])
            self = file.map { .rooted($0, anchor: name) } ?? .outside
        } else {
            let folder = page.utf8.split(separator: UInt8(ascii: "/")).dropLast().map { Array($0) }
            let file = Self.file(written, in: folder)
            self = file.map { .file($0, anchor: name) } ?? .outside
        }
    }

    private static func absolute(_ text: String, scheme: String, anchor: String?, base: BaseURL?) -> WrittenAddress {
        switch scheme {
        case "http", "https":
            guard let base, text.hasPrefix(base.text) else { return .elsewhere }
            let rest = Array(text.utf8.dropFirst(base.text.utf8.count))
            let path = rest.prefix { $0 != UInt8(ascii: "#") && $0 != UInt8(ascii: "?") }
            return file(path, in: []).map { .file($0, anchor: anchor) } ?? .outside
        case "mailto", "tel", "data": return .elsewhere
        default: return .unknownScheme(scheme)
        }
    }

    /// The file that a relative path leads to from a folder; nil when it climbs out of the site.
    private static func file(_ path: ArraySlice<UInt8>, in folder: [[UInt8]]) -> String? {
        var parts = folder
        let steps = path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        for step in steps {
            switch String(decoding: step, as: UTF8.self) {
            case "", ".": continue
            case "..": if parts.popLast() == nil { return nil }
            default: parts.append(Array(decoded(step).utf8))
            }
        }
        let text = parts.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "/")
        let last = steps.last.map { String(decoding: $0, as: UTF8.self) } ?? ""
        guard last.isEmpty || last == "." || last == ".." else { return text }
        return text.isEmpty ? "index.html" : text + "/index.html"
    }

    /// The scheme in lower case, where the text begins with one (RFC 3986, 3.1).
    private static func scheme(of text: ArraySlice<UInt8>) -> String? {
        guard let colon = text.firstIndex(of: UInt8(ascii: ":")), let first = text.first, isLetter(first) else {
            return nil
        }
        let scheme = text[..<colon]
        guard scheme.allSatisfy({ isLetter($0) || (0x30...0x39).contains($0) || Array("+-.".utf8).contains($0) }) else {
            return nil
        }
        return String(decoding: scheme, as: UTF8.self).lowercased()
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

    private static func split(
        _ text: ArraySlice<UInt8>, at mark: UInt8
    ) -> (before: ArraySlice<UInt8>, after: ArraySlice<UInt8>?) {
        guard let index = text.firstIndex(of: mark) else { return (text, nil) }
        return (text[..<index], text[(index + 1)...])
    }

    /// Percent-encoded bytes as they are meant.
    private static func decoded(_ text: ArraySlice<UInt8>) -> String {
        var bytes: [UInt8] = []
        var index = text.startIndex
        while index < text.endIndex {
            if text[index] == UInt8(ascii: "%"), index + 2 < text.endIndex,
                let byte = UInt8(String(decoding: text[index + 1...index + 2], as: UTF8.self), radix: 16)
            {
                bytes.append(byte)
                index += 3
            } else {
                bytes.append(text[index])
                index += 1
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
