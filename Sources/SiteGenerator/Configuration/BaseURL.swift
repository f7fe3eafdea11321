/// Where a site stands: `https://example.org/digests/`.
package struct BaseURL: Sendable, Equatable {
    /// Scheme and host, without a slash at the end: `https://example.org`.
    package let origin: String
    /// The path of the home page, with a slash at both ends: `/`, `/digests/`.
    package let path: String

    /// The whole address, with a slash at the end.
    package var text: String { origin + path }

    /// - Returns: nil when the text is no `http` or `https` address, or has user, query, fragment or dot segments.
    package init?(_ text: String) {
        let lower = text.lowercased()
        guard let scheme = ["https://", "http://"].first(where: lower.hasPrefix),
            text.utf8.allSatisfy({ 0x21...0x7E ~= $0 && !Array("?#@\"<>\\^`{|}".utf8).contains($0) })
        else { return nil }
        let rest = text.dropFirst(scheme.count)
        let host = rest.prefix { $0 != "/" }.lowercased()
        guard Self.isHost(host) else { return nil }
        let segments = rest.dropFirst(host.count).split(separator: "/", omittingEmptySubsequences: true)
        guard segments.allSatisfy({ $0 != "." && $0 != ".." }) else { return nil }
        origin = scheme + host
        path = segments.isEmpty ? "/" : "/" + segments.joined(separator: "/") + "/"
    }

    /// A name or address with an optional port.
    private static func isHost(_ host: String) -> Bool {
        var name = host[...]
        if let colon = host.lastIndex(of: ":"), !host.hasSuffix("]") {
            guard let port = Int(host[host.index(after: colon)...]), 1...65535 ~= port else { return false }
            name = host[..<colon]
        }
        if name.hasPrefix("["), name.hasSuffix("]") {
            return name.count > 2 && name.dropFirst().dropLast().allSatisfy { $0.isHexDigit || $0 == ":" || $0 == "." }
        }
        return name.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
            !label.isEmpty && label.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
        }
    }
}
