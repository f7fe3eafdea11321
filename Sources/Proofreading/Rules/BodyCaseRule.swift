import Foundation

/// `The council further expressed its intention` in a release about the Council.
struct BodyCaseRule: SlipRule {
    static let id = "body-case"

    /// How often the text has to write the word with a capital.
    private static let certain = 3

    func slips(in text: ProofText) -> [Slip] {
        guard let body = text.meeting.body?.split(separator: " ").last.map({ $0.lowercased() }) else { return [] }
        let passages = text.running.filter { $0.words.contains { $0.key == body && $0.shape == .lower } }
        if passages.isEmpty { return [] }
        let usual = text.running.reduce(0) { count, passage in
            count + passage.words.count { $0.key == body && $0.shape == .capital }
        }
        guard usual >= Self.certain else { return [] }
        return passages.flatMap { passage -> [Slip] in
            let small = passage.words.indices.filter {
                passage.words[$0].key == body && passage.words[$0].shape == .lower
            }
            // Where another council is told of in the paragraph, it may be that one.
            guard small.allSatisfy({ isAlone($0, in: passage, text) }) else { return [] }
            return small.map { index in
                let word = text.string(passage.words[index])
                return Slip(
                    at: passage.words[index].range, "“\(word)” is written with a capital elsewhere",
                    suggestion: "Write “\(word.capitalized)” if this body is meant.")
            }
        }
    }

    /// `the council`, with nothing that says which, and not a council of something.
    private func isAlone(_ index: Int, in passage: Passage, _ text: ProofText) -> Bool {
        index > 0 && passage.words[index - 1].key == "the" && !passage.words[index].isQuoted
            && !(index + 1 < passage.words.count && ["of", "for", "in"].contains(passage.words[index + 1].key))
    }
}
