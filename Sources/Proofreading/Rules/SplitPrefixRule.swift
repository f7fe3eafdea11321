/// `cross border controls` beside `cross-border cooperation`, `non governmental`: what can only begin a word stands alone.
struct SplitPrefixRule: SlipRule {
    static let id = "split-prefix"

    /// Never words of their own, but in Latin.
    private static let prefixes: Set = ["non", "anti", "multi", "socio"]
    private static let latin: Set = ["grata", "bis", "sequitur", "liquet", "refoulement"]
    /// Words of their own as well: only where the text joins the two elsewhere.
    private static let doubtful: Set = ["cross", "post", "pre", "mid"]

    func slips(in text: ProofText) -> [Slip] {
        let joined = Set(text.running.flatMap { passage in passage.words.lazy.map(\.key).filter(isJoined) })
        return text.running.flatMap { passage in
            passage.words.indices.dropLast().compactMap { index -> Slip? in
                let (word, next) = (passage.words[index], passage.words[index + 1])
                guard word.shape == .lower, next.shape == .lower, !word.isQuoted,
                    text.isSpace(passage.gap(after: index)),
                    Self.prefixes.contains(word.key) && !Self.latin.contains(next.key)
                        || joined.contains(word.key + "-" + next.key)
                else { return nil }
                let range = passage.range(index...index + 1)
                return Slip(
                    at: range, "“\(text.string(range))” is one word, with a hyphen",
                    suggestion: "Write “\(word.key)-\(next.key)”.")
            }
        }
    }

    private func isJoined(_ key: String) -> Bool {
        key.split(separator: "-").first.map { Self.doubtful.contains(String($0)) } == true && key.contains("-")
    }
}
