/// `Voluntary Trust fund` beside `Voluntary Trust Fund`: a proper name with a small letter where it has a capital elsewhere.
///
/// Only where two words with capitals go before, and nothing else ever stands behind these two: `United Nations` is
/// a name of its own, so that `United Nations system` may be written small.
struct NameCaseRule: SlipRule {
    static let id = "name-case"

    private struct Names {
        let third: String
        var isOneName = true
        var capital: [Range<Int>] = []
        var small: [Range<Int>] = []
    }

    func slips(in text: ProofText) -> [Slip] {
        var names: [String: Names] = [:]
        for passage in text.running {
            for index in passage.words.indices.dropFirst(2) {
                let words = passage.words[index - 2...index]
                guard words.prefix(2).allSatisfy({ $0.shape == .capital }), !words.contains(where: \.isQuoted),
                    text.isSpace(passage.gap(before: index - 1)), text.isSpace(passage.gap(before: index))
                else { continue }
                add(passage.words[index], to: &names[passage.keys(index - 2..<index)])
            }
        }
        return names.values.flatMap { slips(in: $0, text) }.sorted {
            ($0.range?.lowerBound ?? 0) < ($1.range?.lowerBound ?? 0)
        }
    }

    private func add(_ word: Word, to names: inout Names?) {
        var all = names ?? Names(third: word.key)
        if all.third != word.key { all.isOneName = false }
        if word.shape == .lower { all.small.append(word.range) } else { all.capital.append(word.range) }
        names = all
    }

    private func slips(in names: Names, _ text: ProofText) -> [Slip] {
        guard names.isOneName, !names.small.isEmpty, !names.capital.isEmpty else { return [] }
        if Self.joining.contains(names.third) {
            guard names.capital.count < names.small.count else { return [] }
            return names.capital.map { slip($0, "small", String(names.third), text) }
        }
        guard names.third.utf8.count >= 4, names.small.count <= names.capital.count, let right = names.capital.first
        else { return [] }
        return names.small.map { slip($0, "with a capital", text.string(right), text) }
    }

    private func slip(_ range: Range<Int>, _ how: String, _ right: String, _ text: ProofText) -> Slip {
        Slip(
            at: range, "“\(text.string(range))” is written \(how) in the same name elsewhere",
            suggestion: "Write “\(right)”.")
    }

    private static let joining: Set = ["of", "the", "for", "against", "in", "on", "to", "and", "by", "with"]
}
