import Meetings

/// Speakers of whom a release says no more than that somebody spoke.
extension MentionReader {
    /// `Another delegate said`, `One expert asked`, `A member of the delegation added`: somebody else, and nobody named.
    func indefinite(limit: Int) -> Mention? {
        guard limit > 3, ["another", "one", "a", "an"].contains(phrase.lower(0)) else { return nil }
        var noun = 1
        while noun < min(limit, 5), !phrase.word(noun, isIn: Self.somebodies) {
            guard phrase.words[noun].marks.isEmpty, !isTelling(noun) else { return nil }
            noun += 1
        }
        guard noun < min(limit, 5) else { return nil }
        var end = noun + 1
        if phrase.word(noun, is: "representative"), ["of", "for", "from"].contains(phrase.lower(end)) { return nil }
        if phrase.word(end, is: "of"), phrase.word(end + 1, is: "the"), phrase.word(end + 2, is: "delegation") {
            end += 3
        }
        let isApart = phrase.words[end - 1].has(.comma)
        guard end < limit, isTelling(end) && !isApart || isApart && tellsLater(from: end, limit: limit) else {
            return nil
        }
        let role = phrase.text(1..<end)
        return Mention(
            range: 0..<end, speaker: Speaker(printed: nil, name: nil, role: role, delegation: nil, unnamed: true))
    }

    /// `…, speaking for the Group, demanded`: the verb behind an aside.
    private func tellsLater(from start: Int, limit: Int) -> Bool {
        phrase.words[start].shape == .lower
            && (start..<min(limit, start + 30)).contains {
                isTelling($0) && ($0 == start || phrase.words[$0 - 1].has(.comma)) && !phrase.words[$0].isQuoted
            }
    }

    private static let somebodies: WordTable = [
        "delegate", "expert", "speaker", "member", "official", "petitioner", "panellist", "panelist", "representative",
    ]
}
