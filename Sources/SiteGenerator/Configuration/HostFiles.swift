import Diagnostics

/// What the host of a target reads besides the pages, as its owner asks for it.
package struct HostFiles: Sendable, Equatable {
    /// The name the site is reached under, for a `CNAME` file.
    package var domain: String?
    /// Whether a `_headers` file is written.
    package var headers = false
    /// The owner's own lines of a `_redirects` file, in the order of `site.json`; nil when none is to be written.
    package var redirects: [Redirect]?
    /// Whether texts are also sent compressed, as `index.html.gz` beside `index.html`.
    package var gzip = false

    /// An address that leads to another.
    package struct Redirect: Sendable, Equatable {
        package var from: String
        package var to: String

        package init(from: String, to: String) {
            self.from = from
            self.to = to
        }

        /// A line of the file has its parts parted by spaces, so they may not hold any.
        package var isPlain: Bool {
            from.hasPrefix("/") && (from + to).utf8.allSatisfy { 0x21...0x7E ~= $0 }
        }
    }

    package static let keys = ["domain", "headers", "redirects", "gzip"]

    package init() {}

    static func read(_ target: PlacedJSONDecoder.Object, _ decoder: inout PlacedJSONDecoder) -> HostFiles {
        var files = HostFiles()
        files.domain = domain(of: target, &decoder)
        files.headers = decoder.bool("headers", of: target) ?? false
        files.gzip = decoder.bool("gzip", of: target) ?? false
        if let json = target["redirects"], let object = decoder.object(json, named: "\"redirects\"") {
            files.redirects = object.members.compactMap { redirect($0, &decoder) }
        }
        return files
    }

    private static func domain(
        of target: PlacedJSONDecoder.Object, _ decoder: inout PlacedJSONDecoder
    ) -> String? {
        guard let json = target["domain"], let name = decoder.string(json, named: "\"domain\"") else { return nil }
        guard let address = BaseURL("https://" + name), address.origin == "https://" + name, name.contains(".") else {
            decoder.report(
                "wrong-domain", at: json.place, "\"\(name)\" is no name of a host",
                suggestion: "Write it in lower case and alone, like \"digests.example.org\".")
            return nil
        }
        return name
    }

    private static func redirect(
        _ member: PlacedJSON.Member, _ decoder: inout PlacedJSONDecoder
    ) -> Redirect? {
        guard let to = decoder.string(member.value, named: "\"\(member.key)\"") else { return nil }
        let redirect = Redirect(from: member.key, to: to)
        guard redirect.isPlain, to.hasPrefix("/") || to.hasPrefix("https://") else {
            decoder.report(
                "wrong-redirect", at: member.keyPlace, "\"\(member.key)\" to \"\(to)\" is no redirect",
                suggestion: "Write two addresses without spaces, like \"/old/\": \"/new/\".")
            return nil
        }
        return redirect
    }
}
