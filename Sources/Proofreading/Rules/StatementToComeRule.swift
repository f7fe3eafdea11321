/// `Statement by Libya to come.` (genre: statements).
struct StatementToComeRule: SlipRule {
    static let id = "statement-to-come"

    func slips(in text: ProofText) -> [Slip] {
        text.passages.filter { $0.part == .placeholder }.map { passage in
            Slip(
                at: passage.range, "this statement is still to come",
                suggestion: "Put the statement in when it is there, or remove the line.")
        }
    }
}
