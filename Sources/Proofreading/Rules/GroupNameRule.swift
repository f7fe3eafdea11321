/// `Group of Friends against Trafficking` and `Group of Friends United against Human Trafficking`: one group by two names.
///
/// Two names are taken for one group's when every word of the one is in the other.
struct GroupNameRule: SlipRule {
    static let id = "group-name"

    private struct Mention {
        let range: Range<Int>
        let name: String
        /// The words behind “Group of Friends” that mean something.
        let words: Set<String>
    }

    func slips(in text: ProofText) -> [Slip] {
        let mentions = text.running.flatMap { self.mentions(in: $0, text) }
        var counts: [Set<String>: Int] = [:]
        var names: [Set<String>: String] = [:]
        for mention in mentions {
            counts[mention.words, default: 0] += 1
            if names[mention.words] == nil { names[mention.words] = mention.name }
        }
        return mentions.compactMap { mention in
            let count = counts[mention.words] ?? 0
            let others = counts.filter { other, number in
                other != mention.words && (other.isSuperset(of: mention.words) || other.isSubset(of: mention.words))
                    && (number, other.count) > (count, mention.words.count)
            }
            guard let other = others.max(by: { ($0.value, $0.key.count) < ($1.value, $1.key.count) }),
                let name = names[other.key]
            else { return nil }
            return Slip(
                at: mention.range, "“\(mention.name)” is “\(name)” elsewhere",
                suggestion: "Use one name, the group's own.")
        }
    }

    private func mentions(in passage: Passage, _ text: ProofText) -> [Mention] {
        passage.words.indices.dropLast(3).compactMap { start in
            guard passage.words[start].shape == .capital, passage.keys(start..<start + 3) == "group of friends" else {
                return nil
            }
            var end = start + 3
            var last = end
            while end < passage.words.count, text.isSpace(passage.gap(before: end)) {
                let word = passage.words[end]
                if word.isCapitalized { last = end + 1 } else if !Self.joining.contains(word.key) { break }
                end += 1
            }
            guard last > start + 3 else { return nil }
            let range = passage.range(start...last - 1)
            let words = passage.words[start + 3..<last].filter(\.isCapitalized).map(\.key)
            return Mention(range: range, name: text.string(range), words: Set(words))
        }
    }

    private static let joining: Set = ["of", "the", "for", "against", "in", "on", "to"]
}
