/// `The Security Council,` alone, or with the verb of a presidential statement behind it.
struct BodyLine {
    enum Form { case alone, statement }

    let form: Form
    /// What follows the body's name.
    let rest: String

    /// Nil when the words do not open with a body's name.
    init?(_ words: String) {
        guard words.hasPrefix("The ") || words.hasPrefix("THE ") else { return nil }
        guard let next = words.utf8.dropFirst(4).first, !Ascii.isLower(next) || "oatf".utf8.contains(next) else {
            return nil
        }
        let names = words.split(maxSplits: 12, whereSeparator: \.isWhitespace).prefix(12)
        var count = 1
        while count < names.count, Self.isName(names[count]) {
            count += 1
            if names[count - 1].hasSuffix(",") { break }
        }
        guard count > 1, count <= 11 else { return nil }
        rest = names.count > count ? String(words[names[count].startIndex...]) : ""
        if names[count - 1].hasSuffix(",") || rest.isEmpty {
            // `The Assembly of River States,`: alone on its line the name may go on behind the organ.
            guard rest.isEmpty, names[1..<count].contains(where: Self.isOrgan) else { return nil }
            form = .alone
        } else {
            guard rest.first?.isLowercase == true, Self.isOrgan(names[count - 1]) else { return nil }
            form = .statement
        }
    }

    private static func isName(_ word: Substring) -> Bool {
        word.first?.isUppercase == true || ["of", "and", "the", "on", "for"].contains(word)
    }

    private static func isOrgan(_ word: Substring) -> Bool {
        let word = word.lowercased()
        return organs.contains { word.hasPrefix($0) }
    }

    private static let organs = ["council", "assembly", "commission", "committee", "conference", "board"]
}
