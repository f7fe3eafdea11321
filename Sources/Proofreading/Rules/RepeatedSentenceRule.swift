/// The same sentence twice, left behind when paragraphs were moved.
///
/// Within the statements of one speaker or within the summary: what the summary tells may stand again in a statement, and
/// delegations may say the same.
struct RepeatedSentenceRule: SlipRule {
    static let id = "repeated-sentence"

    /// Shorter sentences come back by chance: `The meeting was suspended.`
    private static let shortest = 7

    func slips(in text: ProofText) -> [Slip] {
        var slips: [Slip] = []
        var seen: [String: Int] = [:]
        for passage in text.running where passage.part != .narration {
            for sentence in passage.sentences where sentence.count >= Self.shortest {
                let key = "\(owner(of: passage, in: text)) \(passage.keys(sentence))"
                let range = passage.range(sentence.lowerBound...sentence.upperBound - 1)
                if let line = seen[key] {
                    slips.append(
                        Slip(
                            at: range, "this sentence stands in line \(line) already",
                            suggestion: "Remove it in one of the two places."))
                } else {
                    seen[key] = text.line(at: range.lowerBound)
                }
            }
        }
        return slips
    }

    private func owner(of passage: Passage, in text: ProofText) -> String {
        guard case .statement(let statement) = text.meeting.blocks[passage.block].content else { return "" }
        return [statement.speaker.name, statement.speaker.delegation].compactMap(\.self).joined(separator: ", ")
    }
}
