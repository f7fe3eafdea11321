import Foundation
import Templating

/// The theme that travels inside the program: the templates and static files of this repository's own sample site.
package enum Theme {
    /// A file of the theme or of the sample site.
    package struct File: Sendable {
        /// From the site's folder: `Templates/meeting.md`.
        package let path: String
        package let bytes: [UInt8]
    }

    /// Everything a new site can begin with: `Templates`, `Public`, `Meetings`, `site.json`; by path.
    package static let files: [File] = EmbeddedFiles.all.compactMap { path, base64 in
        Data(base64Encoded: base64).map { File(path: path, bytes: Array($0)) }
    }

    /// The built-in templates, their paths without the folder: `parts/statement.md`.
    static let templates: [TemplateFile] = inside("Templates/").map {
        TemplateFile(path: $0.path, file: "built-in Templates/\($0.path)", bytes: $0.bytes)
    }

    /// The built-in static files, their paths without the folder.
    static let publicFiles: [File] = inside("Public/")

    private static func inside(_ folder: String) -> [File] {
        files.filter { $0.path.hasPrefix(folder) }.map {
            File(path: String($0.path.dropFirst(folder.count)), bytes: $0.bytes)
        }
    }
}
