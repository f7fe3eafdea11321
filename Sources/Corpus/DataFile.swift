import Foundation

/// Tables carried inside the program: tab-separated rows, `#` opens a comment, `;` parts a list within a field.
enum DataFile {
    static func text(_ name: String) -> String {
        let file = EmbeddedFiles.all.first { $0.path.hasSuffix(name) }
        return file.flatMap { Data(base64Encoded: $0.base64) }.map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    static func rows(_ text: String) -> [[String]] {
        text.split(separator: "\n").filter { !$0.hasPrefix("#") }
            .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
    }

    static func list(_ field: String) -> [String] {
        field.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
    }
}
