import Diagnostics
import Foundation
import SiteGenerator
import Testing

@testable import Publishing

/// A site in a folder of its own, built with any content, and a place to publish it to; removed at the end of the test.
final class PublishedSite: Sendable {
    let root: String
    let place: Place
    /// What the tools are started with.
    let environment: [String: String]
    /// Where what is live stands on the disk, whatever the way there; a branch stands nowhere.
    let liveFolder: String

    /// In memory where the system has such a folder: many small sites are made and removed.
    private static let temporaryFolder =
        access("/dev/shm", W_OK) == 0
        ? "/dev/shm" : FileManager.default.temporaryDirectory.resolvingSymlinksInPath().path

    convenience init(_ place: Place) throws {
        try self.init(at: place)
        try write("A\n", to: "site/Meetings/a.txt")
        try write(#"{"title": "T"}"#, to: "site/site.json")
        try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: true)
        if place == .git { try Command.run("git", "init", "--quiet", "--bare", repository) }
    }

    private init(at place: Place) throws {
        self.place = place
        let name = "publish-\(UUID().uuidString.lowercased())"
        root = Self.temporaryFolder + "/" + name
        liveFolder = place == .s3 ? try Server.s3.get().folder + "/buckets/" + name : root + "/disk/live"
        environment = Self.ownEnvironment.merging(try place.words) { $1 }
        try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
    }

    /// The same site once more, with what is live and what was kept.
    func copy() throws -> PublishedSite {
        let copy = try PublishedSite(at: place)
        for name in ["site", "disk"] {
            try FileManager.default.copyItem(atPath: root + "/" + name, toPath: copy.root + "/" + name)
        }
        return copy
    }

    deinit {
        try? FileManager.default.removeItem(atPath: root)
        if place == .s3 { try? FileManager.default.removeItem(atPath: liveFolder) }
    }

    // MARK: The site

    func folder() throws -> SiteFolder { try SiteFolder(root: root + "/site") }

    /// Builds the site with exactly these files.
    func build(_ files: [String: String]) throws {
        let output = try Self.patiently {
            try OutputTransaction(output: root + "/site/_site", root: root + "/site", files: BreakingFileSystem.sound)
        }
        for (path, text) in files { output.put(Array(text.utf8), at: path) }
        _ = try output.commit()
    }

    /// A program that another test starts at the same moment may hold every lock until it runs.
    private static func patiently<Value>(_ body: () throws -> Value) throws -> Value {
        for _ in 0..<40 {
            do {
                return try body()
            } catch let error as DiagnosticError where error.diagnostics[0].id == "build-at-work" {
                usleep(50_000)
            }
        }
        return try body()
    }

    func write(_ text: String, to name: String) throws {
        let url = URL(filePath: name.hasPrefix("/") ? name : root + "/" + name)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
    }

    // MARK: The target

    /// What the target's files lie on.
    var disk: String { root + "/disk" }
    var repository: String { disk + "/live.git" }

    var destination: PublishTarget.Destination {
        switch place {
        case .folder: .folder(path: liveFolder, aside: nil)
        case .rsync: .rsync(to: liveFolder)
        case .ssh: .rsync(to: "\(NSUserName())@127.0.0.1:\(liveFolder)")
        case .git: .git(remote: repository, branch: "pages")
        case .rclone: .rclone(to: liveFolder)
        case .s3: .rclone(to: "archive:" + URL(filePath: liveFolder).lastPathComponent)
        }
    }

    func target(maxDeletes: Int? = nil, _ hostFiles: HostFiles = HostFiles()) -> PublishTarget {
        PublishTarget(name: "web", destination: destination, maxDeletes: maxDeletes, hostFiles: hostFiles)
    }

    func publisher(
        _ target: PublishTarget? = nil, environment: [String: String]? = nil,
        files: any FileSystem = BreakingFileSystem.sound
    ) throws -> Publisher {
        try Publisher(
            of: folder(), to: target ?? self.target(), environment: environment ?? self.environment,
            now: Date(timeIntervalSince1970: 1_700_000_000), files: files)
    }

    /// Publishes what was built.
    @discardableResult
    func publish(
        _ target: PublishTarget? = nil, confirmed: Bool = true, environment: [String: String]? = nil,
        files: any FileSystem = BreakingFileSystem.sound
    ) throws -> PublishPlan {
        let publisher = try publisher(target, environment: environment, files: files)
        let plan = try publisher.plan()
        try publisher.carryOut(plan, confirmed: confirmed)
        return plan
    }

    func rollBack(files: any FileSystem = BreakingFileSystem.sound) throws {
        let publisher = try publisher(files: files)
        try publisher.carryOut(try publisher.rollbackPlan(), confirmed: true)
    }

    /// Puts a file into the target as somebody else would.
    func plant(_ text: String, at path: String) throws {
        guard place == .git else {
            if place == .s3 { return try plantInStore(text, at: path) }
            return try write(text, to: liveFolder + "/" + path)
        }
        let clone = root + "/planting"
        try Command.run("git", "clone", "--quiet", repository, clone)
        let isNew = try Command.run("git", "-C", clone, "branch", "--remotes", "--list", "origin/pages").isEmpty
        try Command.run("git", "-C", clone, "switch", "--quiet", isNew ? "--orphan" : "--guess", "pages")
        try write(text, to: "planting/" + path)
        try Command.run("git", "-C", clone, "add", "--all", "--force")
        try Command.run("git", "-C", clone, "-c", "user.name=N", "-c", "user.email=n@e", "commit", "--quiet", "-m", "M")
        try Command.run("git", "-C", clone, "push", "--quiet", "origin", "pages")
        try FileManager.default.removeItem(atPath: clone)
    }

    private func plantInStore(_ text: String, at path: String) throws {
        try write(text, to: "planting")
        guard case .rclone(let address) = destination else { return }
        try Command.run("rclone", "copyto", root + "/planting", address + "/" + path, environment: environment)
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
        let branches = try Command.run("git", "-C", repository, "branch", "--list", "pages")
        if branches.isEmpty { return [:] }
        let clone = root + "/clone"
        defer { try? FileManager.default.removeItem(atPath: clone) }
        try Command.run("git", "clone", "--quiet", "--branch", "pages", repository, clone)
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
