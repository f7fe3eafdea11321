import Corpus
import Foundation
import Meetings
import SiteGenerator

/// Indexes synthetic meetings for the search, and then one more: how long it takes, how big the files are, and how many
/// of them a new meeting changes. `Tests/Browser/measure_search.py` asks the index questions.
enum SearchRound {
    /// - Parameter folder: takes the index of the first `count` meetings.
    static func run(_ count: Int, into folder: URL) throws {
        var fingerprints: [String: Int] = [:]
        var sizes: [String: (files: Int, bytes: Int)] = [:]
        var corpus = corpus(of: count)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let cost = Cost.of { index(corpus) { fingerprints[$0] = $1.hashValue } }
        index(corpus) { path, bytes in
            let kind = path.split(separator: "/").dropFirst().prefix(path.contains("/words/") ? 2 : 1)
            let (files, size) = sizes[kind.joined(separator: "/"), default: (0, 0)]
            sizes[kind.joined(separator: "/")] = (files + 1, size + bytes.count)
            write(bytes, to: folder.appending(path: path))
        }
        print("\(count) meetings, \(corpus.figures.turns) statements")
        print("indexed in \(Benchmark.fixed(cost.seconds, 1)) s, \(Benchmark.fixed(cost.processorSeconds, 1)) s CPU")
        for (kind, size) in sizes.sorted(by: { $0.key < $1.key }) {
            print("\(kind): \(size.files) files, \(Benchmark.fixed(Double(size.bytes) / 1e6, 2)) MB")
        }
        corpus = Self.corpus(of: count + 1)
        var changed = (files: 0, bytes: 0)
        index(corpus) { path, bytes in
            guard fingerprints.removeValue(forKey: path) != bytes.hashValue else { return }
            changed = (changed.files + 1, changed.bytes + bytes.count)
        }
        print("one more: \(changed.files) files written, \(changed.bytes / 1000) KB; \(fingerprints.count) deleted")
    }

    private static func index(_ corpus: Corpus, _ body: (String, [UInt8]) -> Void) {
        SearchIndex(corpus).forEachFile(of: corpus, threads: ProcessInfo.processInfo.activeProcessorCount, body)
    }

    private static func write(_ bytes: [UInt8], to file: URL) {
        do {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(bytes).write(to: file)
        } catch {
            print("not written: \(file.path): \(error)")
        }
    }

    private static func corpus(of count: Int) -> Corpus { Corpus(meetings: (0..<count).map(meeting)) }

    /// A meeting of the generator's, held in the order of its number, and with rarer words among the usual ones: as in a
    /// language, the word of rank n comes n times more rarely than the first.
    private static func meeting(_ number: Int) -> Meeting {
        var generator = MeetingGenerator(number: number)
        let made = generator.meeting()
        var numbers = SeededNumbers(seed: UInt64(number) &* 0x9E37_79B9 &+ 5)
        let blocks = made.blocks.map { block in
            guard case .statement(let statement) = block.content else { return block }
            let paragraphs = statement.paragraphs.map { paragraph in
                let rarer = (0..<25).map { _ in rarerWord(&numbers) }.joined(separator: " ")
                return Paragraph(
                    lines: paragraph.lines, text: paragraph.text + " " + rarer, references: paragraph.references)
            }
            return Block(
                lines: block.lines,
                content: .statement(
                    Statement(
                        id: statement.id, form: statement.form, speaker: statement.speaker,
                        onBehalfOf: statement.onBehalfOf, alignedWith: [], paragraphs: paragraphs)))
        }
        let (year, day) = (1950 + number / 140, number % 140 * 365 / 140)
        let month = day / 31 + 1
        let date = "\(year)-\(month < 10 ? "0" : "")\(month)-\(day % 31 < 9 ? "0" : "")\(day % 31 + 1)"
        return Meeting(
            source: made.source, body: made.body, numbers: made.numbers, headline: made.headline,
            date: MeetingDate(value: date, certainty: .printed, from: nil), blocks: blocks, decisions: made.decisions)
    }

    private static let vocabulary = 200_000.0

    private static func rarerWord(_ numbers: inout SeededNumbers) -> String {
        var rank = Int(exp(Double(numbers.below(1_000_000)) / 1e6 * log(vocabulary)))
        let syllables = [
            "ba", "do", "ke", "li", "mu", "na", "po", "ri", "sa", "te", "vu", "zo", "cha", "fen", "gor", "hil",
        ]
        var word = "x"
        while rank > 0 {
            word += syllables[rank % 16]
            rank /= 16
        }
        return word
    }
}
