/// `called for a full inquiry into the slavery.  Calling for a full inquiry and action, he said …`: a sentence that begins
/// with the words that the one before it has just said.
struct RepeatedOpeningRule: SlipRule {
    static let id = "repeated-opening"

    /// How many words behind the verb have to be the same.
    private static let shortest = 4
    /// How many words have to be the same where no verb tells that it is a slip: fewer are a figure of speech.
    private static let longest = 7

    func slips(in text: ProofText) -> [Slip] {
        text.running.flatMap { passage in
            zip(passage.sentences, passage.sentences.dropFirst()).compactMap { before, sentence in
                guard let end = repeated(sentence, after: before, in: passage) ?? same(sentence, before, in: passage)
                else {
                    return nil
                }
                let range = passage.range(sentence.lowerBound...end)
                return Slip(
                    at: range, "“\(text.string(range))” repeats the sentence before",
                    suggestion: "Join the two sentences, or begin this one otherwise.")
            }
        }
    }

    /// The last of the words behind a participle at the head of a sentence that follow the same verb in the one before.
    private func repeated(_ sentence: Range<Int>, after before: Range<Int>, in passage: Passage) -> Int? {
        let words = passage.words
        guard sentence.count > Self.shortest, !words[sentence.lowerBound].isQuoted,
            words[sentence.lowerBound].key.hasSuffix("ing")
        else { return nil }
        let stem = words[sentence.lowerBound].key.dropLast(3)
        guard stem.count >= 3 else { return nil }
        for verb in before where words[verb].key.hasPrefix(stem) && !words[verb].isQuoted {
            var length = 0
            while verb + length + 1 < before.upperBound, sentence.lowerBound + length + 1 < sentence.upperBound,
                words[verb + length + 1].key == words[sentence.lowerBound + length + 1].key
            {
                length += 1
            }
            if length >= Self.shortest { return sentence.lowerBound + length }
        }
        return nil
    }

    /// The last of the words that a sentence begins with, an article aside, and the one before holds somewhere.
    private func same(_ sentence: Range<Int>, _ before: Range<Int>, in passage: Passage) -> Int? {
        let words = passage.words
        guard sentence.count > Self.longest, !words[sentence.lowerBound].isQuoted else { return nil }
        let head = sentence.lowerBound + (words[sentence.lowerBound].key == "the" ? 1 : 0)
        let wanted = words[head..<min(head + Self.longest, sentence.upperBound)].map(\.key)
        guard wanted.count == Self.longest, before.count >= Self.longest else { return nil }
        for start in before.dropLast(Self.longest - 1)
        where words[start].key == wanted[0] && words[start..<start + Self.longest].map(\.key) == wanted {
            return head + Self.longest - 1
        }
        return nil
    }
}
