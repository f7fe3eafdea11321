import Diagnostics
import Foundation
import Testing

@testable import RapporteurCommands

@Suite(.enabled(if: FileManager.default.isExecutableFile(atPath: Program.executable.path), "the program is not built"))
struct CheckCommandTests {
    let program: Program

    init() throws {
        program = try Program()
        let clean = digest.replacing("9th", with: "8th").replacing("the the", with: "the")
        try program.write(#"{"title": "Lakes"}"#, to: "site/site.json")
        try program.write(clean, to: "site/Meetings/clean.txt")
    }

    private let digest = """
        Council of the Lakes
        9th Meeting (AM)
        10 May 2030

        Council of the Lakes Reviews Water Levels

        The Council of the Lakes met today to review the water levels of the year.

        The meeting began at 10:03 a.m. and ended at 12:41 p.m.

        Statements

        ÁDA LOW (Norway) said that the the lakes were full.
        """

    @Test func `a site without slips is done with status 0`() throws {
        let outcome = try program.run("check", "--site", "site", "--strict")
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("1 digest") && outcome.output.contains("nothing found"))
        #expect(!program.exists("site/_site"))
    }

    @Test func `a slip is shown with its line and a caret, and fails when warnings shall`() throws {
        try program.write(digest, to: "site/Meetings/lakes.txt")
        let outcome = try program.run("check", "--site", "site")
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("site/Meetings/lakes.txt:13:29: warning: “the” stands twice [double-word]"))
        #expect(outcome.output.contains("    13 | ÁDA LOW (Norway) said that the the lakes were full.\n"))
        #expect(outcome.output.contains("       |                            ^^^^^^^\n  Remove one."))
        #expect(try program.run("check", "--site", "site", "--strict").status == 1)
        let quiet = try program.run("check", "--site", "site", "--quiet")
        #expect(quiet.status == 0 && quiet.output.isEmpty && quiet.errors.isEmpty)
    }

    @Test func `an error fails`() throws {
        try program.write("{{nonsense}}", to: "site/Templates/home.md")
        let outcome = try program.run("check", "--site", "site")
        #expect(outcome.status == 1)
        #expect(outcome.output.contains("[template-name]"))
        #expect(try program.run("check", "--site", "nowhere").status == 1)
    }

    @Test func `as JSON it is data`() throws {
        try program.write(digest, to: "site/Meetings/lakes.txt")
        let outcome = try program.run("check", "--site", "site", "--format", "json", "--strict")
        #expect(outcome.status == 1)
        let object = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
        #expect(object["format"] as? String == "rapporteur.check/1" && object["succeeded"] as? Bool == false)
        #expect((object["found"] as? [String: Int])?["warnings"] == 1)
        let slips = (object["diagnostics"] as? [[String: Any]] ?? []).filter { $0["id"] as? String == "double-word" }
        #expect(slips.map { $0["column"] as? Int } == [29] && slips.map { $0["length"] as? Int } == [7])
    }

    @Test func `as SARIF it has what the standard asks for, and counts columns as it does`() throws {
        try program.write(digest, to: "site/Meetings/a b.txt")
        let outcome = try program.run("check", "--site", "site", "--format", "sarif")
        #expect(outcome.status == 0 && outcome.errors.isEmpty)
        let log = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
        let runs = try #require(try SARIFEssentials.runs(of: log))
        let results = try #require(runs.first?["results"] as? [[String: Any]])
        let slip = try #require(results.first { $0["ruleId"] as? String == "double-word" })
        let location = try #require(
            (slip["locations"] as? [[String: Any]])?.first?["physicalLocation"] as? [String: Any])
        #expect((location["artifactLocation"] as? [String: String])?["uri"] == "site/Meetings/a%20b.txt")
        #expect(location["region"] as? [String: Int] == ["startLine": 13, "startColumn": 28, "endColumn": 35])
    }

    @Test func `an empty report is SARIF too`() throws {
        let outcome = try program.run("check", "--site", "site", "--format", "sarif")
        let log = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
        #expect(try SARIFEssentials.runs(of: log).first?["results"] as? [[String: Any]] != nil)
    }

    @Test func `wrong usage is status 2`() throws {
        #expect(try program.run("check", "--format", "xml").status == 2)
        #expect(try program.run("check", "--strict", "site").status == 2)
        #expect(try program.run("check", "--help").output.contains("Examples:"))
    }
}

/// What the schema of SARIF 2.1.0 requires of the parts a report here has.
private enum SARIFEssentials {
    struct Fault: Error { let what: String }

    static func runs(of log: [String: Any]) throws -> [[String: Any]] {
        try require(log["version"] as? String == "2.1.0", "version")
        try require((log["$schema"] as? String)?.hasPrefix("https://") == true, "$schema is a URI")
        guard let runs = log["runs"] as? [[String: Any]] else { throw Fault(what: "runs") }
        for run in runs { try check(run) }
        return runs
    }

    private static func check(_ run: [String: Any]) throws {
        guard let tool = run["tool"] as? [String: Any], let driver = tool["driver"] as? [String: Any] else {
            throw Fault(what: "tool.driver")
        }
        try require((driver["name"] as? String)?.isEmpty == false, "driver.name")
        let rules = try unwrapped(driver["rules"] as? [[String: Any]], "rules").map { $0["id"] as? String }
        try require(rules.allSatisfy { $0 != nil } && Set(rules).count == rules.count, "rules have ids of their own")
        try require(["utf16CodeUnits", "unicodeCodePoints"].contains(run["columnKind"] as? String), "columnKind")
        for result in try unwrapped(run["results"] as? [[String: Any]], "results") { try check(result, rules) }
    }

    private static func check(_ result: [String: Any], _ rules: [String?]) throws {
        let text = (result["message"] as? [String: Any])?["text"] as? String
        try require(text?.isEmpty == false, "message.text")
        try require(["none", "note", "warning", "error"].contains(result["level"] as? String), "level")
        let index = try unwrapped(result["ruleIndex"] as? Int, "ruleIndex")
        try require(
            rules.indices.contains(index) && rules[index] == result["ruleId"] as? String, "ruleIndex names ruleId")
        for location in try unwrapped(result["locations"] as? [[String: Any]], "locations") {
            let physical = try unwrapped(location["physicalLocation"] as? [String: Any], "physicalLocation")
            let uri = (physical["artifactLocation"] as? [String: Any])?["uri"] as? String
            try require(uri.flatMap { URL(string: $0) } != nil, "uri")
            guard let region = physical["region"] as? [String: Int] else { continue }
            try require((region["startLine"] ?? 0) >= 1 && region.values.allSatisfy { $0 >= 1 }, "region counts from 1")
            if let end = region["endColumn"] { try require(end >= region["startColumn"] ?? .max, "endColumn") }
        }
    }

    private static func require(_ condition: Bool, _ what: String) throws { if !condition { throw Fault(what: what) } }

    private static func unwrapped<Value>(_ value: Value?, _ what: String) throws -> Value {
        guard let value else { throw Fault(what: what) }
        return value
    }
}
