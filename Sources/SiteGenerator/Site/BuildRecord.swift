import Corpus
import Diagnostics
import Foundation

/// What the last build of an output was made from and what it said, so that the next one can see that nothing changed.
///
/// It lies beside the manifest, can be deleted at any time, and counts only while every input is the same file with
/// the same time and size, the program is the same, and no page was touched since.
struct BuildRecord: Codable, Equatable {
    var format = Self.format
    let inputs: BuildInputs
    /// A mark of the published addresses that the build left behind.
    let addresses: String
    let pages: Int
    let figures: Figures
    let diagnostics: [Diagnostic]

    private static let format = "rapporteur.last-build/2"

    init(inputs: BuildInputs, addresses: String, pages: Int, figures: Figures, diagnostics: [Diagnostic]) {
        self.inputs = inputs
        self.addresses = addresses
        self.pages = pages
        self.figures = figures
        self.diagnostics = diagnostics
    }

    /// Nil when the bytes are no record of this format: whatever it is, a build puts it right.
    init?(bytes: [UInt8]) {
        do {
            self = try JSONDecoder().decode(Self.self, from: Data(bytes))
        } catch {
            return nil
        }
        if format != Self.format { return nil }
    }

    /// Nil when it cannot be written down: the next build then does without.
    var bytes: [UInt8]? {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do { return try Array(encoder.encode(self)) } catch { return nil }
    }
}

/// Everything a build depends on, as it stands on the disk.
struct BuildInputs: Codable, Equatable {
    /// The program itself, whose theme and rules are inputs too.
    private let program: Stamp?
    /// By path; the folders too, because a name that comes or goes changes the site.
    private var stamps: [String: Stamp] = [:]

    fileprivate struct Stamp: Codable, Equatable {
        let size: Int
        /// Nanoseconds since 1970.
        let modified: Int
        let node: UInt64
    }

    /// A mark of the running program.
    var programMark: UInt64 {
        var print = Fingerprint()
        print.add(program?.size ?? 0)
        print.add(program?.modified ?? 0)
        return print.mark
    }

    /// Looks at every input.
    /// - Parameter program: the path of the running program.
    init(of folder: SiteFolder, program: String? = Bundle.main.executablePath) throws(FileFault) {
        self.program = try program.flatMap { path throws(FileFault) in try Self.stamp(path, folder.files) }
        for path in folder.inputPaths {
            guard let real = realPath(path), let status = try folder.files.status(real) else { continue }
            guard status.kind == .folder else {
                stamps[path] = Stamp(status)
                continue
            }
            let walk = FolderWalk(path, of: folder)
            for file in walk.files { stamps[file.name] = try Self.stamp(file.location, folder.files) }
            for name in walk.folders { stamps[name + "/"] = Stamp(size: 0, modified: 0, node: 0) }
        }
    }

    private static func stamp(_ path: String, _ files: any FileSystem) throws(FileFault) -> Stamp? {
        guard let status = try files.status(path) else { return nil }
        guard status.kind == .link else { return Stamp(status) }
        return try realPath(path).flatMap { path throws(FileFault) in try files.status(path) }.map(Stamp.init)
    }

    /// Whether all of it was so old when it was looked at that no later change can hide behind the same time: some disks count time in steps
    /// of two seconds.
    func isSettled(at now: Date) -> Bool {
        let limit = Int((now.timeIntervalSince1970 - 2) * 1e9)
        return stamps.values.allSatisfy { $0.modified < limit }
    }
}

extension BuildInputs.Stamp {
    fileprivate init(_ status: FileStatus) {
        self.init(size: status.size, modified: status.modified, node: status.identity.node)
    }
}
