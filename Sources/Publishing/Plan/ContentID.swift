import Diagnostics

/// Which bytes a published file has, told without the bytes: `sha256:…`, or `gzip:…` for the compressed form of a file
/// with that SHA-256. What a compressor makes of a file may differ from version to version and need not travel again.
package struct ContentID: Sendable, Hashable {
    package let text: String

    private static let methods = ["sha256:", "gzip:"]

    /// The identity of these bytes.
    init(of bytes: [UInt8]) { text = Self.methods[0] + SHA256.hex(of: bytes) }

    /// The identity of the compressed form of a file.
    init(compressed original: ContentID) { text = Self.methods[1] + original.digest }

    /// - Returns: nil when the text is none that `text` gives.
    init?(text: String) {
        guard let method = Self.methods.first(where: text.hasPrefix) else { return nil }
        let digest = text.utf8.dropFirst(method.utf8.count)
        guard digest.count == 64, digest.allSatisfy({ 0x30...0x39 ~= $0 || 0x61...0x66 ~= $0 }) else { return nil }
        self.text = text
    }

    /// SHA-256 in lower-case hexadecimal.
    var digest: String { String(text.drop { $0 != ":" }.dropFirst()) }

    var isCompressed: Bool { text.hasPrefix(Self.methods[1]) }

    /// A name for a file that holds these bytes.
    var fileName: String { (isCompressed ? "gzip-" : "sha256-") + digest }
}
