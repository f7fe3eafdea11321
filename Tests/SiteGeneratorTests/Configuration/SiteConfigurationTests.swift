import Diagnostics
import Foundation
import Testing

@testable import SiteGenerator

private func faults(_ json: String) -> [Diagnostic] {
    do {
        _ = try SiteConfiguration(file: "site.json", bytes: Array(json.utf8))
        return []
    } catch { return error.diagnostics }
}

@Test func `a title is enough, and the rest has its documented defaults`() throws {
    let site = try SiteConfiguration(file: "site.json", bytes: Array(#"{"title": "T"}"#.utf8))
    #expect(site == SiteConfiguration(title: "T"))
    let folders = [site.meetings, site.templates, site.publicFiles, site.output, site.people]
    #expect(folders == ["Meetings", "Templates", "Public", "_site", "people.json"])
    #expect(site.language == "en")
    #expect(site.baseURL == nil)
}

@Test func `everything can be said`() throws {
    let json = """
        { "$schema": "s", "title": "T", "description": "D", "baseURL": "https://Example.org/a//b", "language": "pt-BR",
          "meetings": "m", "templates": "t", "public": "p", "output": "o", "people": "r.json",
          "publish": { "web": {"kind": "rsync", "to": "u@h:/x", "maxDeletes": 5}, "a": {"kind": "folder", "path": "/x", "aside": "/y",
                "domain": "d.example.org", "headers": true, "gzip": true, "redirects": {"/o/": "/n/"}},
            "pages": {"kind": "git", "remote": "origin", "branch": "gh-pages"}, "s3": {"kind": "rclone", "to": "r:b"} } }
        """
    let site = try SiteConfiguration(file: "site.json", bytes: Array(json.utf8))
    #expect(site.baseURL?.text == "https://example.org/a/b/")
    let folders = [site.meetings, site.templates, site.publicFiles, site.output, site.people]
    #expect(folders == ["m", "t", "p", "o", "r.json"])
    var host = HostFiles()
    host.domain = "d.example.org"
    (host.headers, host.gzip) = (true, true)
    host.redirects = [.init(from: "/o/", to: "/n/")]
    let targets = [
        PublishTarget(name: "web", destination: .rsync(to: "u@h:/x"), maxDeletes: 5),
        PublishTarget(name: "a", destination: .folder(path: "/x", aside: "/y"), hostFiles: host),
        PublishTarget(name: "pages", destination: .git(remote: "origin", branch: "gh-pages")),
        PublishTarget(name: "s3", destination: .rclone(to: "r:b")),
    ]
    #expect(site.publish == targets)
}

@Test(arguments: [
    (#"{"title": "T", "ouput": "x"}"#, "json-unknown-key", 16, "output"),
    (#"{"title": 1}"#, "json-wrong-type", 11, "\"…\""),
    (#"{}"#, "json-missing-key", 1, "title"),
    (#"{"title": " "}"#, "empty-title", 11, "called"),
    (#"{"title": "T", "baseURL": "example.org"}"#, "wrong-base-url", 27, "https://"),
    (#"{"title": "T", "language": "English, please"}"#, "wrong-language", 28, "en"),
    (#"{"title": "T", "output": ""}"#, "wrong-path", 26, "relative"),
    (#"{"title": "T",}"#, "json-syntax", 14, "comma"),
    (#"["title"]"#, "json-wrong-type", 1, "{ … }"),
    (#"{"title": "T", "publish": []}"#, "json-wrong-type", 27, "{ … }"),
    (#"{"title": "T", "publish": {"w": {}}}"#, "json-missing-key", 33, "\"rsync\""),
    (#"{"title": "T", "publish": {"w": {"kind": "ftp"}}}"#, "unknown-target-kind", 42, "\"rsync\""),
    (#"{"title": "T", "publish": {"w": {"kind": "git", "remote": "o"}}}"#, "json-missing-key", 33, "gh-pages"),
    (#"{"title": "T", "publish": {"w": {"kind": "rsync", "to": "--rsh=x"}}}"#, "wrong-target", 57, "user@"),
    (#"{"title": "T", "publish": {"w": {"kind": "rsync", "too": 1, "to": "y"}}}"#, "json-unknown-key", 51, "\"to\""),
    (
        #"{"title": "T", "publish": {"w": {"kind": "folder", "path": "x", "maxDeletes": -1}}}"#, "wrong-max-deletes",
        79,
        "0"
    ),
])
func `what is wrong is told at its place with the next step`(json: String, id: String, column: Int, step: String) {
    let faults = faults(json)
    #expect(faults.map(\.id) == [id])
    #expect(faults.first?.lines == 1...1)
    #expect(faults.first?.column == column)
    #expect(faults.first?.suggestion?.contains(step) == true, "\(faults)")
}

@Test func `all that is wrong is told in one go`() {
    let ids = faults(#"{"titel": 1, "language": 2, "output": false}"#).map(\.id)
    #expect(ids == ["json-unknown-key", "json-missing-key", "json-wrong-type", "json-wrong-type"])
}

@Test(arguments: [
    "example.org", "ftp://example.org/", "https://", "https:///a", "https://u@h/", "https://h/?q", "https://h/#f",
    "https://h/a/../b", "https://h:x/", "https://h:0/", "https://a..b/", "https://h/\"", "javascript:alert(1)",
    "https://h/a b",
])
func `an address a site cannot stand at is refused`(text: String) { #expect(BaseURL(text) == nil) }

@Test(arguments: [
    ("https://example.org", "https://example.org", "/"),
    ("HTTP://Example.org:8080/A/b", "http://example.org:8080", "/A/b/"),
    ("http://[::1]:80/x/", "http://[::1]:80", "/x/"), ("http://localhost/", "http://localhost", "/"),
])
func `an address has an origin and a path between slashes`(text: String, origin: String, path: String) {
    #expect(BaseURL(text)?.origin == origin)
    #expect(BaseURL(text)?.path == path)
}

@Suite struct SiteSchemaTests {
    private func schema() throws -> PlacedJSON {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..")
        let bytes = try Data(contentsOf: root.appending(path: "Documentation/site.schema.json"))
        return try PlacedJSON(file: "site.schema.json", bytes: Array(bytes))
    }

    @Test func `the schema has the keys that are read, and their defaults`() throws {
        let properties = try #require(try schema()["properties"])
        #expect(Set(properties.keys) == Set(SiteConfiguration.Key.allCases.map(\.rawValue)))
        let site = SiteConfiguration(title: "T")
        let defaults = [
            "meetings": site.meetings, "templates": site.templates, "public": site.publicFiles, "output": site.output,
            "people": site.people, "language": site.language, "description": site.description,
        ]
        for (key, value) in defaults { #expect(properties[key]?["default"]?.value == .string(value)) }
    }

    @Test func `the schema has each kind of target with its keys`() throws {
        let publish = try schema()["properties"]?["publish"]
        var read: [String: Set<String>] = [:]
        for kind in publish?["additionalProperties"]?["oneOf"]?.elements ?? [] {
            guard case .string(let name) = kind["properties"]?["kind"]?["const"]?.value else { continue }
            read[name] = Set(kind["properties"]?.keys ?? [])
        }
        var declared: [String: Set<String>] = [:]
        for kind in PublishTarget.Kind.allCases {
            declared[kind.rawValue] = Set(kind.keys.map(\.key) + kind.optionalKeys + ["kind"])
        }
        #expect(read == declared)
    }
}

extension PlacedJSON {
    fileprivate subscript(key: String) -> PlacedJSON? {
        guard case .object(let members) = value else { return nil }
        return members.first { $0.key == key }?.value
    }

    fileprivate var keys: [String] {
        guard case .object(let members) = value else { return [] }
        return members.map(\.key)
    }

    fileprivate var elements: [PlacedJSON] {
        guard case .array(let elements) = value else { return [] }
        return elements
    }
}
