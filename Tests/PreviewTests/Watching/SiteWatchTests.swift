import Foundation
import Synchronization
import Testing

@testable import Preview

@Suite(.timeLimit(.minutes(2))) struct SiteWatchTests {
    let site: WorkedOnSite

    init() throws { site = try WorkedOnSite() }

    /// Ways in which programs save a file.
    enum Saving: String, CaseIterable {
        case inPlace, byRename, byBackupAndRename, byBackupAndNewFile, byRemovalAndNewFile, byLink
    }

    private func save(_ text: String, _ name: String, _ saving: Saving) throws {
        let (path, manager) = (site.path(name), FileManager.default)
        switch saving {
        case .inPlace:
            let file = try FileHandle(forWritingTo: URL(filePath: path))
            try file.truncate(atOffset: 0)
            try file.write(contentsOf: Data(text.utf8))
            try file.close()
        case .byRename:
            try Data(text.utf8).write(to: URL(filePath: path + ".tmp"))
            #expect(rename(path + ".tmp", path) == 0)
        case .byBackupAndRename:
            try site.write("x", to: "Meetings/4913")
            try manager.removeItem(atPath: site.path("Meetings/4913"))
            #expect(rename(path, path + "~") == 0)
            try Data(text.utf8).write(to: URL(filePath: path + ".swp"))
            #expect(rename(path + ".swp", path) == 0)
            try manager.removeItem(atPath: path + "~")
        case .byBackupAndNewFile:
            #expect(rename(path, path + "~") == 0)
            try Data(text.utf8).write(to: URL(filePath: path))
        case .byRemovalAndNewFile:
            try manager.removeItem(atPath: path)
            try Data(text.utf8).write(to: URL(filePath: path))
        case .byLink:
            try Data(text.utf8).write(to: URL(filePath: site.path("elsewhere")))
            try manager.removeItem(atPath: path)
            try manager.linkItem(atPath: site.path("elsewhere"), toPath: path)
        }
    }

    @Test(arguments: Saving.allCases) func `a change is noticed however it is saved`(saving: Saving) async throws {
        for alarm: any FolderAlarm in [SystemAlarm.make(), ClockAlarm(every: .milliseconds(20))] {
            var watch = SiteWatch(root: site.root, alarm: alarm)
            let paths = try site.inputs
            watch.look(at: paths)
            for round in 1...3 {
                try save("\(WorkedOnSite.digest)\(round)", "Meetings/3rd-meeting.txt", saving)
                #expect(await watch.change(in: paths))
            }
        }
    }

    @Test func `folders that appear, move and vanish are followed`() async throws {
        var watch = SiteWatch(root: site.root)
        let paths = try site.inputs
        let manager = FileManager.default
        watch.look(at: paths)
        try site.write("a", to: "Public/a/b/c.svg")
        #expect(await watch.change(in: paths))
        try site.write("other", to: "Public/a/b/c.svg")
        #expect(await watch.change(in: paths))
        try manager.moveItem(atPath: site.path("Public/a"), toPath: site.path("Public/z"))
        #expect(await watch.change(in: paths))
        try site.write("moved", to: "Public/z/b/c.svg")
        #expect(await watch.change(in: paths))
        try manager.removeItem(atPath: site.path("Public"))
        #expect(await watch.change(in: paths))
        try site.write("back", to: "Public/z/b/c.svg")
        #expect(await watch.change(in: paths))
        try manager.moveItem(atPath: site.path("Meetings"), toPath: site.path("Other"))
        try manager.createDirectory(atPath: site.path("Meetings"), withIntermediateDirectories: false)
        #expect(await watch.change(in: paths))
        try site.write(WorkedOnSite.digest, to: "Meetings/again.txt")
        #expect(await watch.change(in: paths))
    }

    #if os(Linux)
        /// Nobody waits for five minutes here: the suite may take two.
        @Test func `a file written to its end is looked at soon, and for one taken away others are waited for`()
            async throws
        {
            let paths = try site.inputs
            for saving in [Saving.inPlace, .byRename] {
                var watch = SiteWatch(
                    root: site.root, rest: .init(afterWholeFile: .milliseconds(5), afterFew: .seconds(300)))
                watch.look(at: paths)
                try save("\(WorkedOnSite.digest)\(saving)", "Meetings/3rd-meeting.txt", saving)
                #expect(await watch.change(in: paths), "\(saving)")
            }
            var watch = SiteWatch(
                root: site.root, rest: .init(afterWholeFile: .seconds(300), afterFew: .milliseconds(25)))
            watch.look(at: paths)
            try FileManager.default.removeItem(atPath: site.path("Meetings/3rd-meeting.txt"))
            #expect(await watch.change(in: paths))
        }
    #endif

    @Test func `a false alarm is no change, and one change is told once`() async throws {
        let alarm = ManualAlarm()
        var watch = SiteWatch(root: site.root, alarm: alarm)
        let paths = try site.inputs
        watch.look(at: paths)
        alarm.ring()
        try site.write("x", to: "_site/index.html")
        let ending = Task {
            while alarm.count < 5 {
                try await Task.sleep(for: .milliseconds(40))
                alarm.ring()
            }
            try site.write("new", to: "Public/new.css")
            alarm.ring()
            try await Task.sleep(for: .milliseconds(200))
            alarm.finish()
        }
        #expect(await watch.change(in: paths))
        #expect(alarm.count >= 5)
        #expect(await watch.change(in: paths) == false)
        try await ending.value
    }
}

/// Rings when it is told to.
final class ManualAlarm: FolderAlarm {
    let rings: AsyncStream<Void>
    private let continuation: AsyncStream<Void>.Continuation
    private let rung = Mutex(0)

    init() { (rings, continuation) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1)) }

    var count: Int { rung.withLock { $0 } }

    func ring() {
        rung.withLock { $0 += 1 }
        continuation.yield()
    }

    func finish() { continuation.finish() }

    func listen(in folders: Set<String>) -> Bool { false }
}
