import Diagnostics
import Foundation
import SiteGenerator

/// Builds sites of synthetic digests with the program itself, and prints what that cost.
struct Benchmark {
    /// The path of the program.
    let program: String
    private let threads = ProcessInfo.processInfo.activeProcessorCount

    init(program: String) { self.program = program }

    func run(_ counts: [Int]) throws {
        say("\(threads) threads; synthetic digests of \(DigestGenerator.sample.utf8.count / 1000) KB each\n")
        try ReadingRound.report(megabytes: [1, 10], say: say)
        try reportIndex(10_000)
        say(
            Self.row([
                "meetings", "build", "pages", "files", "MB", "seconds", "CPU s", "pages/s", "peak MiB", "× floor",
            ]))
        for count in counts { try round(count) }
    }

    // MARK: Linking

    private func reportIndex(_ count: Int) throws {
        let (figures, peak) = try IndexRound.measured(count)
        say(
            "linking \(count) meetings, \(figures.statements) statements, \(figures.persons) speakers: "
                + "\(Self.fixed(figures.seconds, 2)) s, \(Self.fixed(figures.processorSeconds, 2)) CPU s, "
                + "at most \(Self.fixed(peak, 0)) MiB with the meetings\n")
    }

    // MARK: Building

    /// Files just written are too young for a build to trust their times.
    private static var settled: [FileAttributeKey: Any] { [.modificationDate: Date(timeIntervalSinceNow: -60)] }

    /// From so many meetings on, nine of ten are short: a council's history, not a season of debates.
    private static let history = 5000

    private func round(_ count: Int) throws {
        let folder = try WorkFolder()
        let site = folder.url.appending(path: "site")
        try FileManager.default.createDirectory(
            at: site.appending(path: "Meetings"), withIntermediateDirectories: true)
        _ = FileManager.default.createFile(
            atPath: site.appending(path: "site.json").path,
            contents: Data(#"{"title": "Council of the Isles", "baseURL": "https://example.org/"}"#.utf8),
            attributes: Self.settled)
        DispatchQueue.concurrentPerform(iterations: count) { write(digest: $0, of: count, into: site) }
        let fresh = try build(site, folder)
        let output = site.appending(path: "_site")
        let floor = try Floor(site: output, target: folder.url.appending(path: "floor"), threads: threads).measure()
        report(count, "fresh", fresh, floor)
        report(count, "unchanged", try build(site, folder), floor)
        try edit(digest: count / 2, of: site)
        report(count, "one edit", try build(site, folder), floor)
        // The newest, and short where most are.
        write(digest: count + 1, of: count, into: site)
        report(count, "one more", try build(site, folder), floor)
        try reportHugo(count, output, folder, floor)
        say(
            Self.row([
                "\(count)", "floor", "", "", "", Self.fixed(floor.seconds, 2), Self.fixed(floor.processorSeconds, 2),
                "", "", "",
            ]))
    }

    private func write(digest number: Int, of count: Int, into site: URL) {
        var generator = DigestGenerator(number: number, isShort: count >= Self.history && number % 10 != 0)
        _ = FileManager.default.createFile(
            atPath: site.appending(path: "Meetings/" + DigestGenerator.fileName(number)).path,
            contents: Data(generator.text().utf8), attributes: Self.settled)
    }

    /// Puts another word into the first statement.
    private func edit(digest number: Int, of site: URL) throws {
        let file = site.appending(path: "Meetings/" + DigestGenerator.fileName(number))
        var text = try String(contentsOf: file, encoding: .utf8)
        text.replace("said that", with: "stated that", maxReplacements: 1)
        try Data(text.utf8).write(to: file)
        try FileManager.default.setAttributes(Self.settled, ofItemAtPath: file.path)
    }

    private func reportHugo(_ count: Int, _ output: URL, _ folder: WorkFolder, _ floor: Cost) throws {
        guard let program = HugoSite.program else { return say("no Hugo to compare with: `make bench` installs it") }
        let hugo = HugoSite(program: program, site: output, folder: folder.url.appending(path: "hugo"))
        let (run, pages) = try hugo.measure()
        say(
            Self.row([
                "\(count)", "Hugo", "\(pages)", "", "", Self.fixed(run.cost.seconds, 2),
                Self.fixed(run.cost.processorSeconds, 2), Self.fixed(Double(pages) / run.cost.seconds, 0),
                Self.fixed(run.peak, 0), Self.fixed(run.cost.processorSeconds / floor.processorSeconds, 1),
            ]))
        try FileManager.default.removeItem(at: hugo.folder)
    }

    /// A build by the program, and what it reported.
    private func build(_ site: URL, _ folder: WorkFolder) throws -> (run: ProgramRun, report: BuildFigures) {
        let output = folder.url.appending(path: "report.json")
        let run = try ProgramRun(program, ["build", "--site", site.path, "--format", "json"], output: output.path)
        return (run, try BuildFigures(report: Array(Data(contentsOf: output))))
    }

    private func report(_ count: Int, _ name: String, _ build: (run: ProgramRun, report: BuildFigures), _ floor: Cost) {
        let (run, figures) = build
        say(
            Self.row([
                "\(count)", name, "\(figures.pages)", "\(figures.files)", Self.fixed(Double(figures.bytes) / 1e6, 1),
                Self.fixed(run.cost.seconds, 2), Self.fixed(run.cost.processorSeconds, 2),
                Self.fixed(Double(figures.pages) / run.cost.seconds, 0), Self.fixed(run.peak, 0),
                Self.fixed(run.cost.processorSeconds / floor.processorSeconds, 1),
            ]))
    }

    // MARK: Printing

    private static func row(_ cells: [String]) -> String {
        zip(cells, [8, 10, 8, 8, 8, 8, 8, 8, 9, 8]).map { cell, width in
            String(repeating: " ", count: max(0, width - cell.count)) + cell
        }.joined(separator: " ")
    }

    /// Prints a line at once: a round takes minutes.
    private func say(_ line: String) {
        print(line)
        fflush(nil)
    }

    static func fixed(_ number: Double, _ places: Int) -> String { String(format: "%.\(places)f", number) }
}

/// What `build --format json` tells of a build.
struct BuildFigures {
    let pages: Int
    let files: Int
    let bytes: Int

    init(report: [UInt8]) throws {
        let json = try PlacedJSON(file: "report.json", bytes: report)
        var decoder = PlacedJSONDecoder(file: "report.json")
        let report = decoder.object(json, named: "the report")
        let files = report?["files"].flatMap { decoder.object($0, named: "files") }
        guard let report, let files, let pages = decoder.integer("pages", of: report),
            let written = decoder.integer("written", of: files),
            let unchanged = decoder.integer("unchanged", of: files),
            let bytes = decoder.integer("bytes", of: files)
        else {
            throw DiagnosticError(
                Diagnostic(id: "build-failed", severity: .error, message: "the build failed: \(json)"))
        }
        self.pages = pages
        self.files = written + unchanged
        self.bytes = bytes
    }
}

extension DigestGenerator {
    /// The digest that readings are measured on.
    static var sample: String {
        var generator = DigestGenerator(number: 400)
        return generator.text()
    }
}

/// A folder for one round, removed afterwards.
final class WorkFolder {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "rapporteur-bench-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit {
        do { try FileManager.default.removeItem(at: url) } catch { print("left behind: \(url.path)") }
    }
}
