import Corpus
import Diagnostics
import Foundation

/// What the last build of an output was made from and what it said, so that the next one can see that nothing changed.
///
/// It lies beside the manifest, can be deleted at any time, and counts only while every input is the same file with
/// the same time and size, the program is the same, and no page was touched since.
struct BuildRecord: Equatable {
    /// `BuildInputs.mark`.
    let inputs: String
    /// A mark of the file of published addresses, as the build left it.
    let addresses: String
    /// Whether its own addresses stand in that file.
    let publishesAddresses: Bool
    /// A mark of the manifest: one that was cut off is another.
    let files: UInt64
    let pages: Int
    let figures: Figures
    let diagnostics: [Diagnostic]
}

extension BuildRecord {
    private static let head = "rapporteur.last-build/5"

    /// Nil when the bytes are no record of this format: whatever it is, a build puts it right.
    init?(bytes: [UInt8]) {
        do {
            var reader = try PackedReader(sealed: bytes, head: Self.head)
            inputs = try reader.text()
            addresses = try reader.text()
            publishesAddresses = try reader.flag()
            files = try reader.mark()
            pages = try reader.number()
            figures = try JSONDecoder().decode(Figures.self, from: Data(try reader.text().utf8))
            diagnostics = try reader.list()
        } catch {
            return nil
        }
    }

    /// Nil when it cannot be written down: the next build then does without.
    var bytes: [UInt8]? {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        do {
            var writer = PackedWriter(head: Self.head)
            writer.write(inputs)
            writer.write(addresses)
            writer.write(publishesAddresses)
            writer.write(files)
            writer.write(pages)
            writer.write(String(decoding: try encoder.encode(figures), as: UTF8.self))
            writer.write(diagnostics)
            return writer.sealed().bytes
        } catch {
            return nil
        }
    }
}
