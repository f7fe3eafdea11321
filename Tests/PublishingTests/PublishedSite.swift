import Diagnostics
import Foundation
import SiteGenerator
import Testing

@testable import Publishing

/// A site in a folder of its own, built with any content, and a place to publish it to; removed at the end of the test.
final class PublishedSite: Sendable {
    let root: String
    let place: Place

    /// A kind of target as a test sets it up.
    enum Place: String, CaseIterable, CustomTestStringConvertible {
        case folder, rsync, git, rclone

        var testDescription: String { rawValue }

        /// The kinds whose tools are there.
        static let available = allCases.filter { place in place == .folder || Command.exists(place.rawValue) }
    }

    init(_ place: Place) throws {
        self.place = place
        let url = FileManager.default.temporaryDirectory.appending(path: "publish-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        root = url.resolvingSymlinksInPath().path
        try write("A\n", to: "site/Meetings/a.txt")
        try write(#"{"title": "T"}"#, to: "site/site.json")
        if place == .git { try Command.run("git", "init", "--quiet", "--bare", root + "/live.git") }
    }

    deinit { try? FileManager.default.removeItem(atPath: root) }

    // MARK: The site

    func folder() throws -> SiteFolder { try SiteFolder(root: root + "/site") }

    /// Builds the site with exactly these files.
    func build(_ files: [String: String]) throws {
        let output = try OutputTransaction(of: folder())
        for (path, text) in files { output.put(Array(text.utf8), at: path) }
        _ = try output.commit()
    }

    func write(_ text: String, to name: String) throws {
        let url = URL(filePath: root + "/" + name)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
    }

    // MARK: The target

    /// Where what is live stands on the disk, whatever the way there.
    var liveFolder: String { root + "/live" }

    var destination: PublishTarget.Destination {
        switch place {
        case .folder: .folder(path: liveFolder, aside: nil)
        case .rsync: .rsync(to: liveFolder)
        case .git: .git(remote: root + "/live.git", branch: "pages")
        case .rclone: .rclone(to: liveFolder)
        }
    }

    func target(maxDeletes: Int? = nil, _ hostFiles: HostFiles = HostFiles()) -> PublishTarget {
        PublishTarget(name: "web", destination: destination, maxDeletes: maxDeletes, hostFiles: hostFiles)
    }

    static var environment: [String: String] {
        var environment = ProcessInfo.processInfo.environment
        environment["RCLONE_CONFIG"] = "/dev/null"
        environment["GIT_CONFIG_GLOBAL"] = "/dev/null"
        return environment
    }

    func publisher(
        _ target: PublishTarget? = nil, environment: [String: String] = PublishedSite.environment,
        files: any FileSystem = POSIXFileSystem()
    ) throws -> Publisher {
        try Publisher(
            of: folder(), to: target ?? self.target(), environment: environment,
            now: Date(timeIntervalSince1970: 1_700_000_000), files: files)
    }

    /// Publishes what was built.
    @discardableResult
    func publish(
        _ target: PublishTarget? = nil, confirmed: Bool = true,
        environment: [String: String] = PublishedSite.environment, files: any FileSystem = POSIXFileSystem()
    ) throws -> PublishPlan {
        let publisher = try publisher(target, environment: environment, files: files)
        let plan = try publisher.plan()
        try publisher.carryOut(plan, confirmed: confirmed)
        return plan
    }

    func rollBack(files: any FileSystem = POSIXFileSystem()) throws {
        let publisher = try publisher(files: files)
        try publisher.carryOut(try publisher.rollbackPlan(), confirmed: true)
    }

    /// Puts a file into the target as somebody else would.
    func plant(_ text: String, at path: String) throws {
        guard place == .git else { return try write(text, to: "live/" + path) }
        let clone = root + "/planting"
        try Command.run("git", "clone", "--quiet", root + "/live.git", clone)
        let isNew = try Command.run("git", "-C", clone, "branch", "--remotes", "--list", "origin/pages").isEmpty
        try Command.run("git", "-C", clone, "switch", "--quiet", isNew ? "--orphan" : "--guess", "pages")
        try write(text, to: "planting/" + path)
        try Command.run("git", "-C", clone, "add", "--all", "--force")
        try Command.run("git", "-C", clone, "-c", "user.name=N", "-c", "user.email=n@e", "commit", "--quiet", "-m", "M")
        try Command.run("git", "-C", clone, "push", "--quiet", "origin", "pages")
        try FileManager.default.removeItem(atPath: clone)
    }

    /// Every file that is live, by path, without the record and what a branch always gets.
    func live() throws -> [String: String] {
        var files = try everythingLive()
        files[PublishedManifest.name] = nil
        if place == .git { files[".nojekyll"] = nil }
        return files
    }

    func everythingLive() throws -> [String: String] {
        guard place == .git else { return try Self.tree(liveFolder) }
        let branches = try Command.run("git", "-C", root + "/live.git", "branch", "--list", "pages")
        if branches.isEmpty { return [:] }
        let clone = root + "/clone"
        defer { try? FileManager.default.removeItem(atPath: clone) }
        try Command.run("git", "clone", "--quiet", "--branch", "pages", root + "/live.git", clone)
        try FileManager.default.removeItem(atPath: clone + "/.git")
        return try Self.tree(clone)
    }

    static func tree(_ folder: String) throws -> [String: String] {
        guard FileManager.default.fileExists(atPath: folder) else { return [:] }
        var tree: [String: String] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: folder) {
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: folder + "/" + path, isDirectory: &isFolder),
                !isFolder.boolValue
            else { continue }
            let bytes = try Data(contentsOf: URL(filePath: folder + "/" + path))
            tree[path] = String(bytes: bytes, encoding: .utf8) ?? "\(bytes.base64EncodedString())"
        }
        return tree
    }
}

/// A program that a test runs.
enum Command {
    static func path(_ name: String) -> String? {
        let search = ProcessInfo.processInfo.environment["PATH"] ?? ""
        let folders: [Substring] = search.split(separator: ":") + ["/usr/sbin"]
        return folders.map { "\($0)/\(name)" }.first { access($0, X_OK) == 0 }
    }

    static func exists(_ name: String) -> Bool { path(name) != nil }

    struct Failure: Error {
        var command: [String]
        var complaint: String
    }

    @discardableResult
    static func run(_ name: String, _ arguments: String...) throws -> String {
        let folder = FileManager.default.temporaryDirectory.appending(path: "command-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let path = path(name) ?? name
        var spawn = Spawn(path: path, arguments: [path] + arguments, environment: PublishedSite.environment)
        spawn.streams = (.file("/dev/null"), folder + "/out", folder + "/err")
        guard try spawn.run() == 0 else {
            let complaint = try String(contentsOfFile: folder + "/err", encoding: .utf8)
            throw Failure(command: [name] + arguments, complaint: complaint)
        }
        return try String(contentsOfFile: folder + "/out", encoding: .utf8)
    }
}
