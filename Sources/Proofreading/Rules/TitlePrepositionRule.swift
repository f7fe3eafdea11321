/// `Convention on Transnational Organized Crime` where the text has `Convention against Transnational Organized Crime`: a
/// title with another preposition.
struct TitlePrepositionRule: SlipRule {
    static let id = "title-preposition"

    /// How often the usual one must stand on each other one.
    private static let share = 3

    /// What has a title of its own. Offices have not: one State's Minister of Finance is another's Minister for Finance.
    private static let kinds: Set = [
        "convention", "protocol", "treaty", "covenant", "agreement", "compact", "declaration", "agenda", "framework",
        "programme", "plan", "fund", "group",
    ]

    private static let prepositions: Set = ["on", "against", "for", "of", "to", "in", "concerning"]
    private static let passedOver: Set = ["the", "of", "in", "and"]

    private struct Mention {
        let preposition: String
        let range: Range<Int>
    }

    func slips(in text: ProofText) -> [Slip] {
        var mentions: [[String]: [Mention]] = [:]
        for passage in text.running {
            for index in passage.words.indices.dropLast(3) {
                guard let key = title(at: index, in: passage, text) else { continue }
                let next = passage.words[index + 1]
                mentions[key, default: []].append(Mention(preposition: next.key, range: next.range))
            }
        }
        return mentions.values.flatMap { slips(in: $0, text) }.sorted {
            ($0.range?.lowerBound ?? 0) < ($1.range?.lowerBound ?? 0)
        }
    }

    /// The kind and the first two words with capitals behind the preposition.
    private func title(at index: Int, in passage: Passage, _ text: ProofText) -> [String]? {
        let words = passage.words
        guard words[index].shape == .capital, Self.kinds.contains(words[index].key), !words[index].isQuoted,
            words[index + 1].shape == .lower, Self.prepositions.contains(words[index + 1].key),
            text.isSpace(passage.gap(after: index))
        else { return nil }
        var key = [words[index].key]
        for next in words.indices.dropFirst(index + 2).prefix(5) {
            guard text.isSpace(passage.gap(before: next)) else { return nil }
            if words[next].shape == .capital {
                key.append(words[next].key)
                if key.count == 3 { return key }
            } else if !Self.passedOver.contains(words[next].key) {
                return nil
            }
        }
        return nil
    }

    private func slips(in mentions: [Mention], _ text: ProofText) -> [Slip] {
        var counts: [String: Int] = [:]
        for mention in mentions { counts[mention.preposition, default: 0] += 1 }
        guard counts.count == 2, let usual = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) else {
            return []
        }
        return mentions.filter {
            $0.preposition != usual.key && (counts[$0.preposition] ?? 0) * Self.share <= usual.value
        }
        .map { mention in
            Slip(
                at: mention.range, "the same title has “\(usual.key)” elsewhere and “\(mention.preposition)” here",
                suggestion: "Write “\(usual.key)” if that is its name.")
        }
    }
}
