import Diagnostics
import Foundation
import Testing

/// What a user types, what comes back, and what stands on the disk afterwards.
@Suite(.enabled(if: FileManager.default.isExecutableFile(atPath: Program.executable.path), "the program is not built"))
struct CommandTests {
    let program: Program

    init() throws { program = try Program() }

    @Test func `a new site is built at once, and a second build has nothing to do`() throws {
        let made = try program.run("new", "site")
        #expect(made.status == 0)
        #expect(made.output.contains("rapporteur preview --site site"))
        #expect(Set(try program.tree("site").keys.map { $0.split(separator: "/")[0] }) == ["site.json", "Meetings"])
        let first = try program.run("build", "--site", "site")
        #expect(first.status == 0)
        #expect(first.output.contains("3 meetings") && first.output.contains(" 0 unchanged"))
        let tree = try program.tree("site/_site")
        for page in ["index.html", "index.md", "404.html", "style.css", "meetings/index.html"] {
            #expect(tree[page] != nil, "\(page)")
        }
        let second = try program.run("build", "--site", "site")
        #expect(second.output.contains(" 0 written") && second.output.contains(" 0 deleted"))
        #expect(try program.tree("site/_site") == tree)
    }

    @Test func `the same site gives the same bytes with one thread and with many`() throws {
        try program.run("new", "a")
        try program.run("new", "b")
        #expect(try program.run("build", "--site", "a", "--threads", "1").status == 0)
        #expect(try program.run("build", "--site", "b", "--threads", "7").status == 0)
        #expect(try program.tree("a/_site") == program.tree("b/_site"))
    }

    @Test func `a build tells what took how long when asked`() throws {
        try program.run("new", "a")
        let told = try program.run("build", "--site", "a", "--timings").output
        for words in [
            "Stages", " ms  render\n", "Templates", " ms  meeting.md (3 pages)", "Slowest pages", " ms  /meetings/",
        ] {
            #expect(told.contains(words), "\(words)")
        }
        #expect(try !program.run("build", "--site", "a").output.contains("Slowest"))
    }

    @Test func `a theme is copied when it is wanted, and changes nothing`() throws {
        try program.run("new", "a")
        #expect(try program.run("new", "b/c", "--with-templates").status == 0)
        #expect(program.exists("b/c/Templates/layout.html") && program.exists("b/c/Public/style.css"))
        try program.run("build", "--site", "a")
        try program.run("build", "--site", "b/c")
        #expect(try program.tree("a/_site") == program.tree("b/c/_site"))
    }

    @Test func `a new site is not made over something else`() throws {
        try program.write("mine", to: "thesis/chapter.txt")
        let refused = try program.run("new", "thesis")
        #expect(refused.status == 1)
        #expect(refused.errors.contains("thesis: error: something is there already [not-empty]"))
        #expect(try program.tree("thesis").keys.sorted() == ["chapter.txt"])
        #expect(try program.run("new", "thesis/chapter.txt").status == 1)
        #expect(try program.run("new", "thesis/chapter.txt/x").status == 1)
        try FileManager.default.createDirectory(
            at: program.folder.url.appending(path: "empty"), withIntermediateDirectories: true)
        #expect(try program.run("new", "empty").status == 0)
    }

    @Test(arguments: [
        ["buidl"], ["build", "--sitte", "x"], ["build", "--site"], ["build", "extra"],
        ["build", "--quiet", "--verbose"],
        ["build", "--threads", "0"], ["build", "--threads", "many"], ["build", "--format", "xml"], ["parse"], ["new"],
        ["new", ""], ["preview", "--port", "99999"], ["build", "--site", ""],
    ])
    func `wrong usage is told on standard error with status 2`(arguments: [String]) throws {
        let (process, output, errors) = try program.start(arguments)
        #expect(try output.readToEnd()?.isEmpty ?? true)
        process.waitUntilExit()
        #expect(process.terminationStatus == 2)
        #expect(try String(contentsOf: errors, encoding: .utf8).contains("Usage: rapporteur"))
    }

    @Test(arguments: ["new", "build", "preview", "check", "parse"]) func `help has examples`(command: String) throws {
        let help = try program.run(command, "--help")
        #expect(help.status == 0 && help.errors.isEmpty)
        #expect(help.output.contains("Examples:"))
        #expect(help.output.contains("rapporteur \(command) "))
    }

    @Test func `version, help and completions are results`() throws {
        #expect(try program.run("--version").output.hasPrefix("0."))
        #expect(try program.run("--help").output.contains("Exit status: 0 done"))
        #expect(try program.run("--generate-completion-script", "bash").output.contains("rapporteur"))
    }

