import Foundation
import Testing

@Suite(
    .enabled(if: FileManager.default.isExecutableFile(atPath: Program.executable.path), "the program is not built"),
    .timeLimit(.minutes(5)))
struct PreviewCommandTests {
    let program: Program

    init() throws {
        program = try Program()
        try program.run("new", "site")
        try program.write(#"{"title": "T", "baseURL": "https://example.org/digests/"}"#, to: "site/site.json")
    }

    /// A preview at work, and what it says.
    private final class Preview {
        let process: Process
        private let output: FileHandle
        let errors: URL
        private(set) var text = ""

        init(_ program: Program, _ arguments: String..., environment: [String: String]? = nil) throws {
            (process, output, errors) = try program.start(
                ["preview", "--site", "site"] + arguments, environment: environment)
        }

        deinit { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }

        func hears(_ words: String) throws -> Bool {
            while !text.contains(words), let part = try output.read(upToCount: 1), !part.isEmpty {
                text += String(decoding: part, as: UTF8.self)
            }
            return text.contains(words)
        }

        var address: String { get throws { String(try #require(text.firstMatch(of: /http:[^ ]+/)?.output)) } }

        func page(_ path: String) throws -> String {
            try String(contentsOf: #require(URL(string: address + path)), encoding: .utf8)
        }

        func end(_ signal: Int32) {
            kill(process.processIdentifier, signal)
            process.waitUntilExit()
        }
    }

    @Test(arguments: [SIGINT, SIGTERM])
    func `preview serves and follows the site until it is interrupted, and ends well`(signal: Int32) throws {
        let preview = try Preview(program)
        #expect(try preview.hears("press Ctrl-C"))
        #expect(try preview.address.hasPrefix("http://127.0.0.1:") && preview.address.hasSuffix("/digests/"))
        #expect(try preview.page("meetings/").contains("<html"))
        try program.write("# A word of my own\n", to: "site/Templates/search.md")
        #expect(try preview.hears("Built again in"))
        #expect(try preview.page("search/").contains("A word of my own"))
        try program.write("{{nowhere}}", to: "site/Templates/search.md")
        #expect(try preview.hears("The pages are those of the build before."))
        #expect(try String(contentsOf: preview.errors, encoding: .utf8).contains("site/Templates/search.md:1:"))
        #expect(try preview.page("search/").contains("A word of my own"))
        preview.end(signal)
        #expect(preview.process.terminationStatus == 0 && preview.process.terminationReason == .exit)
    }

    @Test func `a site that cannot be built yet is waited for`() throws {
        try program.write("{{nowhere}}", to: "site/Templates/search.md")
        let preview = try Preview(program)
        #expect(try preview.hears("press Ctrl-C"))
        try FileManager.default.removeItem(at: program.folder.url.appending(path: "site/Templates/search.md"))
        #expect(try preview.hears("Built again in"))
        #expect(try preview.page("").contains("<html"))
        preview.end(SIGTERM)
    }

    @Test func `a taken port is told, an open one warned of, and the browser opened`() throws {
        try program.write("#!/bin/sh\necho \"$1\" > opened\n", to: "bin/xdg-open")
        try program.write("#!/bin/sh\necho \"$1\" > opened\n", to: "bin/open")
        for name in ["xdg-open", "open"] {
            try FileManager.default.setAttributes(
                [.posixPermissions: 0o755], ofItemAtPath: program.folder.url.appending(path: "bin/\(name)").path)
        }
        var environment = ProcessInfo.processInfo.environment
        environment["PATH"] = program.folder.url.appending(path: "bin").path + ":/usr/bin:/bin"
        let first = try Preview(program, "--open", "--port", "0", "--host", "0.0.0.0", environment: environment)
        #expect(try first.hears("press Ctrl-C"))
        #expect(try String(contentsOf: first.errors, encoding: .utf8).contains("[open-preview]"))
        while try !program.exists("opened") || opened.isEmpty { Thread.sleep(forTimeInterval: 0.02) }
        #expect(try opened == first.address)
        let port = try #require(URL(string: first.address)?.port)
        let refused = try program.run("preview", "--site", "site", "--port", "\(port)", "--host", "0.0.0.0")
        #expect(refused.status == 1 && refused.errors.contains("another program listens there"))
        first.end(SIGINT)
    }

    private var opened: String {
        get throws {
            try String(contentsOf: program.folder.url.appending(path: "opened"), encoding: .utf8)
                .trimmingCharacters(in: .whitespacesAndNewlines)
        }
    }
}
