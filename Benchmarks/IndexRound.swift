import Corpus
import Diagnostics
import Foundation
import Meetings
import Synchronization

/// Links synthetic meetings into one index, in a process of its own, so that its memory is that of the index and of the
/// meetings it links.
enum IndexRound {
    /// What a process of a round prints for the one that started it.
    struct Figures: Codable {
        var statements: Int
        var persons: Int
        var seconds: Double
        var processorSeconds: Double
    }

    /// Makes the meetings, links them, and prints the figures as JSON.
    static func run(_ count: Int) throws {
        let made = Mutex([Meeting?](repeating: nil, count: count))
        DispatchQueue.concurrentPerform(iterations: count) { number in
            var generator = MeetingGenerator(number: number)
            let meeting = generator.meeting()
            made.withLock { $0[number] = meeting }
        }
        let meetings = made.withLock { made in
            defer { made = [] }
            return made.compactMap(\.self)
        }
        var corpus = Corpus(meetings: [])
        let cost = Cost.of { corpus = Corpus(meetings: meetings) }
        let figures = Figures(
            statements: corpus.figures.turns, persons: corpus.figures.persons, seconds: cost.seconds,
            processorSeconds: cost.processorSeconds)
        print(String(decoding: try JSONEncoder().encode(figures), as: UTF8.self))
    }

    /// Has another process run a round.
    /// - Returns: its figures, and the most memory it held, in MiB.
    static func measured(_ count: Int) throws -> (figures: Figures, peak: Double) {
        let folder = try WorkFolder()
        let output = folder.url.appending(path: "index.json")
        let run = try ProgramRun(CommandLine.arguments[0], ["index", "\(count)"], output: output.path)
        return (try JSONDecoder().decode(Figures.self, from: Data(contentsOf: output)), run.peak)
    }
}
