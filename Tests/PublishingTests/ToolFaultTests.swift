import Diagnostics
import Foundation
import SiteGenerator
import Testing

@testable import Publishing

/// Publishing through a tool that breaks at any of its calls.
@Suite struct ToolFaultTests {
    private static let places = PublishedSite.Place.available.filter { $0.tool != nil }

    /// A site whose first edition is live and whose second is built.
    private func siteBetweenEditions(_ place: PublishedSite.Place) throws -> PublishedSite {
        let site = try PublishedSite(place)
        try site.build(LinkedPages.first)
        // What is live looks the same whatever the way there; copying is the fastest.
        let fast = PublishTarget(name: "fast", destination: .folder(path: site.liveFolder, aside: nil))
        try site.publish(place == .git || place == .s3 ? site.target() : fast)
        try site.build(LinkedPages.second)
        return site
    }

    /// How many calls of the tool a publish takes.
    private func calls(of place: PublishedSite.Place) throws -> Int {
        let site = try siteBetweenEditions(place)
        let tool = try FaultyTool(.failing, atCall: .max, delay: 0, for: site)
        try site.publish(environment: tool.environment)
        return tool.count
    }

    @Test(arguments: PublishedSite.Place.near.filter { $0.tool != nil })
    func
        `whichever call breaks, the old site, the new one or a mix without dead links is live, and the next completes it`(
            place: PublishedSite.Place
        ) throws
    {
        let total = try calls(of: place)
        #expect(total > 5)
        var random = Moments.generator()
        for manner in FaultyTool.Manner.allCases {
            for call in Moments.calls(2, below: total, using: &random) {
                let site = try siteBetweenEditions(place)
                let delay = Double.random(in: 0...0.06, using: &random)
                let tool = try FaultyTool(manner, atCall: call, delay: delay, for: site)
                let moment: Comment = "call \(call) \(manner), \(delay) s"
                do {
                    try site.publish(environment: tool.environment)
                } catch is DiagnosticError {}
                try site.expectPromiseHolds(from: LinkedPages.first, to: LinkedPages.second, moment)
                try site.publish()
                #expect(try site.live() == LinkedPages.second, moment)
            }
        }
    }

    @Test(arguments: places.filter { $0 != .git && $0 != .s3 })
    func `a phase that fails stops those after it, deletes nothing, and is told with the tool's words`(
        place: PublishedSite.Place
    ) throws {
        let site = try siteBetweenEditions(place)
        // A page that was replaced by a folder behind our back cannot be overwritten.
        try FileManager.default.removeItem(atPath: site.liveFolder + "/meetings/m2/index.html")
        try site.plant("theirs", at: "meetings/m2/index.html/note")
        let error = #expect(throws: DiagnosticError.self) { try site.publish() }
        #expect(error?.diagnostics.map(\.id) == ["tool-failed", "publish-stopped"])
        #expect(error?.diagnostics.first?.message.contains("meetings/m2/index.html") == true)
        #expect(error?.diagnostics.last?.message.contains("some may be live: changed pages; as before: lists") == true)
        #expect(try site.live()["meetings/m1/index.html"] == LinkedPages.first["meetings/m1/index.html"])
        #expect(try site.live()["index.html"] == LinkedPages.first["index.html"])
        try FileManager.default.removeItem(atPath: site.liveFolder + "/meetings/m2/index.html")
        try site.publish()
        #expect(try site.live() == LinkedPages.second)
    }

    @Test(.enabled(if: places.contains(.git), "git is not installed"))
    func `a branch that somebody else pushed to is not overwritten`() throws {
        let site = try siteBetweenEditions(.git)
        let publisher = try site.publisher()
        let plan = try publisher.plan()
        try site.plant("theirs", at: "note.txt")
        let error = #expect(throws: DiagnosticError.self) { try publisher.carryOut(plan, confirmed: true) }
        #expect(error?.diagnostics.map(\.id) == ["tool-failed", "publish-stopped"])
        #expect(try site.live()["note.txt"] == "theirs")
        try publisher.carryOut(try publisher.plan(), confirmed: true)
        #expect(try site.live() == LinkedPages.second.merging(["note.txt": "theirs"]) { $1 })
    }

    @Test(.enabled(if: places.contains(.git), "git is not installed"))
    func `locks that a killed git left behind are in nobody's way`() throws {
        let site = try siteBetweenEditions(.git)
        let books = site.root + "/site/_site/.rapporteur/publish"
        let target = try #require(try FileManager.default.contentsOfDirectory(atPath: books).first)
        for lock in [
            "shallow.lock", "config.lock", "HEAD.lock", "refs/published/live.lock", "refs/published/next.lock",
        ] {
            try site.write("", to: "\(books)/\(target)/repository.git/\(lock)")
        }
        try site.publish()
        #expect(try site.live() == LinkedPages.second)
    }

    @Test(.enabled(if: places.contains(.git), "git is not installed"))
    func `each publish is one commit on top of the one before`() throws {
        let site = try PublishedSite(.git)
        for edition in [LinkedPages.first, LinkedPages.second, LinkedPages.third] {
            try site.build(edition)
            try site.publish()
        }
        try site.rollBack()
        let log = try Command.run("git", "-C", site.repository, "log", "--format=%s %ct", "pages")
        let lines = log.split(separator: "\n")
        #expect(lines.count == 4)
        #expect(lines.first == "Return to the site before 1700000000")
    }
}
