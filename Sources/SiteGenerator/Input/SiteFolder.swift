import Diagnostics
import Foundation

/// A site on the disk: its folder, what its `site.json` says, and where its files are.
package struct SiteFolder: Sendable {
    /// The folder's real path, absolute.
    package let root: String
    package let configuration: SiteConfiguration
    let files: any FileSystem

    package static let configurationName = "site.json"

    /// - Parameter root: the folder as the user names it.
    /// - Throws: everything that keeps the site from being read: no `site.json`, what is wrong in it, folders that
    ///   are missing or lie where they must not.
    package init(root: String, files: any FileSystem = POSIXFileSystem()) throws(DiagnosticError) {
        guard let real = realPath(root) else {
            throw DiagnosticError(
                Diagnostic(
                    id: "no-such-folder", severity: .error, message: "there is no folder \"\(root)\"",
                    suggestion: "Name the site's folder with --site, or make a site with `rapporteur new DIR`."))
        }
        let path = Self.configurationPath(in: real)
        let bytes: [UInt8]
        do {
            bytes = try files.read(path)
        } catch {
            guard error.code == ENOENT || error.code == ENOTDIR else {
                throw DiagnosticError(error.diagnostic(root: real))
            }
            throw DiagnosticError(
                Diagnostic(
                    id: "no-site", severity: .error, file: Self.configurationName,
                    message: "this folder holds no site: it has no site.json",
                    suggestion: "Name the site's folder with --site, or make a site with `rapporteur new DIR`."))
        }
        self.root = real
        self.files = files
        configuration = try SiteConfiguration(file: Self.configurationName, bytes: bytes)
        try FolderRules(site: self).check()
    }

    package var meetings: String { path(configuration.meetings) }
    package var templates: String { path(configuration.templates) }
    package var publicFiles: String { path(configuration.publicFiles) }
    package var output: String { path(configuration.output) }
    package var people: String { path(configuration.people) }
    /// Where official documents of resolutions are.
    package var resolutions: String { path(configuration.resolutions) }

    /// The files and folders that the owner can name and a build reads. The one list of them: whoever guards or watches
    /// the inputs asks here. Some may not be there.
    var inputs: [(key: SiteConfiguration.Key, path: String)] {
        [
            (.meetings, meetings), (.templates, templates), (.publicFiles, publicFiles), (.people, people),
            (.resolutions, resolutions),
        ]
    }

    /// Everything a build reads, as absolute paths of files and folders: `site.json` and what it names.
    package var inputPaths: [String] { [Self.configurationPath(in: root)] + inputs.map(\.path) }

    /// Where the `site.json` of a folder is.
    package static func configurationPath(in root: String) -> String {
        root.appending(pathComponent: configurationName)
    }

    /// The absolute path of what the owner names relative to the site's folder.
    package func path(_ name: String) -> String {
        (name.utf8.first == UInt8(ascii: "/") ? name : root.appending(pathComponent: name)).standardizedPath
    }
}