    @Test func `a fault in site json is shown at its place, without colours where nobody looks`() throws {
        try program.run("new", "site")
        try program.write("{\n  \"titel\": \"T\"\n}\n", to: "site/site.json")
        let failed = try program.run("build", "--site", "site/")
        #expect(failed.status == 1)
        #expect(failed.errors.contains("site/site.json:2:3: error: site.json has no key \"titel\" [json-unknown-key]"))
        #expect(failed.errors.contains("    2 |   \"titel\": \"T\"\n      |   ^^^^^^^\n  Write \"title\""))
        #expect(!failed.errors.contains("\u{1B}"))
    }

    @Test func `a build that fails leaves the pages as they were`() throws {
        try program.run("new", "site")
        try program.run("build", "--site", "site")
        let tree = try program.tree("site/_site")
        try program.write("{{> nowhere}} {{#open}}", to: "site/Templates/meeting.md")
        try program.write("", to: "site/Meetings/empty.txt")
        let failed = try program.run("build", "--site", "site")
        #expect(failed.status == 1)
        #expect(
            failed.errors.contains("site/Meetings/empty.txt: error:")
                || failed.errors.contains("site/Templates/meeting.md:1:"))
        #expect(failed.output.contains("Nothing was written"))
        #expect(try program.tree("site/_site") == tree)
        #expect(try program.run("build", "--site", "site", "--quiet").output.isEmpty)
    }

    @Test func `a report as JSON tells success and failure`() throws {
        try program.run("new", "site")
        let done = try program.run("build", "--site", "site", "--format", "json")
        #expect(done.status == 0 && done.errors.isEmpty)
        _ = try PlacedJSON(file: "report", bytes: Array(done.output.utf8))
        #expect(done.output.contains("\"succeeded\": true") && done.output.contains("\"meetings\": 3"))
        let failed = try program.run("build", "--format", "json")
        #expect(failed.status == 1 && failed.errors.isEmpty)
        _ = try PlacedJSON(file: "report", bytes: Array(failed.output.utf8))
        #expect(failed.output.contains("\"id\": \"no-site\""))
    }

    @Test func `a digest is parsed as text and as JSON, from a file and from a pipe`() throws {
        try program.run("new", "site")
        let file = "site/Meetings/214th-meeting.txt"
        let text = try program.run("parse", file)
        #expect(text.status == 0)
        #expect(text.output.contains("number      214") && text.output.contains("decision"))
        let json = try program.run("parse", file, "--format", "json")
        _ = try PlacedJSON(file: "meeting", bytes: Array(json.output.utf8))
        #expect(json.output.contains("\"format\": \"rapporteur.meeting/1\""))
        let digest = try String(contentsOf: program.folder.url.appending(path: file), encoding: .utf8)
        #expect(try program.run("parse", "-", input: digest).output == text.output)
    }

    @Test func `what cannot be parsed is told with status 1`() throws {
        try program.write("", to: "empty.txt")
        try program.write("a\0b", to: "binary.txt")
        #expect(
            try program.run("parse", "empty.txt").errors.hasPrefix("empty.txt: error: the file is empty [empty-digest]")
        )
        #expect(try program.run("parse", "binary.txt").errors.hasPrefix("binary.txt:1: error:"))
        for file in ["nowhere.txt", ".", "empty.txt", "binary.txt"] {
            let failed = try program.run("parse", file)
            #expect(failed.status == 1 && failed.output.isEmpty && failed.errors.contains("error:"), "\(file)")
        }
    }

    @Test func `a build killed at any time is put right by the next`() throws {
        try program.run("new", "site")
        try program.run("build", "--site", "site")
        let old = try program.tree("site/_site")
        try program.write(#"{"title": "Another title", "description": "Every page changes."}"#, to: "site/site.json")
        try program.run("new", "fresh")
        try program.write(#"{"title": "Another title", "description": "Every page changes."}"#, to: "fresh/site.json")
        let clock = ContinuousClock()
        let time = try clock.measure { try program.run("build", "--site", "fresh") }
        let new = try program.tree("fresh/_site")
        for step in 1...12 {
            let (process, output, _) = try program.start(["build", "--site", "site"])
            Thread.sleep(forTimeInterval: (time * step / 12) / .seconds(1))
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            try output.close()
        }
        #expect(try program.run("build", "--site", "site").status == 0)
        let tree = try program.tree("site/_site")
        #expect(tree == new && tree != old)
    }
}
