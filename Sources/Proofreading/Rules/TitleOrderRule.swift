/// `Global Action Plan` beside `Global Plan of Action`: one title in two orders.
struct TitleOrderRule: SlipRule {
    static let id = "title-order"

    /// What such a title is the title of.
    private static let kinds: Set = ["plan", "programme", "program", "strategy", "framework", "agenda"]
    /// Each State has one of its own.
    private static let many: Set = ["national", "regional", "local"]

    private struct Title {
        var short: [Range<Int>] = []
        var long: [Range<Int>] = []
    }

    func slips(in text: ProofText) -> [Slip] {
        var titles: [[String]: Title] = [:]
        for passage in text.running {
            let words = passage.words
            for end in words.indices.dropFirst(2) where words[end].shape == .capital {
                if Self.kinds.contains(words[end].key), isTitle(end - 2...end, of: passage, text) {
                    let key = [words[end - 2].key, words[end - 1].key, words[end].key]
                    titles[key, default: Title()].short.append(passage.range(end - 2...end))
                } else if end >= 3, Self.kinds.contains(words[end - 2].key), words[end - 1].key == "of",
                    isTitle(end - 3...end - 2, of: passage, text), text.isSpace(passage.gap(before: end - 1)),
                    text.isSpace(passage.gap(before: end))
                {
                    let key = [words[end - 3].key, words[end].key, words[end - 2].key]
                    titles[key, default: Title()].long.append(passage.range(end - 3...end))
                }
            }
        }
        let found = titles.values.flatMap { title -> [Slip] in
            guard let short = title.short.first, let long = title.long.first else { return [] }
            let (few, usual) = title.short.count <= title.long.count ? (title.short, long) : (title.long, short)
            return few.map { range in
                Slip(
                    at: range, "“\(text.string(range))” is “\(text.string(usual))” elsewhere",
                    suggestion: "Use one title, its own.")
            }
        }
        return found.sorted { ($0.range?.lowerBound ?? 0) < ($1.range?.lowerBound ?? 0) }
    }

    private func isTitle(_ range: ClosedRange<Int>, of passage: Passage, _ text: ProofText) -> Bool {
        let words = passage.words[range]
        return words.allSatisfy { $0.shape == .capital && !$0.isQuoted }
            && !Self.many.contains(words[range.lowerBound].key)
            && range.dropFirst().allSatisfy { text.isSpace(passage.gap(before: $0)) }
    }
}
