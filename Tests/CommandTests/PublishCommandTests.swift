import Diagnostics
import Foundation
import Testing

@testable import RapporteurCommands

@Suite(.enabled(if: FileManager.default.isExecutableFile(atPath: Program.executable.path), "the program is not built"))
struct PublishCommandTests {
    let program: Program

    init() throws {
        program = try Program()
        try program.write(
            #"{"title": "Lakes", "publish": {"web": {"kind": "folder", "path": "../live"}}}"#, to: "site/site.json")
        try program.write(digest, to: "site/Meetings/lakes.txt")
    }

    private let digest = """
        Council of the Lakes
        8th Meeting (AM)
        10 May 2030

        Council of the Lakes Reviews Water Levels

        The Council of the Lakes met today to review the water levels of the year.

        The meeting began at 10:03 a.m. and ended at 12:41 p.m.

        Statements

        ÁDA LOW (Norway) said that the the lakes were full.
        """

    private func publish(_ words: String...) throws -> Program.Outcome { try publish(words) }

    private func publish(_ words: [String]) throws -> Program.Outcome {
        let (process, output, errors) = try program.start(["publish", "--site", "site"] + words)
        let bytes = try output.readToEnd() ?? Data()
        process.waitUntilExit()
        let text = try String(contentsOf: errors, encoding: .utf8)
        try FileManager.default.removeItem(at: errors)
        return Program.Outcome(
            status: process.terminationStatus, output: String(decoding: bytes, as: UTF8.self), errors: text)
    }

    private func json(_ outcome: Program.Outcome) throws -> [String: Any] {
        let value = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
        return try #require(value as? [String: Any])
    }

    @Test func `a site is built, looked over and brought to its only target; slips of a digest do not matter`() throws {
        let first = try publish()
        #expect(first.status == 0 && first.errors.isEmpty)
        #expect(first.output.hasPrefix("web: ") && first.output.contains(" added, 0 changed, 0 deleted, 0 unchanged; "))
        #expect(try program.tree("live") == program.tree("site/_site"))
        #expect(try publish().output == "web: everything is live already.\n")
        #expect(try publish("--quiet").output.isEmpty)
    }

    @Test func `a dry run says what would be done, and does nothing`() throws {
        let plan = try publish("--dry-run")
        #expect(plan.status == 0)
        #expect(plan.output.contains("+ 404.html  ") && plan.output.contains("\n+ … and "))
        #expect(try publish("--dry-run", "--verbose").output.contains("\n+ meetings/index.html  "))
        #expect(!program.exists("live"))
        let data = try json(publish("--dry-run", "--format", "json"))
        #expect(data["format"] as? String == "rapporteur.publish/1")
        #expect(data["succeeded"] as? Bool == true && data["published"] as? Bool == false)
        let added = try #require(data["added"] as? [[String: Any]])
        #expect(added.contains { $0["path"] as? String == "index.html" })
        #expect(data["bytes"] as? Int == added.reduce(0) { $0 + ($1["bytes"] as? Int ?? 0) })
        #expect((data["changed"] as? [Any])?.isEmpty == true && (data["deleted"] as? [Any])?.isEmpty == true)
    }

    @Test func `only what differs travels, and a rollback returns to what was live`() throws {
        _ = try publish()
        let before = try program.tree("live")
        try program.write(digest.replacing("full", with: "empty"), to: "site/Meetings/lakes.txt")
        let data = try json(publish("--format", "json"))
        #expect(data["published"] as? Bool == true)
        let changed = try #require(data["changed"] as? [[String: Any]]).compactMap { $0["path"] as? String }
        #expect(changed.contains { $0.hasPrefix("meetings/") } && !changed.contains("style.css"))
        #expect(try program.tree("live") == program.tree("site/_site"))
        let back = try publish("--rollback")
        #expect(back.status == 0, "\(back.errors)")
        #expect(try program.tree("live") == before)
    }

    @Test func `a site with a link that leads nowhere stays at home, unless that is what is wanted`() throws {
        try program.write("<p><a href=\"nowhere/\">x</a>", to: "site/Public/about.html")
        let refused = try publish()
        #expect(refused.status == 1 && refused.output.isEmpty)
        #expect(refused.errors.contains("“nowhere/” leads nowhere (on the page /about.html) [dead-link]"))
        #expect(refused.errors.contains("nothing was published [not-published]"))
        #expect(!program.exists("live"))
        let data = try json(publish("--format", "json", "--dry-run"))
        #expect(data["succeeded"] as? Bool == false)
        let ids = try #require(data["diagnostics"] as? [[String: Any]]).compactMap { $0["id"] as? String }
        #expect(ids == ["dead-link", "not-published"])
        let forced = try publish("--force")
        #expect(forced.status == 0 && forced.errors.contains("[dead-link]"))
        #expect(program.exists("live/about.html"))
    }

    @Test func `a site that cannot be built is not published, unless what was built last shall be`() throws {
        try program.write("{{nonsense}}", to: "site/Templates/home.md")
        let refused = try publish()
        #expect(refused.status == 1 && refused.errors.contains("the site cannot be built; nothing was published"))
        #expect(try publish("--force").errors.contains("[not-built]"))
        try FileManager.default.removeItem(at: program.folder.url.appending(path: "site/Templates"))
        _ = try program.run("build", "--site", "site")
        try program.write("{{nonsense}}", to: "site/Templates/home.md")
        #expect(try publish("--force").status == 0)
        #expect(try program.tree("live") == program.tree("site/_site"))
    }

    @Test func `many deletions are asked about before anything is sent`() throws {
        _ = try publish()
        let before = try program.tree("live")
        try program.write(
            #"{"title": "L", "publish": {"web": {"kind": "folder", "path": "../live", "maxDeletes": 0}}}"#,
            to: "site/site.json")
        try FileManager.default.removeItem(at: program.folder.url.appending(path: "site/Meetings/lakes.txt"))
        try program.write(digest.replacing("8th", with: "9th"), to: "site/Meetings/later.txt")
        let refused = try publish()
        #expect(refused.status == 1 && refused.errors.contains("[many-deletions]"))
        #expect(try program.tree("live") == before)
        let plan = try publish("--dry-run", "--format", "json")
        #expect(plan.status == 0)
        #expect(try json(plan)["confirm"] as? [String] == ["many-deletions"])
        #expect(try publish("--confirm").status == 0)
        #expect(try program.tree("live") == program.tree("site/_site"))
    }

    @Test func `a target that is not there, and words that go not together, are told`() throws {
        let missing = try publish("wob")
        #expect(missing.status == 1 && missing.errors.contains("there is no target \"wob\""))
        #expect(missing.errors.contains("Write \"web\"."))
        #expect(try publish("--rollback", "--force").status == 2)
        #expect(try publish("--rollback").errors.contains("[no-previous]"))
        try program.write(#"{"title": "Lakes"}"#, to: "site/site.json")
        #expect(try publish().errors.contains("the site has no target to be published to"))
    }

    @Test func `a password in the address of a repository is never shown`() throws {
        try program.write(
            """
            {"title": "L", "publish": {"pages": {"kind": "git", "branch": "pages",
             "remote": "http://me:opensesame@127.0.0.1:9/digests.git"}}}
            """, to: "site/site.json")
        for words in [["--dry-run"], ["--format", "json"], ["--verbose"]] {
            let outcome = try publish(words)
            let told = outcome.output + outcome.errors
            #expect(outcome.status == 1 && told.contains("tool-failed"))
            #expect(!told.contains("opensesame"))
        }
    }
}
