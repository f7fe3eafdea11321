import Diagnostics
import Foundation
import SiteGenerator
import Synchronization
import Testing

@testable import Preview

@Suite(.timeLimit(.minutes(3))) struct PreviewSessionTests {
    let site: WorkedOnSite

    init() throws { site = try WorkedOnSite() }

    /// A session at work, with the number of its builds.
    private final class Work: Sendable {
        let session: PreviewSession
        private let task: Task<Void, Never>
        private let outcomes: AsyncStream<String>
        /// Said as soon as a build has begun, for a build that waits until it is let go on.
        let begun: AsyncStream<Void>
        private let count: Counter
        let gate = Gate()
        private let memory = SessionMemory()

        /// What a session shows of changed files before it builds.
        func glimpse(_ folder: SiteFolder, _ changed: Set<String>) -> SiteGlimpse? {
            var glimpse: SiteGlimpse?
            SiteBuild(folder, threads: 1, memory: memory).glimpse(changed: changed) { glimpse = $0 }
            return glimpse
        }

        final class Counter: Sendable {
            private let value = Mutex(0)
            var now: Int { value.withLock { $0 } }
            func add() { value.withLock { $0 += 1 } }
        }

        init(_ site: WorkedOnSite, rest: SiteWatch.Rest = .init(), isHeld: Bool = false) throws {
            let (outcomes, outcome) = AsyncStream<String>.makeStream()
            let (begun, begin) = AsyncStream<Void>.makeStream()
            let (counter, gate, memory) = (Counter(), gate, memory)
            (self.outcomes, self.begun, count) = (outcomes, begun, counter)
            let session = PreviewSession(
                try SiteFolder(root: site.root), name: { $0 },
                source: { file in
                    FileManager.default.contents(atPath: site.path(file)).flatMap {
                        try? SourceText(file: file, bytes: Array($0))
                    }
                },
                build: { folder throws(DiagnosticError) in
                    counter.add()
                    begin.yield()
                    if isHeld { gate.wait() }
                    return try SiteBuild(folder, threads: 1, memory: memory).run()
                },
                glimpse: { SiteBuild($0, threads: 1, memory: memory).glimpse(changed: $1, show: $2) },
                tell: { told in
                    switch told {
                    case .built(let report, _): outcome.yield("built \(report.output.changed.count > 0)")
                    case .failed(let diagnostics): outcome.yield("failed \(diagnostics.map(\.id))")
                    case .moved(let home): outcome.yield("moved \(home)")
                    }
                })
            self.session = session
            task = Task { await session.run(SiteWatch(root: site.root, rest: rest)) }
        }

        var builds: Int { count.now }

        func next() async -> String? {
            for await outcome in outcomes { return outcome }
            return nil
        }

        func hasBegun() async { for await _ in begun { return } }

        func end() async {
            task.cancel()
            gate.open()
            await task.value
        }
    }

    /// Keeps a thread waiting until it is opened.
    private final class Gate: Sendable {
        private let semaphore = DispatchSemaphore(value: 0)

        func wait() { semaphore.wait() }

        func open() { semaphore.signal() }
    }

    @Test func `a burst of 500 changes is one build`() async throws {
        let patience = Duration.seconds(2)
        let work = try Work(site, rest: .init(afterFew: patience, afterMany: patience, most: .seconds(60)))
        #expect(await work.next() == "built true")
        for number in 0..<500 { try site.write("\(number)", to: "Public/many/\(number % 7)/\(number).txt") }
        #expect(await work.next() == "built true")
        try await Task.sleep(for: patience * 2)
        #expect(work.builds == 2)
        #expect(FileManager.default.fileExists(atPath: site.path("_site/many/2/499.txt")))
        await work.end()
    }

    @Test func `changes during a build cause exactly one more`() async throws {
        let work = try Work(site, isHeld: true)
        await work.hasBegun()
        for number in 0..<50 { try site.write("\(number)", to: "Public/\(number).txt") }
        work.gate.open()
        #expect(await work.next() == "built true")
        await work.hasBegun()
        work.gate.open()
        _ = await work.next()
        try await Task.sleep(for: .milliseconds(500))
        #expect(work.builds == 2)
        await work.end()
    }

    @Test(arguments: [
        ("site.json", #"{"titel": "T"}"#, "json-unknown-key", "site.json:1:2"),
        ("Templates/meeting.md", "# {{titel}}", "", "Templates/meeting.md:1:"),
        ("Meetings/empty.txt", "", "empty-digest", "Meetings/empty.txt"),
        ("people.json", "[", "", "people.json:1:"),
    ])
    func `a fault is shown with its place, the last good site stays, and it clears by itself`(
        name: String, text: String, id: String, place: String
    ) async throws {
        let kept = FileManager.default.contents(atPath: site.path(name))
        let work = try Work(site)
        #expect(await work.next() == "built true")
        let page = FileManager.default.contents(atPath: site.path("_site/index.html"))
        var events = work.session.site.events().makeAsyncIterator()
        _ = await events.next()
        try site.write(text, to: name)
        #expect(await work.next()?.hasPrefix("failed") == true)
        guard case .faults(let faults) = await events.next() else {
            Issue.record("no faults are told")
            return
        }
        #expect(faults.contains { $0.place?.hasPrefix(place) == true && $0.suggestion?.isEmpty == false })
        if !text.isEmpty {
            #expect(faults.contains { $0.excerpt?.contains(text) == true && $0.excerpt?.contains("^") == true })
        }
        #expect(id.isEmpty || faults.contains { $0.id == id })
        #expect(FileManager.default.contents(atPath: site.path("_site/index.html")) == page)
        if let kept {
            try kept.write(to: URL(filePath: site.path(name)))
        } else {
            try FileManager.default.removeItem(atPath: site.path(name))
        }
        #expect(await work.next() == "built false")
        guard case .site(_, _, _, let changed) = await events.next() else {
            Issue.record("the end of the faults is not told")
            return
        }
        #expect(changed.isEmpty)
        await work.end()
    }

    /// A session that has built its site once, and waits before it builds it again.
    private func heldWork() async throws -> (Work, AsyncStream<LiveEvent>) {
        let work = try Work(site, isHeld: true)
        await work.hasBegun()
        work.gate.open()
        #expect(await work.next() == "built true")
        return (work, work.session.site.events())
    }

    @Test func `words that were saved are shown before the build that follows has ended`() async throws {
        let (work, stream) = try await heldWork()
        var events = stream.makeAsyncIterator()
        _ = await events.next()
        try site.write(WorkedOnSite.digest.replacing("had held", with: "has held"), to: "Meetings/3rd-meeting.txt")
        guard case .site(let edition, .some, _, _) = await events.next() else {
            Issue.record("the change is not told")
            return
        }
        let page = "meetings/3/index.html"
        let shown = work.session.site.glimpse(at: page)
        #expect(shown.map { String(decoding: $0, as: UTF8.self).contains("has held") } == true)
        #expect(work.session.site.mark.edition == edition)
        work.gate.open()
        #expect(await work.next() == "built true")
        #expect(FileManager.default.contents(atPath: site.path("_site/" + page)).map(Array.init) == shown)
        #expect(work.session.site.glimpse(at: page) == nil)
        await work.end()
    }

    @Test func `what was linked anew is shown before the build that follows has begun`() async throws {
        let (work, stream) = try await heldWork()
        var events = stream.makeAsyncIterator()
        _ = await events.next()
        try site.write(WorkedOnSite.digest.replacing("3rd", with: "4th"), to: "Meetings/new.txt")
        guard case .site(let edition, .some, _, _) = await events.next() else {
            Issue.record("the change is not told")
            return
        }
        let pages = ["meetings/4/index.html", "meetings/index.html", "index.html"]
        let shown = pages.map { work.session.site.glimpse(at: $0) }
        #expect(work.session.site.mark.edition == edition)
        #expect(FileManager.default.contents(atPath: site.path("_site/" + pages[0])) == nil)
        work.gate.open()
        #expect(await work.next() == "built true")
        for (page, shown) in zip(pages, shown) {
            #expect(
                shown != nil
                    && FileManager.default.contents(atPath: site.path("_site/" + page)).map(Array.init) == shown)
        }
        #expect(work.session.site.glimpse(at: pages[0]) == nil)
        await work.end()
    }

    @Test func `a session begins ready for words that are saved, even where nothing changed since the last build`()
        async throws
    {
        _ = try SiteBuild(SiteFolder(root: site.root), threads: 1).run()
        let work = try Work(site)
        #expect(await work.next() == "built false")
        try site.write(WorkedOnSite.digest.replacing("had held", with: "has held"), to: "Meetings/3rd-meeting.txt")
        let folder = try SiteFolder(root: site.root)
        #expect(work.glimpse(folder, [site.path("Meetings/3rd-meeting.txt")]) != nil)
        await work.end()
    }

    @Test func `more than digests is shown when it is built`() async throws {
        let work = try Work(site)
        #expect(await work.next() == "built true")
        try site.write(WorkedOnSite.digest.replacing("TENNANT", with: "TENANT"), to: "Meetings/3rd-meeting.txt")
        try site.write("# Lost\n", to: "Templates/404.md")
        let folder = try SiteFolder(root: site.root)
        let names = ["Meetings/3rd-meeting.txt", "Templates/404.md"]
        #expect(work.glimpse(folder, Set(names.map(site.path))) == nil)
        #expect(await work.next() == "built true")
        await work.end()
    }

    @Test func `words in what was linked for a look are shown too`() async throws {
        let (work, stream) = try await heldWork()
        var events = stream.makeAsyncIterator()
        _ = await events.next()
        let renamed = WorkedOnSite.digest.replacing("TENNANT", with: "TENANT")
        for text in [renamed, renamed.replacing("had held", with: "has held")] {
            try site.write(text, to: "Meetings/3rd-meeting.txt")
            guard case .site = await events.next() else {
                Issue.record("the change is not told")
                return
            }
        }
        let shown = work.session.site.glimpse(at: "meetings/3/index.html").map { String(decoding: $0, as: UTF8.self) }
        #expect(shown?.contains("has held") == true && shown?.contains("Tenant") == true)
        for _ in 0..<3 { work.gate.open() }
        await work.end()
    }

    @Test func `what a look has linked is built`() async throws {
        let work = try Work(site)
        #expect(await work.next() == "built true")
        let page = "speakers/orsolya-tenant/index.html"
        try site.write(WorkedOnSite.digest.replacing("TENNANT", with: "TENANT"), to: "Meetings/3rd-meeting.txt")
        let folder = try SiteFolder(root: site.root)
        let shown = work.glimpse(folder, [site.path("Meetings/3rd-meeting.txt")])?.file(at: page)
        #expect(await work.next() == "built true")
        #expect(shown != nil)
        #expect(FileManager.default.contents(atPath: site.path("_site/" + page)).map(Array.init) == shown)
        await work.end()
    }

    @Test func `another place in site json is followed, and its folders are watched from then on`() async throws {
        let work = try Work(site)
        #expect(await work.next() == "built true")
        try site.write(WorkedOnSite.digest, to: "Other/a.txt")
        try site.write(
            #"{"title": "T", "meetings": "Other", "output": "out", "baseURL": "https://example.org/kept/"}"#,
            to: "site.json")
        #expect(await work.next() == "built true")
        #expect(await work.next() == "moved /kept/")
        #expect(work.session.site.place == .init(folder: site.path("out"), base: ["kept"]))
        try site.write(WorkedOnSite.digest + "\nThe meeting ended at noon.\n", to: "Other/a.txt")
        #expect(await work.next() == "built true")
        await work.end()
        #expect(work.builds == 3)
    }

    @Test func `nothing of the preview is in the built output`() async throws {
        let work = try Work(site)
        _ = await work.next()
        try site.write(WorkedOnSite.digest + "\nMore.\n", to: "Meetings/3rd-meeting.txt")
        _ = await work.next()
        await work.end()
        let files = try FileManager.default.subpathsOfDirectory(atPath: site.path("_site"))
        #expect(files.contains("index.html"))
        for file in files where !file.hasPrefix(".rapporteur") {
            let bytes = FileManager.default.contents(atPath: site.path("_site/" + file)) ?? Data()
            for sign in ["live.js", "rapporteur-faults", "EventSource", "data-edition"] {
                #expect(bytes.range(of: Data(sign.utf8)) == nil, "\(sign) in \(file)")
            }
        }
    }
}
