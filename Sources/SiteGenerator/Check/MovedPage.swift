import CommonMark
import Foundation

/// A page that only leads on to the address that answers now: by a refresh, as every host can serve it.
package struct MovedPage: Sendable, Equatable {
    /// Paths from the site's root with the first slash: `/meetings/sc-7847/`.
    package let from: String
    package let to: String

    /// - Parameters:
    ///   - path: where the page stands, from the site's root: `meetings/sc-7847/index.html`.
    ///   - base: where the site stands, when it says so.
    /// - Returns: nil when the page leads on to nothing of the site.
    package init?(path: String, html: [UInt8], base: BaseURL?) {
        guard path.hasSuffix(".html"), let link = PageScan(html).refresh.flatMap(Self.address(in:)) else { return nil }
        switch WrittenAddress(link, on: path, base: base) {
        case .file(let file, _), .rooted(let file, _): to = Self.address(of: file)
        case .outside, .elsewhere, .unknownScheme: return nil
        }
        from = Self.address(of: path)
        if from == to { return nil }
    }

    /// The address in `1; url=…`; nil where a page only loads itself again.
    private static func address(in refresh: String) -> String? {
        guard let mark = refresh.range(of: "url=", options: .caseInsensitive) else { return nil }
        let text = refresh[mark.upperBound...].filter { $0 != "'" && $0 != "\"" }
        return text.isEmpty ? nil : text
    }

    private static func address(of file: String) -> String {
        file == "index.html" || file.hasSuffix("/index.html") ? "/" + file.dropLast("index.html".count) : "/" + file
    }
}
