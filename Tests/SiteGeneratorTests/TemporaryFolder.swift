import Foundation

@testable import SiteGenerator

/// A folder of its own for one test, removed when the test lets go of it.
final class TemporaryFolder: Sendable {
    let path: String

    init() throws {
        let url = FileManager.default.temporaryDirectory.appending(path: "rapporteur-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        path = url.resolvingSymlinksInPath().path
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    subscript(name: String) -> String { path + "/" + name }

    @discardableResult
    func write(_ text: String, to name: String) throws -> TemporaryFolder { try write(Array(text.utf8), to: name) }

    @discardableResult
    func write(_ bytes: [UInt8], to name: String) throws -> TemporaryFolder {
        let url = URL(filePath: self[name])
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: url)
        return self
    }

    func text(of name: String) throws -> String { try String(contentsOfFile: self[name], encoding: .utf8) }

    /// The content of every file and the names of empty folders, by path; `hidden` includes names that begin with a dot.
    func tree(_ name: String = "", hidden: Bool = false) throws -> [String: String] {
        var tree: [String: String] = [:]
        let root = name.isEmpty ? path : self[name]
        for entry in try FileManager.default.subpathsOfDirectory(atPath: root) {
            if !hidden, entry.split(separator: "/").contains(where: { $0.hasPrefix(".") }) { continue }
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: root + "/" + entry, isDirectory: &isFolder) else { continue }
            if isFolder.boolValue {
                if try FileManager.default.contentsOfDirectory(atPath: root + "/" + entry).isEmpty {
                    tree[entry + "/"] = ""
                }
            } else {
                tree[entry] = String(decoding: try Data(contentsOf: URL(filePath: root + "/" + entry)), as: UTF8.self)
            }
        }
        return tree
    }

    /// A site with this `site.json` and these other files.
    func site(_ json: String = #"{"title": "T"}"#, _ files: [String: String] = ["Meetings/a.txt": "A\n"]) throws
        -> SiteFolder
    {
        try write(json, to: "site.json")
        for (name, text) in files { try write(text, to: name) }
        return try SiteFolder(root: path)
    }
}
