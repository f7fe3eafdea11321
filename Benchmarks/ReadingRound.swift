import Diagnostics
import DigestParser
import Foundation
import SiteGenerator

/// Reads one synthetic text on one thread, in a process of its own, so that its memory is that of the text and of the
/// meeting read from it. Texts of one shape and growing size show whether the time grows no faster than they do.
enum ReadingRound {
    /// What a text is made of; all but the first are there to find what reading could take too long over.
    enum Shape: String, CaseIterable {
        case debate, paragraph, lines, marks, resolutions, openers, noise

        var meaning: String {
            switch self {
            case .debate: "digests of long debates, one behind the other"
            case .paragraph: "the same in a single paragraph"
            case .lines: "lines of one letter"
            case .marks: "quotation marks and brackets that nothing closes"
            case .resolutions: "numbers of resolutions"
            case .openers: "turns of one line, each of another speaker"
            case .noise: "random bytes"
            }
        }

        /// A number as a name in capitals.
        private func surname(_ number: Int) -> String {
            String(number, radix: 26).utf8.map { byte in
                String(UnicodeScalar(byte < UInt8(ascii: "a") ? byte + 17 : byte - 22))
            }.joined()
        }

        /// A text of so many bytes.
        func text(of size: Int) -> [UInt8] {
            var numbers = SeededNumbers(seed: 7)
            let debate = Array(DigestGenerator.sample.utf8)
            var text: [UInt8] = []
            text.reserveCapacity(size + debate.count)
            while text.count < size {
                switch self {
                case .debate: text += debate
                case .paragraph: text += debate.map { $0 < 0x20 ? 0x20 : $0 }
                case .lines: text += [UInt8(ascii: "a") + UInt8(text.count / 2 % 26), UInt8(ascii: "\n")]
                case .marks: text += "“([\" ".utf8
                case .resolutions: text += "resolution 1267 (1999), ".utf8
                case .openers: text += "ABEL \(surname(text.count)) (Kenya) said that Mr. Barker had spoken.\n\n".utf8
                case .noise: text.append(UInt8(truncatingIfNeeded: numbers.next() | 1))
                }
            }
            // Half a character at the end would make it a text of another encoding.
            text.removeLast(text.count - size)
            while let last = text.last, last >= 0x80, self != .noise { text.removeLast() }
            return text
        }
    }

    /// What a process of a round prints for the one that started it.
    struct Figures: Codable {
        /// Seconds of the processor to read the bytes, and to read the text in them.
        var file: Double
        var text: Double
    }

    /// Writes a text to a file, reads it, and prints the figures as JSON.
    static func run(_ shape: Shape, bytes size: Int) throws {
        let folder = try WorkFolder()
        let file = folder.url.appending(path: "digest.txt").path
        try Data(shape.text(of: size)).write(to: URL(filePath: file))
        var bytes: [UInt8] = []
        let reading = try Cost.of { bytes = try POSIXFileSystem().read(file) }
        let parser = DigestParser()
        let parsing = try Cost.of { _ = parser.parse(try SourceText(file: file, bytes: bytes), sha256: "") }
        let figures = Figures(file: reading.processorSeconds, text: parsing.processorSeconds)
        print(String(decoding: try JSONEncoder().encode(figures), as: UTF8.self))
    }

    /// Has another process run a round.
    /// - Returns: its figures, and the most memory it held, in MiB.
    static func measured(_ shape: Shape, bytes: Int) throws -> (figures: Figures, peak: Double) {
        let folder = try WorkFolder()
        let output = folder.url.appending(path: "reading.json")
        let run = try ProgramRun(
            CommandLine.arguments[0], ["reading", shape.rawValue, "\(bytes)"], output: output.path)
        return (try JSONDecoder().decode(Figures.self, from: Data(contentsOf: output)), run.peak)
    }

    /// A line for each shape and size.
    static func report(megabytes: [Int], say: (String) -> Void) throws {
        for shape in Shape.allCases {
            say("reading \(shape.rawValue): \(shape.meaning)")
            for size in megabytes {
                let (figures, peak) = try measured(shape, bytes: size * 1_000_000)
                let speed = Benchmark.fixed(Double(size) / figures.text, 1)
                say(
                    "  \(size) MB: \(speed) MB/s of processor time, \(Benchmark.fixed(figures.text, 2)) s; "
                        + "its bytes alone \(Benchmark.fixed(figures.file, 3)) s; at most \(Benchmark.fixed(peak, 0)) MiB"
                )
            }
        }
        say("")
    }
}
