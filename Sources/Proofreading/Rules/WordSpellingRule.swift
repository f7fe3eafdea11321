/// `combating` here and `combatting` there, `widespread` and `wide-spread`: two spellings of a word in one text.
///
/// What the adopted text spells is right; then what the release spells more often; then what it spells first.
struct WordSpellingRule: SlipRule {
    static let id = "word-spelling"

    private struct Spellings {
        var counts: [String: Int] = [:]
        var first: String
        var official: String?

        var usual: String {
            if let official { return official }
            let most = counts.values.max() ?? 0
            return counts[first] == most ? first : counts.filter { $0.value == most }.keys.min() ?? first
        }
    }

    func slips(in text: ProofText) -> [Slip] {
        let words = text.running.flatMap { passage in passage.words.filter { $0.shape == .lower && !$0.isQuoted } }
        var known: [String: Spellings] = [:]
        for word in words {
            known[Spelling.folded(word.key), default: Spellings(first: word.key)].counts[word.key, default: 0] += 1
        }
        for passage in text.passages where passage.part == .fullText {
            for word in passage.words where word.shape == .lower {
                known[Spelling.folded(word.key)]?.official = word.key
            }
        }
        return words.compactMap { word in
            guard let usual = known[Spelling.folded(word.key)]?.usual, usual != word.key else { return nil }
            return Slip(
                at: word.range, "“\(text.string(word))” is spelled “\(usual)” elsewhere",
                suggestion: "Write “\(usual)”.")
        }
    }
}
