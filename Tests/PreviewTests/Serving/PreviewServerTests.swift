import Diagnostics
import Foundation
import Testing

@testable import Preview

/// A served site with a secret beside it; removed and stopped by `close`.
private struct ServedSite {
    let folder: URL
    let live: LiveSite
    let server: PreviewServer
    let port: UInt16

    static let secret = "the secret beside the site"

    init(path: String = "/", with404: Bool = true) async throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "rapporteur-preview-\(UUID().uuidString)")
        var files = [
            "secret.txt": Self.secret, "_site/index.html": "home", "_site/meetings/sc-1/index.html": "meeting",
            "_site/meetings/sc-1/index.json": "{}", "_site/style.css": "0123456789", "_site/no-page/x.txt": "x",
            "_site/.rapporteur/manifest": Self.secret, "_site/.env": Self.secret, "_site/a b/ü/index.html": "spaced",
            "_site/.well-known/security.txt": "contact",
        ]
        if with404 { files["_site/404.html"] = "nothing here" }
        for (name, text) in files {
            let file = folder.appending(path: name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        for (name, target) in [
            "link.txt": "../secret.txt", "up": "..", "inside.css": "style.css", "linked": "meetings",
        ] {
            try FileManager.default.createSymbolicLink(
                atPath: folder.path + "/_site/" + name, withDestinationPath: target)
        }
        live = LiveSite(folder: folder.path + "/_site", path: path)
        server = try await PreviewServer.start(live, port: .exactly(0))
        port = server.port
    }

    func get(_ path: String, method: String = "GET", headers: [String] = []) async -> RawClient.Answer? {
        await RawClient.get(path, port: port, method: method, headers: headers)
    }

    func close() async throws {
        await server.stop()
        try FileManager.default.removeItem(at: folder)
    }
}

