import Meetings

/// `Ms. … (Mexico) said …, he said`: a speaker who is a woman in one place and a man in another (genre: statements).
///
/// Only what is said of the speaker counts: the honorific, `associating herself` in the opener, and `, he said` where
/// a sentence is attributed. Sentences in which somebody else may be meant are left alone, and so is the prose form,
/// which lets several speak in one paragraph.
struct PronounRule: SlipRule {
    static let id = "pronoun-conflict"

    private enum Pronoun: String {
        case he, she

        var other: Pronoun { self == .he ? .she : .he }
    }

    private struct Attribution {
        let pronoun: Pronoun
        let range: Range<Int>
        let text: String
    }

    func slips(in text: ProofText) -> [Slip] {
        text.turns.flatMap { $0.statement.form == .prose ? [] : slips(in: $0, text) }
    }

    private func slips(in turn: Turn, _ text: ProofText) -> [Slip] {
        let attributions = turn.passages.indices.flatMap { said(in: turn.passages[$0], opens: $0 == 0, text) }
        let opener = turn.passages.first.flatMap { reflexive(in: $0, text) }
        let honorific = turn.statement.speaker.honorific.flatMap(Self.pronoun(of:))
        if let honorific {
            return ([opener].compactMap(\.self) + attributions).filter { $0.pronoun != honorific }.map { attribution in
                slip(attribution, against: "“\(turn.statement.speaker.honorific ?? "")” before the name")
            }
        }
        if let opener {
            return attributions.filter { $0.pronoun != opener.pronoun }.map { attribution in
                slip(attribution, against: "“\(opener.text)” where the turn opens")
            }
        }
        let (he, she) = (attributions.filter { $0.pronoun == .he }, attributions.filter { $0.pronoun == .she })
        guard let firstHe = he.first, let firstShe = she.first else { return [] }
        let (few, usual) =
            he.count > she.count || he.count == she.count && firstHe.range.lowerBound < firstShe.range.lowerBound
            ? (she, firstHe) : (he, firstShe)
        return few.map { slip($0, against: "“\(usual.text)” elsewhere in the turn") }
    }

    private func slip(_ attribution: Attribution, against other: String) -> Slip {
        Slip(
            at: attribution.range, "“\(attribution.text)” does not go with \(other)",
            suggestion: "Write “\(attribution.pronoun.other.rawValue)” if that is right, or correct the other place.")
    }

    // MARK: What is said of the speaker

    /// `associating herself`, before anything is reported.
    private func reflexive(in passage: Passage, _ text: ProofText) -> Attribution? {
        guard let sentence = passage.sentences.first else { return nil }
        for index in sentence where !passage.words[index].isQuoted {
            let key = passage.words[index].key
            if Self.verbs.contains(key) { return nil }
            guard index > 0, passage.words[index - 1].key.hasSuffix("ing"), key == "himself" || key == "herself" else {
                continue
            }
            return Attribution(
                pronoun: key == "himself" ? .he : .she, range: passage.words[index].range,
                text: text.string(passage.words[index].range))
        }
        return nil
    }

    /// `, he said`, `” she added`, and `He said` at the head of a paragraph.
    private func said(in passage: Passage, opens: Bool, _ text: ProofText) -> [Attribution] {
        var found: [Attribution] = []
        for index in passage.words.indices.dropLast() {
            let word = passage.words[index]
            guard let pronoun = Pronoun(rawValue: word.key), !word.isQuoted,
                Self.verbs.contains(passage.words[index + 1].key), text.isSpace(passage.gap(after: index)),
                index + 2 >= passage.words.count || !Self.saidOfOthers.contains(passage.words[index + 2].key)
            else { continue }
            let mark = text.marks(in: passage.gap(before: index)).last
            guard index == 0 || mark.map({ ",”\"".contains($0) }) == true,
                !mentionsOthers(before: index, in: passage, opens: opens)
            else { continue }
            let range = passage.range(index...index + 1)
            found.append(Attribution(pronoun: pronoun, range: range, text: text.string(range)))
        }
        return found
    }

    /// Whether somebody who may be meant is named in the same sentence or the one before; the speaker's own name and
    /// office, up to what is said, do not count.
    private func mentionsOthers(before index: Int, in passage: Passage, opens: Bool) -> Bool {
        guard let sentence = passage.sentences.firstIndex(where: { $0.contains(index) }) else { return false }
        var words = passage.words[passage.sentences[max(0, sentence - 1)].lowerBound..<index]
        if opens, sentence <= 1 { words = words.drop { !Self.verbs.contains($0.key) } }
        return words.contains { Self.people.contains(Spelling.withoutPossessive($0.key)) }
    }

    /// `he said nothing` tells what somebody did, not whose words these are.
    private static let saidOfOthers: Set = ["nothing", "so", "little", "yes", "no", "goodbye"]

    /// Words that bring somebody into a sentence of whom “he said” or “she said” could be told.
    private static let people: Set = [
        "mr", "ms", "mrs", "dr", "representative", "delegate", "president", "minister", "ambassador", "chair",
        "chairman", "chairperson", "woman", "man", "girl", "boy", "mother", "father", "brother", "sister", "son",
        "daughter", "husband", "wife", "uncle", "aunt", "cousin", "grandmother", "grandfather", "friend", "colleague",
        "neighbour", "neighbor", "child", "survivor", "victim", "witness", "observer", "predecessor", "successor",
        "counterpart", "leader", "king", "queen", "prince", "princess", "commander", "soldier", "officer", "judge",
        "prosecutor", "lawyer", "attorney", "doctor", "nurse", "teacher", "student", "farmer", "worker", "journalist",
        "author", "poet", "activist", "prisoner", "refugee", "migrant", "envoy", "rapporteur", "secretary-general",
        "commissioner", "spokesman", "spokeswoman", "spokesperson", "somebody", "someone",
    ]

    /// Verbs by which a digest attributes.
    private static let verbs: Set = [
        "said", "added", "stressed", "emphasized", "emphasised", "noted", "continued", "asked", "warned", "declared",
        "recalled", "urged", "concluded", "affirmed", "pointed", "went", "called", "expressed", "welcomed",
        "reiterated",
        "reaffirmed", "underlined", "underscored", "stated", "observed", "pledged", "told", "cautioned", "explained",
        "highlighted", "appealed", "demanded", "remarked", "reported", "asserted", "described", "voiced", "recounted",
    ]

    private static func pronoun(of honorific: String) -> Pronoun? {
        switch honorific.lowercased().filter(\.isLetter) {
        case "mr", "sir", "king", "prince", "lord", "monsignor", "archbishop", "father", "baron", "sheikh": .he
        case "ms", "mrs", "miss", "mme", "madam", "queen", "princess", "lady", "dame", "baroness", "sheikha", "sister":
            .she
        default: nil
        }
    }
}
