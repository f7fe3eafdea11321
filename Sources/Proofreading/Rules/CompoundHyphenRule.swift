/// `money laundering` beside `money-laundering`: a noun made of two words, once with and once without its hyphen.
///
/// Compared only where it is a noun by itself: before another noun a hyphen may be right (`money-laundering networks`).
struct CompoundHyphenRule: SlipRule {
    static let id = "compound-hyphen"

    private struct Spellings {
        var hyphened: [Range<Int>] = []
        var open: [Range<Int>] = []
    }

    func slips(in text: ProofText) -> [Slip] {
        var spellings: [String: Spellings] = [:]
        for passage in text.running {
            for index in passage.words.indices where isNoun(index, in: passage, text) {
                let word = passage.words[index]
                if word.key.contains("-") {
                    spellings[word.key, default: Spellings()].hyphened.append(word.range)
                } else if index > 0, passage.words[index - 1].shape == .lower,
                    !passage.words[index - 1].key.contains("-"),
                    text.isSpace(passage.gap(before: index))
                {
                    let key = passage.words[index - 1].key + "-" + word.key
                    spellings[key, default: Spellings()].open.append(passage.range(index - 1...index))
                }
            }
        }
        let found = spellings.values.flatMap { slips(in: $0, text) }
        return found.sorted { ($0.range?.lowerBound ?? 0) < ($1.range?.lowerBound ?? 0) }
    }

    /// A word in “ing” that is no attribute of the next.
    private func isNoun(_ index: Int, in passage: Passage, _ text: ProofText) -> Bool {
        let word = passage.words[index]
        guard word.shape == .lower, !word.isQuoted, word.key.hasSuffix("ing") else { return false }
        guard index + 1 < passage.words.count, text.isSpace(passage.gap(after: index)) else { return true }
        return Self.following.contains(passage.words[index + 1].key)
    }

    private func slips(in spellings: Spellings, _ text: ProofText) -> [Slip] {
        guard let hyphened = spellings.hyphened.first, let open = spellings.open.first else { return [] }
        let (many, few) = (spellings.hyphened.count, spellings.open.count)
        let isHyphened = many > few || many == few && hyphened.lowerBound < open.lowerBound
        let right = text.string(isHyphened ? hyphened : open)
        return (isHyphened ? spellings.open : spellings.hyphened).map { range in
            Slip(
                at: range, "“\(text.string(range))” is written “\(right)” elsewhere",
                suggestion: "Write “\(right)”.")
        }
    }

    private static let following: Set = [
        "and", "or", "in", "by", "was", "is", "were", "had", "of", "for", "to", "on", "with", "as", "could", "must",
    ]
}
