import Foundation
import SiteGenerator

/// A small site in a folder of its own, to be edited; removed by `deinit`.
final class WorkedOnSite: Sendable {
    let root: String

    init() throws {
        let url = FileManager.default.temporaryDirectory.appending(path: "rapporteur-edit-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        root = url.resolvingSymlinksInPath().path
        try write(#"{"title": "Weir Board"}"#, to: "site.json")
        try write(Self.digest, to: "Meetings/3rd-meeting.txt")
    }

    deinit { try? FileManager.default.removeItem(atPath: root) }

    static let digest = """
        Weir Board Hears of Low Water

        3rd Meeting (AM)

        ORSOLYA TENNANT (Brackwater) said that the weir had held.

        """

    func path(_ name: String) -> String { root + "/" + name }

    func write(_ text: String, to name: String) throws {
        let url = URL(filePath: path(name))
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
    }

    var inputs: [String] { get throws { try SiteFolder(root: root).inputPaths } }
}
