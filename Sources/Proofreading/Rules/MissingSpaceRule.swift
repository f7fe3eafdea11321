/// `in the end.The meeting`, `Japan,Venezuela`: no space behind a mark.
struct MissingSpaceRule: SlipRule {
    static let id = "missing-space"

    func slips(in text: ProofText) -> [Slip] {
        text.running.flatMap { passage in
            passage.words.indices.dropLast().compactMap { index in
                let gap = passage.gap(after: index)
                guard gap.count == 1, isMark(text.bytes[gap.lowerBound], between: index, in: passage),
                    !isAddress(around: index, in: passage, text)
                else { return nil }
                return Slip(
                    at: passage.range(index...index + 1), "a space is missing behind “\(text.string(gap))”",
                    suggestion:
                        "Write “\(text.string(passage.words[index]))\(text.string(gap)) \(text.string(passage.words[index + 1]))”."
                )
            }
        }
    }

    private func isMark(_ mark: UInt8, between index: Int, in passage: Passage) -> Bool {
        let (word, next) = (passage.words[index], passage.words[index + 1])
        guard word.shape != .number, next.shape != .number, word.key.utf8.count > 1 else { return false }
        switch mark {
        case UInt8(ascii: ","), UInt8(ascii: ";"): return next.key.utf8.count > 1
        case UInt8(ascii: "."), UInt8(ascii: "?"), UInt8(ascii: "!"):
            return word.shape == .lower && next.shape == .capital && next.key.utf8.count > 1
        default: return false
        }
    }

    /// `www.example.org`, `name@example.org`, `S/2016/949`.
    private func isAddress(around index: Int, in passage: Passage, _ text: ProofText) -> Bool {
        let before = index > 0 ? text.bytes[passage.gap(before: index)] : []
        let after = text.bytes[passage.gap(after: index + 1)].prefix(1)
        return (before.suffix(1) + after).contains {
            [UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: "@")].contains($0)
        }
            && !(after.first == UInt8(ascii: ".") && !(before.last == UInt8(ascii: ".")))
    }
}
