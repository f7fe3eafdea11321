import Foundation
import Meetings

/// `Nadia Murat` where Nadia Murad spoke; two openers of one delegation a letter apart (genre: identity traps).
struct PersonSpellingRule: SlipRule {
    static let id = "name-spelling"

    /// A given name and what follows it, folded.
    private struct Pair: Hashable {
        let first: String
        let second: String
    }

    func slips(in text: ProofText) -> [Slip] {
        var known: Set<Pair> = []
        var byFirst: [String: Set<String>] = [:]
        var bySecond: [String: Set<String>] = [:]
        for name in names(of: text.meeting) {
            let words = name.split(separator: " ").map { Self.folded(String($0)) }
            for (first, second) in zip(words, words.dropFirst()) where min(first.count, second.count) > 2 {
                known.insert(Pair(first: first, second: second))
                byFirst[first, default: []].insert(second)
                bySecond[second, default: []].insert(first)
            }
        }
        if known.isEmpty { return [] }
        return text.running.flatMap { passage in
            passage.words.indices.dropLast().compactMap { index -> Slip? in
                let words = passage.words[index...index + 1]
                guard words.allSatisfy({ $0.shape == .capital }), text.isSpace(passage.gap(after: index)) else {
                    return nil
                }
                let pair = Pair(first: Self.folded(words[index].key), second: Self.folded(words[index + 1].key))
                if known.contains(pair) { return nil }
                let second = byFirst[pair.first]?.sorted().first { Self.isNear(pair.second, $0) }
                let first = second == nil ? bySecond[pair.second]?.sorted().first { Self.isNear(pair.first, $0) } : nil
                guard let right = second.map({ (pair.first, $0) }) ?? first.map({ ($0, pair.second) }) else {
                    return nil
                }
                let range = passage.range(index...index + 1)
                return Slip(
                    at: range, "“\(text.string(range))” is nearly the name of a speaker of this meeting",
                    suggestion: "Write “\(right.0.capitalized) \(right.1.capitalized)” if that speaker is meant.")
            }
        }
    }

    /// Everybody who speaks, as the openers and the summary name them.
    private func names(of meeting: Meeting) -> [String] {
        meeting.blocks.flatMap { block -> [String] in
            if case .statement(let statement) = block.content {
                [statement.speaker.name].compactMap(\.self)
            } else {
                []
            }
        }
    }

    /// In lower case, without diacritics and the possessive.
    private static func folded(_ word: String) -> String {
        let plain = word.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil)
        return plain.hasSuffix("'s") || plain.hasSuffix("’s") ? String(plain.dropLast(2)) : plain
    }

    private static func isNear(_ a: String, _ b: String) -> Bool {
        min(a.utf8.count, b.utf8.count) >= 5 && a.utf8.first == b.utf8.first && Spelling.isOneSlip(a, b)
    }
}
