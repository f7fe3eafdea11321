import Foundation

/// Compares the paragraphs of one resolution with paragraphs of statements by the terms they share.
///
/// The measure is in `Documentation/RelatedWording.md`: a term weighs more the rarer it is in the statements and in the
/// resolution's other paragraphs; repetition and length count as in BM25; the sum is set against what the
/// paragraph could reach. An inverted index makes the work grow with the shared terms.
struct RelatedWording {
    /// How many meetings are compared at most.
    static let reach = 40
    /// How many passages are shown at most for a paragraph.
    static let shown = 5
    /// Nothing rather than something weak: at least this score with three telling words in common …
    private static let threshold = 1.6
    /// … or this one with two.
    private static let clearThreshold = 2.2
    /// What a word must contribute to count as telling.
    private static let telling = 1.0
    /// BM25: how soon repetition stops counting, and how much a long paragraph is marked down.
    private static let saturation = 1.2
    private static let lengthWeight = 0.6

    private struct Posting {
        let passage: Int32
        var count: Int32
    }

    /// A passage that is close to a paragraph of the resolution.
    struct Close {
        let passage: MeetingWording.Passage
        let score: Double
    }

    /// Numbers the terms of the resolution from 0.
    private var table = NumberTable()
    /// For each paragraph of the resolution, its terms, each once, in order.
    private var clauses: [[Int32]] = []
    /// For each term: whether it is a pair, and in how many paragraphs of the resolution it stands.
    private var isPair: [Bool] = []
    private var clauseCounts: [Int] = []
    private var postings: [[Posting]] = []
    private var passages: [MeetingWording.Passage] = []
    private var totalLength = 0

    init(clauses texts: [String], reader: TermReader) {
        for text in texts {
            var terms: [Int32] = []
            var seen: Set<Int32> = []
            reader.read(text) { term in
                let number = table.insert(Int32(isPair.count), for: term.number)
                if number == isPair.count {
                    isPair.append(term.isPair)
                    clauseCounts.append(0)
                }
                if seen.insert(number).inserted { terms.append(number) }
            }
            for term in terms { clauseCounts[Int(term)] += 1 }
            clauses.append(terms)
        }
        postings = Array(repeating: [], count: isPair.count)
    }

    mutating func add(_ meeting: MeetingWording) {
        for passage in meeting.passages {
            let number = Int32(passages.count)
            passages.append(passage)
            totalLength += passage.terms.count
            for term in meeting.terms[passage.terms] {
                guard let term = table[term].map({ Int($0) }) else { continue }
                if let last = postings[term].indices.last, postings[term][last].passage == number {
                    postings[term][last].count += 1
                } else {
                    postings[term].append(Posting(passage: number, count: 1))
                }
            }
        }
    }

    /// For each paragraph of the resolution, in order, what is close enough to show.
    func closest() -> [[Close]] {
        let weights = postings.indices.map { weight(of: $0) }
        let average = Double(totalLength) / Double(max(passages.count, 1))
        let damping = passages.map { passage in
            let length = Double(passage.terms.count) / max(average, 1)
            return Self.saturation * (1 - Self.lengthWeight + Self.lengthWeight * length)
        }
        var scores = Array(repeating: 0.0, count: passages.count)
        var tellingWords = Array(repeating: 0, count: passages.count)
        return clauses.map { clause in
            var touched: [Int32] = []
            var reachable = 0.0
            for term in clause.map({ Int($0) }) where !postings[term].isEmpty {
                reachable += weights[term]
                for posting in postings[term] {
                    let passage = Int(posting.passage)
                    let count = Double(posting.count)
                    let part = weights[term] * count * (Self.saturation + 1) / (count + damping[passage])
                    if scores[passage] == 0 { touched.append(posting.passage) }
                    scores[passage] += part
                    if !isPair[term], part >= Self.telling { tellingWords[passage] += 1 }
                }
            }
            let scale = max(reachable, 1).squareRoot()
            let candidates = touched.map { (passage: $0, score: scores[Int($0)] / scale) }
                .filter { isShown($0.score, telling: tellingWords[Int($0.passage)]) }
                .sorted { ($1.score, $0.passage) < ($0.score, $1.passage) }
            for passage in touched {
                scores[Int(passage)] = 0
                tellingWords[Int(passage)] = 0
            }
            var turns: Set<TurnRef> = []
            return candidates.filter { turns.insert(passages[Int($0.passage)].turn).inserted }.prefix(Self.shown)
                .map { Close(passage: passages[Int($0.passage)], score: $0.score) }
        }
    }

    private func isShown(_ score: Double, telling: Int) -> Bool {
        score >= Self.threshold && telling >= 3 || score >= Self.clearThreshold && telling >= 2
    }

    /// Rare in the debate, and rare in the resolution: 0 to about ln(number of passages).
    private func weight(of term: Int) -> Double {
        let found = Double(postings[term].count)
        let debate = log(1 + (Double(passages.count) - found + 0.5) / (found + 0.5))
        let paragraphs = Double(clauses.count)
        let resolution = log(1 + paragraphs / Double(clauseCounts[term])) / log(1 + paragraphs)
        return debate * resolution
    }

    // MARK: Shown terms

    /// The terms that a paragraph of the resolution and a passage share, as the passage prints them; words that a pair
    /// already shows are not shown again.
    func sharedTerms(clause: Int, with text: String, from start: Int, reader: TermReader) -> [String] {
        let wanted = Set(clauses[clause])
        var seen: Set<Int32> = []
        var shared: [(term: Term, weight: Double)] = []
        reader.read(text, from: start) { term in
            guard let number = table[term.number], wanted.contains(number), seen.insert(number).inserted else { return }
            let weight = weight(of: Int(number))
            if weight >= Self.telling / 2 { shared.append((term, weight)) }
        }
        shared.sort { ($1.weight, $0.term.start, $1.term.end) < ($0.weight, $1.term.start, $0.term.end) }
        var shown: [Range<Int>] = []
        for (term, _) in shared where shown.count < 6 {
            let range = term.start..<term.end
            if !shown.contains(where: { $0.overlaps(range) }) { shown.append(range) }
        }
        let bytes = Array(text.utf8)
        return shown.map { String(decoding: bytes[$0], as: UTF8.self) }
    }
}
