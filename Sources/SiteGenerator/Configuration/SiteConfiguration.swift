import Diagnostics

/// What the owner says about a site in its `site.json`. Described for people and editors by
/// `Documentation/site.schema.json`, which a test holds to the keys here.
package struct SiteConfiguration: Sendable, Equatable {
    package var title: String
    package var description: String = ""
    /// Where the site will stand; nil as long as nobody says. Links between pages never need it.
    package var baseURL: BaseURL?
    /// BCP 47 tag of the language of the site's own words.
    package var language: String = "en"

    // Folders and files, absolute or relative to the site's folder.
    package var meetings = "Meetings"
    package var templates = "Templates"
    package var publicFiles = "Public"
    package var output = "_site"
    package var people = "people.json"
    package var resolutions = "Resolutions"
    /// Where the owner wrote down folders and files, which must then be there.
    package var places: [Key: PlacedJSON.Place] = [:]

    /// In the order of the file.
    package var publish: [PublishTarget] = []

    package enum Key: String, CaseIterable, Sendable {
        /// For editors: where the schema is.
        case schema = "$schema"
        case title, description, baseURL, language, meetings, templates
        case publicFiles = "public"
        case output, people, resolutions, publish
    }

    package init(title: String) { self.title = title }

    /// Reads `site.json`.
    /// - Parameter file: as the user names it, for the diagnostics.
    /// - Throws: everything that is wrong with it, each at its place.
    package init(file: String, bytes: [UInt8]) throws(DiagnosticError) {
        let json = try PlacedJSON(file: file, bytes: bytes)
        var decoder = PlacedJSONDecoder(file: file)
        guard let site = decoder.object(json, named: file, keys: Key.allCases.map(\.rawValue)) else {
            throw DiagnosticError(decoder.diagnostics)
        }
        self.init(title: Self.title(of: site, &decoder))
        _ = decoder.string(Key.schema.rawValue, of: site)
        description = decoder.string(Key.description.rawValue, of: site) ?? description
        if let text = decoder.string(Key.baseURL.rawValue, of: site), let json = site[Key.baseURL.rawValue] {
            baseURL = BaseURL(text)
            if baseURL == nil { Self.reportAddress(text, at: json.place, &decoder) }
        }
        language = Self.language(of: site, &decoder) ?? language
        readPath(.meetings, into: \.meetings, of: site, &decoder)
        readPath(.templates, into: \.templates, of: site, &decoder)
        readPath(.publicFiles, into: \.publicFiles, of: site, &decoder)
        readPath(.output, into: \.output, of: site, &decoder)
        readPath(.people, into: \.people, of: site, &decoder)
        readPath(.resolutions, into: \.resolutions, of: site, &decoder)
        if let targets = site[Key.publish.rawValue] { publish = PublishTarget.read(targets, &decoder) }
        guard decoder.diagnostics.isEmpty else { throw DiagnosticError(decoder.diagnostics) }
    }

    private static func title(of site: PlacedJSONDecoder.Object, _ decoder: inout PlacedJSONDecoder) -> String {
        let suggestion = "Write what the site is called, as \"title\": \"…\"."
        guard let json = decoder.require(Key.title.rawValue, of: site, suggestion: suggestion),
            let title = decoder.string(json, named: "\"title\"")
        else { return "" }
        if title.allSatisfy(\.isWhitespace) {
            decoder.report("empty-title", at: json.place, "the title is empty", suggestion: suggestion)
        }
        return title
    }

    private static func reportAddress(
        _ text: String, at place: PlacedJSON.Place, _ decoder: inout PlacedJSONDecoder
    ) {
        decoder.report(
            "wrong-base-url", at: place, "\"\(text)\" is no address a site can stand at",
            suggestion: "Write it in full, like \"https://example.org/digests/\", without a query or a fragment.")
    }

    /// A tag is letters and digits in parts of up to eight, by the form of BCP 47.
    private static func language(
        of site: PlacedJSONDecoder.Object, _ decoder: inout PlacedJSONDecoder
    ) -> String? {
        guard let json = site[Key.language.rawValue], let tag = decoder.string(json, named: "\"language\"") else {
            return nil
        }
        let parts = tag.split(separator: "-", omittingEmptySubsequences: false)
        let wellFormed = parts.allSatisfy { part in
            (1...8).contains(part.utf8.count) && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
        }
        guard wellFormed, (2...8).contains(parts[0].utf8.count), parts[0].allSatisfy(\.isLetter) else {
            decoder.report(
                "wrong-language", at: json.place, "\"\(tag)\" is no language tag",
                suggestion: "Write one like \"en\", \"fr\" or \"pt-BR\".")
            return nil
        }
        return tag
    }

    private mutating func readPath(
        _ key: Key, into property: WritableKeyPath<SiteConfiguration, String>, of site: PlacedJSONDecoder.Object,
        _ decoder: inout PlacedJSONDecoder
    ) {
        guard let json = site[key.rawValue], let path = decoder.string(json, named: "\"\(key.rawValue)\"") else {
            return
        }
        guard !path.isEmpty, !path.utf8.contains(0) else {
            decoder.report(
                "wrong-path", at: json.place, "\"\(key.rawValue)\" names no file or folder",
                suggestion: "Write a path relative to the folder of site.json, or remove the key.")
            return
        }
        self[keyPath: property] = path
        places[key] = json.place
    }
}
