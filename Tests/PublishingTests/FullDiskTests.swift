import Diagnostics
import Foundation
import SiteGenerator
import Testing

@testable import Publishing

/// A target on a disk that is full before the publish is through.
@Suite(.enabled(if: SmallDisk.canBeMade, "only root may mount the small disk this needs"))
struct FullDiskTests {
    @Test(arguments: PublishedSite.Place.near)
    func `a full disk stops the publish and deletes nothing, and with room again the next completes it`(
        place: PublishedSite.Place
    ) throws {
        let site = try PublishedSite(place)
        try Command.run("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", site.disk)
        defer { #expect(throws: Never.self) { try Command.run("umount", "--lazy", site.disk) } }
        if place == .git { try Command.run("git", "init", "--quiet", "--bare", site.repository) }
        var second = LinkedPages.second
        // Of no use to a packer.
        var random = Moments.generator()
        let filling = (0..<400_000).map { _ in UInt8.random(in: 0x20...0x7E, using: &random) }
        second["meetings/m5/index.html", default: ""] += "<!-- \(String(decoding: filling, as: UTF8.self)) -->"
        try site.build(LinkedPages.first)
        try site.publish()
        try site.build(second)
        let used = try Command.run("df", "--block-size=1K", "--output=used", site.disk).split(separator: "\n").last
        let room = (used.flatMap { Int($0.trimmingCharacters(in: .whitespaces)) } ?? 0) + 120
        try Command.run("mount", "-o", "remount,size=\(room)k", site.disk)
        let error = #expect(throws: DiagnosticError.self) { try site.publish() }
        let told = (error?.diagnostics ?? []).map(\.message).joined(separator: "\n")
        #expect(told.contains("pace left on device") || told.contains("disk"), "\(told)")
        try site.expectPromiseHolds(from: LinkedPages.first, to: second, "the disk is full")
        #expect(try site.live()["meetings/m1/index.html"] != nil)
        try Command.run("mount", "-o", "remount,size=4m", site.disk)
        try site.publish()
        #expect(try site.live() == second)
    }
}

/// A disk in memory, for which one has to be root.
enum SmallDisk {
    static let canBeMade: Bool = {
        let folder = FileManager.default.temporaryDirectory.appending(path: "mount-\(UUID().uuidString)").path
        defer { rmdir(folder) }
        guard mkdir(folder, 0o755) == 0,
            (try? Command.run("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", folder)) != nil
        else { return false }
        return (try? Command.run("umount", folder)) != nil
    }()
}
