import Corpus
import Diagnostics
import Foundation

/// What the last build of an output was made from and what it said, so that the next one can see that nothing changed.
///
/// It lies beside the manifest, can be deleted at any time, and counts only while every input is the same file with
/// the same time and size, the program is the same, and no page was touched since.
struct BuildRecord: Codable, Equatable {
    var format = Self.format
    let inputs: BuildInputs
    /// A mark of the file of published addresses, as the build left it.
    let addresses: String
    /// Whether its own addresses stand in that file.
    let publishesAddresses: Bool
    let pages: Int
    let figures: Figures
    let diagnostics: [Diagnostic]

    private static let format = "rapporteur.last-build/3"

    init(
        inputs: BuildInputs, addresses: String, publishesAddresses: Bool, pages: Int, figures: Figures,
        diagnostics: [Diagnostic]
    ) {
        self.inputs = inputs
        self.addresses = addresses
        self.publishesAddresses = publishesAddresses
        self.pages = pages
        self.figures = figures
        self.diagnostics = diagnostics
    }

    /// Nil when the bytes are no record of this format: whatever it is, a build puts it right.
    init?(bytes: [UInt8]) {
        do {
            self = try JSONDecoder().decode(Self.self, from: Data(bytes))
        } catch {
            return nil
        }
        if format != Self.format { return nil }
    }

    /// Nil when it cannot be written down: the next build then does without.
    var bytes: [UInt8]? {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do { return try Array(encoder.encode(self)) } catch { return nil }
    }
}
