import SiteGenerator

/// What hosts read besides the pages: `.nojekyll` and `CNAME` (GitHub Pages), `_headers` and `_redirects` (Netlify,
/// Cloudflare Pages; GitLab Pages reads redirects), `.gz` beside a file (nginx, Caddy, GitLab Pages).
extension Edition {
    /// The pages have no script or style of their own inside and name nothing from elsewhere, so they may be held to
    /// that. A form may only lead back to the site.
    static let contentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
        + "manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

    /// - Parameters:
    ///   - moved: the site's pages that only lead on to others.
    ///   - folder: the path on the host at which the site stands.
    mutating func addHostFiles(of target: PublishTarget, moved: [MovedPage], folder: String) {
        let host = target.hostFiles
        if case .git = target.destination { add([], named: ".nojekyll") }
        if let domain = host.domain { add(Array((domain + "\n").utf8), named: "CNAME") }
        if let own = host.redirects {
            add(Self.redirects(own, moved: moved, folder: folder), named: "_redirects")
        }
        if host.headers { add(headers, named: "_headers") }
    }

    private mutating func add(_ bytes: [UInt8], named name: String) {
        if let path = OutputPath(name) { add(bytes, at: path) }
    }

    /// The owner's lines come first, because the first that fits counts.
    private static func redirects(_ own: [HostFiles.Redirect], moved: [MovedPage], folder: String) -> [UInt8] {
        let said = Set(own.map(\.from))
        let known = moved.map { page in
            HostFiles.Redirect(from: folder + page.from.dropFirst(), to: folder + page.to.dropFirst())
        }
        let lines = own + known.filter { $0.isPlain && !said.contains($0.from) }.sorted { $0.from < $1.from }
        return Array(lines.map { "\($0.from) \($0.to) 301\n" }.joined().utf8)
    }

    private var headers: [UInt8] {
        var text = """
            /*
              Content-Security-Policy: \(Self.contentSecurityPolicy)
              X-Content-Type-Options: nosniff
              Referrer-Policy: strict-origin-when-cross-origin

            """
        for (path, file) in files.sorted(by: { $0.key < $1.key }) where Self.isFingerprinted(path, file.content) {
            text += "/\(path.text)\n  Cache-Control: public, max-age=31536000, immutable\n"
        }
        return Array(text.utf8)
    }

    /// Whether a name holds a part of the file's own SHA-256: other bytes have another name, so a copy never goes stale.
    /// A name that only looks like it may be used again, and is not.
    static func isFingerprinted(_ path: OutputPath, _ content: ContentID) -> Bool {
        let name = path.text.utf8.suffix(while: { $0 != UInt8(ascii: "/") })
        let parts = name.split { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }
        let isPlain = path.text.utf8.allSatisfy {
            0x21...0x7E ~= $0 && $0 != UInt8(ascii: "*") && $0 != UInt8(ascii: ":")
        }
        return isPlain && parts.contains { $0.count >= 8 && content.digest.utf8.starts(with: $0) }
    }

    // MARK: Compressed forms

    private static let compressible: Set<String> = [
        "html", "css", "js", "mjs", "json", "xml", "svg", "txt", "md", "webmanifest",
    ]

    /// Below this a compressed form saves nothing: the answer fits one packet either way.
    private static let worthCompressing = 1024

    mutating func addCompressed() {
        for (path, file) in files {
            let suffix = path.text.utf8.suffix(while: { $0 != UInt8(ascii: ".") })
            guard Self.compressible.contains(String(decoding: suffix, as: UTF8.self)),
                file.bytes ?? 0 >= Self.worthCompressing, let compressed = OutputPath(path.text + ".gz"),
                files[compressed] == nil
            else { continue }
            files[compressed] = File(
                content: ContentID(compressed: file.content), bytes: nil, source: .compressed(path))
        }
    }
}

extension BidirectionalCollection {
    /// The longest suffix whose elements all fulfil a condition.
    fileprivate func suffix(while condition: (Element) -> Bool) -> SubSequence {
        self[(lastIndex { !condition($0) }.map(index(after:)) ?? startIndex)...]
    }
}