@Suite struct PreviewServerTests {
    @Test func `clean addresses lead to pages, and files are served as what they are`() async throws {
        let site = try await ServedSite()
        #expect(await site.get("/")?.text.hasPrefix("home") == true)
        let page = await site.get("/meetings/sc-1/?q=a")
        #expect(page?.text.hasPrefix("meeting") == true)
        #expect(page?.headers["content-type"] == "text/html; charset=utf-8")
        #expect(page?.headers["x-content-type-options"] == "nosniff")
        #expect(page?.headers["cache-control"] == "no-cache")
        #expect(
            await site.get("/meetings/sc-1/index.json")?.headers["content-type"] == "application/json; charset=utf-8")
        #expect(await site.get("/style.css")?.headers["content-type"] == "text/css; charset=utf-8")
        #expect(await site.get("/a%20b/%C3%BC/")?.text.hasPrefix("spaced") == true)
        #expect(await site.get("/.well-known/security.txt")?.text == "contact")
        try await site.close()
    }

    @Test func `a page without its last slash is redirected, a folder without page is not there`() async throws {
        let site = try await ServedSite()
        let answer = await site.get("/meetings/sc-1?q=a%20b")
        #expect(answer?.status == 307)
        #expect(answer?.headers["location"] == "/meetings/sc-1/?q=a%20b")
        #expect(await site.get("/a%20b/%c3%bc")?.headers["location"] == "/a%20b/%C3%BC/")
        #expect(await site.get("/no-page")?.status == 404)
        #expect(await site.get("/no-page/")?.status == 404)
        #expect(await site.get("/style.css/")?.status == 404)
        try await site.close()
    }

    @Test func `what is not there is answered with the site's own page, or a plain word`() async throws {
        let site = try await ServedSite()
        let answer = await site.get("/nowhere/at/all")
        #expect(answer?.status == 404)
        #expect(answer?.text.hasPrefix("nothing here") == true)
        #expect(answer?.headers["content-type"] == "text/html; charset=utf-8")
        try await site.close()
        let bare = try await ServedSite(with404: false)
        #expect(await bare.get("/nowhere")?.text == "There is no such page.\n")
        try await bare.close()
    }

    @Test func `a site below a path is served there, and its root leads to it`() async throws {
        let encoded = try await ServedSite(path: "/a%20b/")
        #expect(await encoded.get("/a%20b/")?.text.hasPrefix("home") == true)
        try await encoded.close()
        let site = try await ServedSite(path: "/a/digests/")
        #expect(site.server.address.hasSuffix("/a/digests/"))
        #expect(await site.get("/a/digests/")?.text.hasPrefix("home") == true)
        #expect(await site.get("/a/digests/meetings/sc-1/")?.text.hasPrefix("meeting") == true)
        #expect(await site.get("/a/digests")?.headers["location"] == "/a/digests/")
        #expect(await site.get("/")?.headers["location"] == "/a/digests/")
        #expect(await site.get("/meetings/sc-1/")?.status == 404)
        try await site.close()
    }

    @Test func `only what changed is sent again`() async throws {
        let site = try await ServedSite()
        let tag = try #require(await site.get("/style.css")?.headers["etag"])
        for header in [tag, "W/\(tag)", "\"x\", \(tag)", "*"] {
            let answer = await site.get("/style.css", headers: ["If-None-Match: \(header)"])
            #expect(answer?.status == 304)
            #expect(answer?.body.isEmpty == true)
        }
        #expect(await site.get("/style.css", headers: ["If-None-Match: \"x\""])?.status == 200)
        try Data("changed".utf8).write(to: site.folder.appending(path: "_site/style.css"))
        #expect(await site.get("/style.css", headers: ["If-None-Match: \(tag)"])?.text == "changed")
        try await site.close()
    }

    @Test(arguments: [
        ("bytes=0-3", 206, "0123", "bytes 0-3/10"), ("bytes=7-", 206, "789", "bytes 7-9/10"),
        ("bytes=-2", 206, "89", "bytes 8-9/10"), ("bytes=-99", 206, "0123456789", "bytes 0-9/10"),
        ("bytes=5-99999999999999999999", 206, "56789", "bytes 5-9/10"), ("bytes=9-9", 206, "9", "bytes 9-9/10"),
        ("bytes=10-", 416, "", "bytes */10"), ("bytes=99-100", 416, "", "bytes */10"),
        ("bytes=-0", 416, "", "bytes */10"),
        ("bytes=5-2", 200, "0123456789", nil), ("bytes=0-1,3-4", 200, "0123456789", nil),
        ("bytes=a-b", 200, "0123456789", nil), ("bytes=-", 200, "0123456789", nil),
        ("items=0-1", 200, "0123456789", nil),
        ("bytes=--1", 200, "0123456789", nil), ("bytes=+1-2", 200, "0123456789", nil),
    ])
    func `a part of a file is sent when one is asked for`(range: String, status: Int, text: String, header: String?)
        async throws
    {
        let site = try await ServedSite()
        let answer = await site.get("/style.css", headers: ["Range: \(range)"])
        #expect(answer?.status == status)
        #expect(answer?.text == text)
        #expect(answer?.headers["content-range"] == header)
        try await site.close()
    }

    @Test func `a part of a file that has changed since is the whole file`() async throws {
        let site = try await ServedSite()
        let answer = await site.get("/style.css", headers: ["Range: bytes=0-1", "If-Range: \"old\""])
        #expect(answer?.status == 200)
        try await site.close()
    }

    @Test func `HEAD tells what GET would send, and other methods are refused`() async throws {
        let site = try await ServedSite()
        for path in ["/style.css", "/nowhere", "/meetings/sc-1"] {
            let get = await site.get(path)
            let head = await site.get(path, method: "HEAD")
            #expect(head?.status == get?.status)
            #expect(head?.headers["content-length"] == get.map { String($0.body.count) })
            #expect(head?.body.isEmpty == true)
        }
        for method in ["POST", "PUT", "DELETE", "OPTIONS", "TRACE"] {
            let answer = await site.get("/", method: method)
            #expect(answer?.status == 405)
            #expect(answer?.headers["allow"] == "GET, HEAD")
        }
        try await site.close()
    }

    @Test func `a request that gives another machine's name is refused`() async throws {
        let site = try await ServedSite()
        for host in [
            "evil.example", "evil.example:\(site.port)", "127.0.0.1.evil.example", "localhost.evil.example", "",
        ] {
            let answer = await RawClient.ask(
                "GET / HTTP/1.1\r\nHost: \(host)\r\nConnection: close\r\n\r\n", port: site.port)
            #expect(answer?.status == 403, "\(host)")
        }
        for host in ["localhost", "127.0.0.1:1", "LOCALHOST:2", "[::1]:3"] {
            let answer = await RawClient.ask(
                "GET / HTTP/1.1\r\nHost: \(host)\r\nConnection: close\r\n\r\n", port: site.port)
            #expect(answer?.status == 200, "\(host)")
        }
        try await site.close()
    }

    @Test func `a taken port is passed over unless it was asked for by name`() async throws {
        let site = try await ServedSite()
        let next = try await PreviewServer.start(LiveSite(folder: site.folder.path), port: .from(site.port))
        #expect(next.address != site.server.address)
        await next.stop()
        await #expect(throws: DiagnosticError.self) {
            try await PreviewServer.start(LiveSite(folder: site.folder.path), port: .exactly(site.port))
        }
        await #expect(throws: DiagnosticError.self) {
            try await PreviewServer.start(LiveSite(folder: site.folder.path), host: "example.org", port: .from(8080))
        }
        try await site.close()
    }

    @Test func `no hostile path leads out of the site or into its books`() async throws {
        let site = try await ServedSite()
        let paths = HostilePaths.all
        #expect(paths.count >= 100)
        for path in paths {
            guard
                let answer = await RawClient.ask(
                    "GET \(path) HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", port: site.port)
            else { continue }
            #expect(!answer.text.contains(ServedSite.secret) && !answer.text.contains("root:"), "\(path)")
            #expect([400, 404].contains(answer.status), "\(path): \(answer.status)")
        }
        #expect(await site.get("/")?.text.hasPrefix("home") == true, "the server is still there")
        try await site.close()
    }

    @Test func `no link is followed, not even inside the site`() async throws {
        let site = try await ServedSite()
        for path in ["/link.txt", "/up/secret.txt", "/up/", "/up", "/inside.css", "/linked/sc-1/"] {
            #expect(await site.get(path)?.status == 404, "\(path)")
        }
        try await site.close()
    }

    @Test func `many clients at once are all answered`() async throws {
        let site = try await ServedSite()
        let big = Data((0..<3_000_000).map { UInt8($0 % 95 + 32) })
        try big.write(to: site.folder.appending(path: "_site/big.txt"))
        await withTaskGroup(of: Bool.self) { group in
            for index in 0..<60 {
                group.addTask {
                    await site.get(index % 10 == 0 ? "/big.txt" : "/style.css").map {
                        [10, 3_000_000].contains($0.body.count)
                    } ?? false
                }
            }
            for await isRight in group { #expect(isRight) }
        }
        try await site.close()
    }
}

