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

    private struct Passage {
        let turn: TurnRef
        let paragraph: Int
        let length: Int
        let text: String
        /// Bytes of the text before the statement's own words.
        let offset: Int
    }

    private struct Posting {
        let passage: Int32
        var count: Int32
    }

    private var book = Wordbook(plain: .shipped)
    /// For each paragraph of the resolution, its terms, each once, in order.
    private var clauses: [[Wordbook.Occurrence]] = []
    /// In how many paragraphs of the resolution each term stands.
    private var clauseCounts: [Int32: Int] = [:]
    private var passages: [Passage] = []
    private var postings: [Int32: [Posting]] = [:]
    private var totalLength = 0

    init(clauses texts: [String]) {
        for text in texts {
            var seen: Set<Int32> = []
            let terms = book.terms(of: text).filter { seen.insert($0.term).inserted }
            for occurrence in terms { clauseCounts[occurrence.term, default: 0] += 1 }
            clauses.append(terms)
        }
    }

    /// - Parameter offset: where the statement's own words begin, in bytes.
    mutating func add(_ text: String, from offset: Int, at turn: TurnRef, paragraph: Int) {
        let own = String(decoding: text.utf8.dropFirst(offset), as: UTF8.self)
        let terms = book.terms(of: own)
        let number = Int32(passages.count)
        passages.append(
            Passage(turn: turn, paragraph: paragraph, length: terms.count, text: own, offset: offset))
        totalLength += terms.count
        for occurrence in terms where clauseCounts[occurrence.term] != nil {
            if let last = postings[occurrence.term]?.indices.last, postings[occurrence.term]?[last].passage == number {
                postings[occurrence.term]?[last].count += 1
            } else {
                postings[occurrence.term, default: []].append(Posting(passage: number, count: 1))
            }
        }
    }

    /// For each paragraph of the resolution, in order, what is close enough to show.
    mutating func closest() -> [[Related]] {
        clauses.indices.map { closest(to: clauses[$0]) }
    }

    private mutating func closest(to clause: [Wordbook.Occurrence]) -> [Related] {
        var scores: [Int32: Double] = [:]
        var tellingWords: [Int32: Int] = [:]
        var reachable = 0.0
        for occurrence in clause {
            guard let found = postings[occurrence.term] else { continue }
            let weight = weight(of: occurrence.term, in: found.count)
            reachable += weight
            for posting in found {
                let part = weight * saturated(posting)
                scores[posting.passage, default: 0] += part
                if !occurrence.isPair, part >= Self.telling { tellingWords[posting.passage, default: 0] += 1 }
            }
        }
        let scale = max(reachable, 1).squareRoot()
        let candidates = scores.map { (passage: $0, score: $1 / scale) }
            .filter { isShown($0.score, telling: tellingWords[$0.passage] ?? 0) }
            .sorted { ($1.score, $0.passage) < ($0.score, $1.passage) }
        var turns: Set<TurnRef> = []
        let best = candidates.filter { turns.insert(passages[Int($0.passage)].turn).inserted }.prefix(Self.shown)
        return best.map { candidate in
            Related(
                turn: passages[Int(candidate.passage)].turn, paragraph: passages[Int(candidate.passage)].paragraph,
                terms: sharedTerms(clause, with: Int(candidate.passage)), score: (candidate.score * 100).rounded() / 100
            )
        }
    }

    private func isShown(_ score: Double, telling: Int) -> Bool {
        score >= Self.threshold && telling >= 3 || score >= Self.clearThreshold && telling >= 2
    }

    // MARK: The measure

    /// Rare in the debate, and rare in the resolution: 0 to about ln(number of passages).
    private func weight(of term: Int32, in found: Int) -> Double {
        let debate = log(1 + (Double(passages.count - found) + 0.5) / (Double(found) + 0.5))
        let paragraphs = Double(clauses.count)
        let resolution = log(1 + paragraphs / Double(clauseCounts[term] ?? 1)) / log(1 + paragraphs)
        return debate * resolution
    }

    private func saturated(_ posting: Posting) -> Double {
        let count = Double(posting.count)
        let average = Double(totalLength) / Double(max(passages.count, 1))
        let length = Double(passages[Int(posting.passage)].length) / max(average, 1)
        let damping = Self.saturation * (1 - Self.lengthWeight + Self.lengthWeight * length)
        return count * (Self.saturation + 1) / (count + damping)
    }

    // MARK: Shown terms

    /// As the statement prints them; words that a pair already shows are not shown again.
    private mutating func sharedTerms(_ clause: [Wordbook.Occurrence], with passage: Int) -> [String] {
        let wanted = Set(clause.map(\.term))
        var seen: Set<Int32> = []
        let text = Array(passages[passage].text.utf8)
        let shared = book.terms(of: passages[passage].text)
            .filter { wanted.contains($0.term) && seen.insert($0.term).inserted }
            .map { (occurrence: $0, weight: weight(of: $0.term, in: postings[$0.term]?.count ?? 1)) }
            .filter { $0.weight >= Self.telling / 2 }
            .sorted {
                ($1.weight, $0.occurrence.start, $1.occurrence.end) < (
                    $0.weight, $1.occurrence.start, $0.occurrence.end
                )
            }
        var shown: [Range<Int>] = []
        for (occurrence, _) in shared where shown.count < 6 {
            let range = occurrence.start..<occurrence.end
            if !shown.contains(where: { $0.overlaps(range) }) { shown.append(range) }
        }
        return shown.map { String(decoding: text[$0], as: UTF8.self) }
    }
}
