/// `much more must done`: a participle behind “must”, “should”, “would” or “could”, with its “be” or “have” left out.
struct ModalRule: SlipRule {
    static let id = "modal-participle"

    private static let modals: Set = ["must", "should", "would", "could"]

    /// Participles that are not the plain form as well, and do not end in “ed”.
    private static let participles: Set = [
        "done", "been", "taken", "given", "gone", "shown", "known", "seen", "held", "made", "brought", "built", "sent",
        "kept", "met", "told", "led", "sought", "lost", "paid", "spent", "written", "chosen", "driven", "broken",
        "fought",
        "dealt", "drawn", "taught", "begun",
    ]

    func slips(in text: ProofText) -> [Slip] {
        text.running.flatMap { passage in
            passage.words.indices.dropLast().compactMap { index in
                let next = passage.words[index + 1]
                guard Self.modals.contains(passage.words[index].key), next.shape == .lower, isParticiple(next.key),
                    text.isSpace(passage.gap(after: index))
                else { return nil }
                let range = passage.range(index...index + 1)
                return Slip(
                    at: range, "a verb is missing in “\(text.string(range))”",
                    suggestion: "Write “\(passage.words[index].key) be \(next.key)”, or “have”, as it is meant.")
            }
        }
    }

    /// `addressed`, not `need` or `proceed`.
    private func isParticiple(_ key: String) -> Bool {
        if Self.participles.contains(key) { return true }
        return key.utf8.count > 5 && key.hasSuffix("ed") && !key.hasSuffix("eed") && !["embed", "shred"].contains(key)
    }
}
