/// `The Security Council,` alone, or with the verb of a presidential statement behind it.
struct BodyLine {
    enum Form { case alone, statement }

    let form: Form
    /// What follows the body's name.
    let rest: String

    /// Nil when the words do not open with a body's name.
    init?(_ words: String) {
        guard words.hasPrefix("The ") || words.hasPrefix("THE ") else { return nil }
        let names = words.split(maxSplits: 12, whereSeparator: \.isWhitespace).prefix(12)
        var count = 1
        while count < names.count, Self.isName(names[count]) {
            count += 1
            if names[count - 1].hasSuffix(",") { break }
        }
        guard count > 1, count <= 11, Self.organs.contains(where: { names[count - 1].lowercased().hasPrefix($0) })
        else {
            return nil
        }
        rest = names.count > count ? String(words[names[count].startIndex...]) : ""
        if names[count - 1].hasSuffix(",") || rest.isEmpty {
            guard rest.isEmpty else { return nil }
            form = .alone
        } else {
            guard rest.first?.isLowercase == true else { return nil }
            form = .statement
        }
    }

    private static func isName(_ word: Substring) -> Bool {
        word.first?.isUppercase == true || ["of", "and", "the", "on", "for"].contains(word)
    }

    /// What the last word of a body's name is.
    private static let organs = ["council", "assembly", "commission", "committee", "conference", "board"]
}
