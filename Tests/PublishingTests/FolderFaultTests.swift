import Diagnostics
import Foundation
import SiteGenerator
import Testing

@testable import Publishing

/// Publishing to a folder, broken off at calls of the operating system.
@Suite struct FolderFaultTests {
    /// A site whose first edition is live and whose second is built.
    private static let between = Result {
        let site = try PublishedSite(.folder)
        try site.build(LinkedPages.first)
        try site.publish()
        try site.build(LinkedPages.second)
        return site
    }

    /// How many calls one thing takes.
    private static func calls(of body: (PublishedSite, BreakingFileSystem) throws -> Void) throws -> Int {
        let files = BreakingFileSystem.sound
        try body(try between.get().copy(), files)
        return files.count
    }

    private static let publishing = Result { try calls { try $0.publish(files: $1) } }
    private static let returning = Result {
        try calls { site, files in
            try site.publish()
            try site.rollBack(files: files)
        }
    }

    /// Does something that is broken off.
    private func breakOff(_ body: () throws -> Void) throws {
        do { try body() } catch is DiagnosticError {}
    }

    @Test(arguments: [true, false])
    func `killed at any call, the old site, the new one or a mix without dead links is live, and the next completes it`(
        isKilled: Bool
    ) throws {
        for call in Moments.calls(16, below: try Self.publishing.get()) {
            let site = try Self.between.get().copy()
            let files = BreakingFileSystem(isKilled ? .killed : .failing(ENOSPC), atCall: call)
            try breakOff { try site.publish(files: files) }
            try site.expectPromiseHolds(from: LinkedPages.first, to: LinkedPages.second, "call \(call)")
            try site.publish()
            #expect(try site.live() == LinkedPages.second, "call \(call)")
            try site.rollBack()
            #expect(try site.live() == LinkedPages.first, "rolled back after call \(call)")
        }
    }

    @Test func `killed at any call, the next edition may be published, or the one before brought back`() throws {
        for call in Moments.calls(16, below: try Self.publishing.get()) {
            let site = try Self.between.get().copy()
            try breakOff { try site.publish(files: BreakingFileSystem(.killed, atCall: call)) }
            if call.isMultiple(of: 2) {
                try site.build(LinkedPages.third)
                try site.publish()
                #expect(try site.live() == LinkedPages.third, "call \(call)")
            } else if try site.live() != LinkedPages.first {
                try site.rollBack()
                #expect(try site.live() == LinkedPages.first, "call \(call)")
            }
        }
    }

    @Test func `a rollback killed at any call is completed by the next`() throws {
        for call in Moments.calls(16, below: try Self.returning.get()) {
            let site = try Self.between.get().copy()
            try site.publish()
            try breakOff { try site.rollBack(files: BreakingFileSystem(.killed, atCall: call)) }
            try site.expectPromiseHolds(from: LinkedPages.second, to: LinkedPages.first, "call \(call)")
            if try site.everythingLive()[PublishedManifest.name]?.contains("null") == true {
                try site.rollBack()
                #expect(try site.live() == LinkedPages.first, "call \(call)")
            }
        }
    }

    @Test func `what is live is told when an upload fails, and nothing was deleted`() throws {
        let site = try Self.between.get().copy()
        // A page that was replaced by a folder behind our back cannot be overwritten.
        try FileManager.default.removeItem(atPath: site.liveFolder + "/meetings/m2/index.html")
        try site.plant("theirs", at: "meetings/m2/index.html/note")
        let error = #expect(throws: DiagnosticError.self) { try site.publish() }
        let told = try #require(error?.diagnostics.last)
        #expect(told.id == "publish-stopped")
        #expect(told.message.contains("live already: static files and new pages; some may be live: changed pages"))
        #expect(told.message.contains("nothing was deleted; "))
        #expect(told.suggestion?.contains("rapporteur publish web") == true)
        #expect(try site.live()["meetings/m1/index.html"] == LinkedPages.first["meetings/m1/index.html"])
        try FileManager.default.removeItem(atPath: site.liveFolder + "/meetings/m2/index.html")
        try site.publish()
        #expect(try site.live() == LinkedPages.second)
    }
}
