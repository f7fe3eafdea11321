import Foundation
import SiteGenerator

/// One commit as `git fast-import` reads it, written to a file.
struct FastImportStream: ~Copyable {
    private let file: OpenFile

    init(path: String) throws(FileFault) {
        file = try OpenFile("write", path, flags: O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW)
    }

    /// - Parameters:
    ///   - author: `Name <address>`.
    ///   - parent: the commit it follows; nil for the first.
    func begin(
        _ reference: String, author: String, date: Date, message: String, parent: String?
    ) throws(FileFault) {
        let time = "\(Int(date.timeIntervalSince1970)) +0000"
        try write("commit \(reference)\ncommitter \(author) \(time)\n")
        try data(Array(message.utf8))
        if let parent { try write("from \(parent)\n") }
    }

    func put(_ bytes: [UInt8], at path: String) throws(FileFault) {
        try write("M 100644 inline \(Self.quoted(path))\n")
        try data(bytes)
    }

    func remove(_ path: String) throws(FileFault) { try write("D \(Self.quoted(path))\n") }

    private func data(_ bytes: [UInt8]) throws(FileFault) {
        try write("data \(bytes.count)\n")
        try file.append(bytes)
        try write("\n")
    }

    private func write(_ text: String) throws(FileFault) { try file.append(Array(text.utf8)) }

    /// A path in quotation marks, as C would have it.
    private static func quoted(_ path: String) -> String {
        let escaped = path.utf8.flatMap { byte -> [UInt8] in
            byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") ? [UInt8(ascii: "\\"), byte] : [byte]
        }
        return "\"\(String(decoding: escaped, as: UTF8.self))\""
    }
}