private enum HostilePaths {
    static let all: [String] = {
        let dots = [
            "..", "%2e%2e", "%2E.", ".%2e", "%252e%252e", "%c0%ae%c0%ae", "%e0%80%ae%e0%80%ae", "．．", "%uff0e%uff0e",
            "..%00", "..;",
        ]
        let slashes = ["/", "%2f", "%2F", "%5c", "\\", "%252f", "%c0%af", "//", "/./"]
        var paths = dots.flatMap { dot in slashes.map { "/" + dot + $0 + "secret.txt" } }
        paths += slashes.map { "/meetings/sc-1/.." + $0 + ".." + $0 + ".." + $0 + "secret.txt" }
        paths += [
            "//etc/passwd", "///etc/passwd", "/%2fetc/passwd", "/etc/passwd", "etc/passwd", "../secret.txt", "",
            "http://localhost/secret.txt", "http://localhost/../secret.txt", "file:///etc/passwd", "*", "/..", "/../",
            "/.",
            "/./", "/%00", "/style.css%00.html", "/%", "/%2", "/%zz", "/%ff%fe", "/\u{301}../secret.txt",
            "/..\u{301}/secret.txt",
            "/.rapporteur/manifest", "/%2erapporteur/manifest", "/.RAPPORTEUR/manifest", "/.rapporteur/", "/.env",
            "/%2eenv",
            "/meetings/.rapporteur/../../.env", "/.well-known/../.env", "/.well-known/../../secret.txt",
            "/style.css/../../secret.txt",
            "/" + String(repeating: "../", count: 200) + "etc/passwd", "/" + String(repeating: "a/", count: 3000),
            "/" + String(repeating: "a", count: 5000), "//localhost//secret.txt", "/%0d%0aSet-Cookie:x=1",
            "/C:/secret.txt", "/~root/",
            "/proc/self/environ", "/index.html/", "/a%2fb", "/con", "/%20", "/meetings//sc-1/",
        ]
        return paths
    }()
}
