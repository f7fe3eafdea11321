import Foundation

/// The package as it lies on the disk: what the house rules are checked against.
enum House {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardizedFileURL

    /// A text file, with its path from the root.
    struct File: CustomStringConvertible {
        var path: String
        var text: String
        var description: String { path }
        var name: String { path.split(separator: "/").last.map(String.init) ?? path }
        var baseName: String { String(name.prefix { $0 != "." }) }
        var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
        /// Swift without its line comments.
        var code: String {
            lines.map { line in line.range(of: "//").map { line[..<$0.lowerBound] } ?? line }.joined(separator: "\n")
        }
    }

    /// Every text file of the project below `folder`, sorted; build products and what Git keeps for itself left out.
    static func files(in folder: String = "", ending: String = "") -> [File] {
        let base = root.appending(path: folder)
        guard let entries = FileManager.default.enumerator(atPath: base.path) else { return [] }
        var files: [File] = []
        while let entry = entries.nextObject() as? String {
            let name = entry.split(separator: "/").last ?? ""
            if name == ".git" || name == ".swiftpm" || name == "_site" || name.hasPrefix(".build") || name == ".stage" {
                entries.skipDescendants()
            } else if entry.hasSuffix(ending), let data = FileManager.default.contents(atPath: base.path + "/" + entry),
                let text = String(bytes: data, encoding: .utf8)
            {
                files.append(File(path: folder.isEmpty ? entry : folder + "/" + entry, text: text))
            }
        }
        return files.sorted { $0.path < $1.path }
    }

    static func file(_ path: String) throws -> File {
        File(path: path, text: try String(contentsOf: root.appending(path: path), encoding: .utf8))
    }
}
