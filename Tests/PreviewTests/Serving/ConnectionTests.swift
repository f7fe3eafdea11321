import Foundation
import Testing

@testable import Preview

@Suite(.timeLimit(.minutes(3))) struct ConnectionTests {
    let site: WorkedOnSite
    let live: LiveSite
    let server: PreviewServer

    init() async throws {
        site = try WorkedOnSite()
        try site.write("<body>home</body>", to: "_site/index.html")
        try site.write(String(repeating: "0123456789", count: 300_000), to: "_site/big.txt")
        live = LiveSite(folder: site.path("_site"))
        server = try await PreviewServer.start(live, port: .exactly(0))
    }

    private func listeners(_ count: Int) async throws {
        while live.listenerCount != count { try await Task.sleep(for: .milliseconds(20)) }
    }

    @Test func `a hundred connections at once are served, half of them listening`() async throws {
        let open = try (0..<50).map { _ in try RawConnection(port: server.port, asking: LivePage.eventsPath) }
        for connection in open { #expect(await connection.read(until: "event: site")) }
        await withTaskGroup(of: Bool.self) { [port = server.port] group in
            for index in 0..<50 {
                group.addTask {
                    await RawClient.get(index % 5 == 0 ? "/big.txt" : "/", port: port)?.status == 200
                }
            }
            for await isRight in group { #expect(isRight) }
        }
        live.publish(changed: ["index.html"])
        for connection in open { #expect(await connection.read(until: "\"changed\":[\"index.html\"]")) }
        await server.stop()
        for connection in open { connection.close() }
    }

    @Test func `who has gone is forgotten, and who is slow holds nobody up`() async throws {
        let gone = try (0..<20).map { _ in try RawConnection(port: server.port, asking: LivePage.eventsPath) }
        let deaf = try RawConnection(port: server.port, asking: "/big.txt")
        let slow = try RawConnection(port: server.port)
        slow.send("GET / HT")
        for connection in gone { #expect(await connection.read(until: "event: site")) }
        try await listeners(20)
        for connection in gone { connection.close() }
        while live.listenerCount > 0 {
            live.beat()
            try await Task.sleep(for: .milliseconds(20))
        }
        #expect(await RawClient.get("/", port: server.port)?.status == 200)
        slow.send("TP/1.1\r\nHost: localhost\r\n\r\n")
        #expect(await slow.read(until: "home"))
        await server.stop()
        deaf.close()
        slow.close()
    }

    @Test(arguments: [
        "\r\n\r\n", "GET\r\n\r\n", "GET /\r\n\r\n", "GET / HTTP/9\r\n\r\n", "get / http/1.1\r\n\r\n",
        "GET / HTTP/1.1\r\nHost\r\n\r\n", "GET / HTTP/1.1\nHost: localhost\n\n",
        "GET / HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
        "GET / HTTP/1.1\r\nContent-Length: 99999999999999999999\r\n\r\n",
        "GET / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", "\u{16}\u{3}\u{1}\u{2}\u{0}\u{1}",
        "GET / HTTP/1.1\r\nRange: bytes=\u{0}\r\n\r\n", String(repeating: "A", count: 200_000),
        "GET / HTTP/1.1\r\n" + String(repeating: "X: y\r\n", count: 20_000) + "\r\n",
        "POST / HTTP/1.1\r\nContent-Length: 10\r\n\r\nabc",
    ])
    func `a malformed request harms nobody`(request: String) async throws {
        let connection = try RawConnection(port: server.port)
        connection.send(request)
        connection.finishSending()
        _ = await connection.readAll()
        connection.close()
        #expect(await RawClient.get("/", port: server.port)?.status == 200)
        await server.stop()
    }

    @Test func `pages have the script, files and parts of pages are as they are`() async throws {
        let page = try #require(await RawClient.get("/", port: server.port))
        #expect(page.text.contains("home<script src=\"/.rapporteur/live.js\""))
        #expect(page.headers["content-length"] == String(page.body.count))
        let part = await RawClient.get("/", port: server.port, headers: ["Range: bytes=0-5"])
        #expect(part?.text == "<body>" && part?.headers["content-range"] == "bytes 0-5/\(page.body.count)")
        let tag = try #require(page.headers["etag"])
        #expect(await RawClient.get("/", port: server.port, headers: ["If-None-Match: \(tag)"])?.status == 304)
        live.publish(changed: ["style.css"])
        #expect(await RawClient.get("/", port: server.port, headers: ["If-None-Match: \(tag)"])?.status == 200)
        let script = await RawClient.get(LivePage.scriptPath, port: server.port)
        #expect(script?.status == 200 && script?.headers["content-type"] == "text/javascript; charset=utf-8")
        await server.stop()
    }

    @Test func `as long as there is no site, a page waits for it`() async throws {
        let empty = try await PreviewServer.start(LiveSite(folder: site.path("nothing")), port: .exactly(0))
        let page = await RawClient.get("/", port: empty.port)
        #expect(page?.status == 503 && page?.text.contains(LivePage.scriptPath) == true)
        await empty.stop()
        await server.stop()
    }
}
