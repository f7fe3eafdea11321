import Meetings

/// The body where no header line prints it: from the press symbol, or from the summary when that names only one.
enum BodyReader {
    static func infer(symbol: String?, passages: ArraySlice<Passage>) -> String? {
        if let symbol, let body = body(ofSymbol: symbol) { return body }
        guard let first = passages.first else { return nil }
        let named = Set(bodies(in: first.text))
        if named.count == 1 { return named.first }
        let committees = named.filter { $0.hasSuffix("Committee") }
        if committees.count == 1, named.subtracting(committees) == ["General Assembly"] { return committees.first }
        let acting = bodies(in: first.text, actingOnly: true)
        return Set(acting).count == 1 ? acting.first : nil
    }

    /// Series of the press office that belong to one body.
    private static func body(ofSymbol symbol: String) -> String? {
        PressSeries.of(symbol: symbol)?.body
    }

    /// Bodies a text names; with `actingOnly` those that did something `today`.
    static func bodies(in text: String, actingOnly: Bool = false) -> [String] {
        let phrase = Phrase(text, limit: 1200)
        var found: [String] = []
        for index in 1..<max(1, phrase.count) {
            guard ["council", "assembly", "committee", "commission"].contains(phrase.lower(index)),
                phrase.words[index].shape == .capital
            else { continue }
            var start = index
            while start > 0, phrase.words[start - 1].shape == .capital, phrase.words[start - 1].marks.isEmpty,
                !phrase.word(start - 1, is: "the")
            {
                start -= 1
            }
            let name = phrase.text(start..<index) + " " + phrase.text(index)
            guard start < index, PressSeries.bodies.contains(name) else { continue }
            if actingOnly, !phrase.word(index + 1, is: "today"), !phrase.word(start - 2, is: "today") { continue }
            found.append(name)
        }
        return found
    }
}
