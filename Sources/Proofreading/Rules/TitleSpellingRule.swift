/// `Inter-Agency Coordinated Group against Trafficking` beside `Inter-Agency Coordination Group against Trafficking`: a proper
/// name of several words with one of them changed.
struct TitleSpellingRule: SlipRule {
    static let id = "title-spelling"

    /// How many words of a name are compared at once. Fewer are often two names that resemble each other.
    private static let width = 5

    /// A place in a name where one word can differ from the others of the same kind.
    private struct Site: Hashable {
        let words: [String]
        let open: Int
    }

    private struct Occurrence {
        let key: String
        let range: Range<Int>
        let text: String
    }

    func slips(in text: ProofText) -> [Slip] {
        var sites: [Site: [Occurrence]] = [:]
        for passage in text.running {
            for run in runs(of: passage, text) where run.count >= Self.width {
                for start in run.dropLast(Self.width - 1) { add(start, of: passage, text, to: &sites) }
            }
        }
        var slips: [Int: Slip] = [:]
        for occurrences in sites.values where occurrences.count > 1 {
            for slip in compare(occurrences) {
                if let place = slip.range?.lowerBound, slips[place] == nil { slips[place] = slip }
            }
        }
        return slips.sorted { $0.key < $1.key }.map(\.value)
    }

    /// Runs of capitalized words and the small words between them.
    private func runs(of passage: Passage, _ text: ProofText) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        var start: Int?
        for (index, word) in passage.words.enumerated() {
            let continues = word.shape == .capital || Self.joining.contains(word.key) && word.shape == .lower
            if let begun = start, !continues || !text.isSpace(passage.gap(before: index)) {
                runs.append(begun..<index)
                start = nil
            }
            if start == nil, continues { start = index }
        }
        if let start { runs.append(start..<passage.words.count) }
        return runs
    }

    private func add(_ start: Int, of passage: Passage, _ text: ProofText, to sites: inout [Site: [Occurrence]]) {
        let words = passage.words[start..<start + Self.width]
        guard words.first?.shape == .capital, words.last?.shape == .capital else { return }
        for open in words.indices where words[open].shape == .capital {
            var keys = words.map(\.key)
            keys[open - start] = ""
            sites[Site(words: keys, open: open - start), default: []].append(
                Occurrence(key: words[open].key, range: words[open].range, text: text.string(words[open])))
        }
    }

    /// The rarer of two words with one stem; of equally frequent ones the later.
    private func compare(_ occurrences: [Occurrence]) -> [Slip] {
        var counts: [String: Int] = [:]
        for occurrence in occurrences { counts[occurrence.key, default: 0] += 1 }
        guard counts.count == 2, let usual = occurrences.max(by: { counts[$0.key] ?? 0 < counts[$1.key] ?? 0 }) else {
            return []
        }
        let first = occurrences.first { counts[$0.key] == counts[usual.key] } ?? usual
        return occurrences.filter { $0.key != first.key && Spelling.shareStem($0.key, first.key) }.map { other in
            Slip(
                at: other.range, "the same name has “\(first.text)” elsewhere and “\(other.text)” here",
                suggestion: "Write “\(first.text)” if that is its name.")
        }
    }

    private static let joining: Set = ["of", "the", "for", "against", "in", "on", "to", "and"]
}
