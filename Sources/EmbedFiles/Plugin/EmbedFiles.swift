import Foundation
import PackagePlugin

/// Puts files of the package into the binary, so that the installed program carries its default theme
/// and its tables of names and words with it and needs nothing beside itself on the disk.
///
/// `Meetings`, `DigestParser`, `Corpus` and `Preview` get their own `Data` folders; `SiteGenerator` gets the sample site,
/// which is the shipped default theme: one copy, used for both.
@main
struct EmbedFiles: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: Target) throws -> [Command] {
        let root = context.package.directoryURL
        let (base, entries): (URL, [String]) =
            switch target.name {
            case "Meetings", "DigestParser", "Corpus", "Preview":
                (root.appending(path: "Sources/\(target.name)/Data"), ["."])
            case "SiteGenerator": (root, ["Templates", "Public", "Meetings", "site.json"])
            default: (root, [])
            }
        let files = try entries.flatMap { try listing(base.appending(path: $0)) }.sorted { $0.path < $1.path }
        let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedFiles.swift")
        return [
            .buildCommand(
                displayName: "Embedding \(files.count) files into \(target.name)",
                executable: try context.tool(named: "EmbedFilesTool").url,
                arguments: [output.path, base.path] + files.map(\.path),
                inputFiles: files,
                outputFiles: [output]
            )
        ]
    }

    private func listing(_ url: URL) throws -> [URL] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) else { return [] }
        guard isFolder.boolValue else { return [url.standardizedFileURL] }
        let found = FileManager.default.enumerator(at: url, includingPropertiesForKeys: [.isRegularFileKey])
        return try (found?.compactMap { $0 as? URL } ?? []).filter {
            try $0.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true
                && !$0.lastPathComponent.hasPrefix(".")
        }.map(\.standardizedFileURL)
    }
}
