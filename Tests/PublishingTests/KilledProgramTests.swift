import Diagnostics
import Foundation
import SiteGenerator
import Testing

@testable import Publishing

/// The program itself, killed while it publishes.
@Suite(.enabled(if: access(BuiltProgram.path, X_OK) == 0, "the program is not built"))
struct KilledProgramTests {
    private static let rounds = Moments.isThorough ? 25 : 1

    /// A digest of a council that does not exist.
    private func digest(_ number: Int, speakers: [String]) -> String {
        let turns = speakers.map { "\($0.uppercased()) (Norway) said that lake \(number) was full.\n" }
        return """
            Council of the Lakes
            \(number)th Meeting (AM)
            10 May 2030

            Council of the Lakes Reviews Lake \(number)

            The Council of the Lakes met today to review the water levels of the year.

            Statements

            \(turns.joined(separator: "\n"))
            """
    }

    /// The digests of one of two states of a site: pages come, change and go.
    private func write(_ edition: Int, of site: PublishedSite) throws {
        let folder = site.root + "/site/Meetings"
        try FileManager.default.removeItem(atPath: folder)
        let speakers = ["Ada Low", "Bea Mid", "Cora High", "Dana Deep"]
        for number in (4 + edition)..<(7 + edition) {
            let who = [speakers[(number + edition) % 4], speakers[(number + edition + 1) % 4]]
            try site.write(digest(number, speakers: who), to: "site/Meetings/\(number).txt")
        }
    }

    private func start(_ site: PublishedSite, _ words: String...) throws -> Process {
        let process = Process()
        process.executableURL = URL(filePath: BuiltProgram.path)
        process.arguments = words + ["--site", site.root + "/site", "--quiet"]
        process.environment = site.environment
        process.standardError = FileHandle.nullDevice
        try process.run()
        return process
    }

    private func run(_ site: PublishedSite, _ words: String...) throws {
        let process = try start(site, words[0])
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }

    private func builtSite(_ site: PublishedSite) throws -> [String: String] {
        try PublishedSite.tree(site.root + "/site/_site").filter { !$0.key.hasPrefix(".rapporteur/") }
    }

    /// Until a tool that outlived the program has ended too.
    private func waitForTool(_ site: PublishedSite) throws {
        for _ in 0..<200 {
            do {
                _ = try site.publisher()
                return
            } catch let error as DiagnosticError where error.diagnostics[0].id == "publish-at-work" {
                usleep(50_000)
            }
        }
    }

    @Test(arguments: PublishedSite.Place.near)
    func
        `killed at a random moment, every page served leads to pages that are there, and the next publish completes it`(
            place: PublishedSite.Place
        ) throws
    {
        let site = try PublishedSite(place)
        let address: [String: String] =
            switch site.destination {
            case .folder(let path, _): ["path": path]
            case .rsync(let to), .rclone(let to): ["to": to]
            case .git(let remote, let branch): ["remote": remote, "branch": branch]
            }
        let keys = address.map { ", \"\($0)\": \"\($1)\"" }.joined()
        let kind = site.destination.kind.rawValue
        try site.write(
            #"{"title": "L", "publish": {"web": {"kind": "\#(kind)", "maxDeletes": 1000\#(keys)}}}"#,
            to: "site/site.json")
        try write(0, of: site)
        let clock = ContinuousClock()
        let whole = try clock.measure { try run(site, "publish") }
        var old = try builtSite(site)
        var random = Moments.generator()
        for round in 1...Self.rounds {
            try write(round % 2, of: site)
            try run(site, "build")
            let new = try builtSite(site)
            #expect(new != old)
            let delay = whole * Double.random(in: 0.2...1, using: &random)
            let process = try start(site, "publish")
            usleep(useconds_t(delay / .microseconds(1)))
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            try waitForTool(site)
            let moment: Comment = "round \(round), killed after \(delay) of \(whole)"
            try site.expectPromiseHolds(from: old, to: new, moment)
            try run(site, "publish")
            #expect(try site.live() == new, moment)
            old = new
        }
    }
}

enum BuiltProgram {
    /// The executable stands beside the bundle of tests.
    static let path: String = {
        let bundles = Bundle.allBundles.map(\.bundleURL) + [URL(filePath: CommandLine.arguments[0])]
        let folders = bundles.flatMap { [$0.deletingLastPathComponent(), $0] }
        return folders.map { $0.appending(path: "rapporteur").path }.first { access($0, X_OK) == 0 } ?? "rapporteur"
    }()
}
