/// `NAME TO COME (Ukraine) said …`: an interim text whose speakers are not all known (genre: statements).
struct NameToComeRule: SlipRule {
    static let id = "name-to-come"

    func slips(in text: ProofText) -> [Slip] {
        text.passages.flatMap { passage in
            passage.words.indices.dropLast(2).compactMap { index in
                let words = passage.words[index..<index + 3]
                guard words[index].key == "name" || words[index].key == "names",
                    words.allSatisfy({ $0.shape == .capitals }), words.dropFirst().map(\.key) == ["to", "come"]
                else { return nil }
                return Slip(
                    at: passage.range(index...index + 2), "the name of this speaker is still to come",
                    suggestion: "Write the name when it is known.")
            }
        }
    }
}
