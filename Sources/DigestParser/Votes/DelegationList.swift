import Meetings

/// Names of delegations in a row, as votes print them: `China, Russian Federation`, `Belarus, Eritrea, and Syria`.
///
/// Names that have a comma, "and" or brackets of their own are kept whole with the help of the table of States.
struct DelegationList {
    let states: StateTable

    /// The names, as printed, in order; empty where the words are no names (`see annex`).
    func names(in text: String) -> [String] {
        let pieces = pieces(text)
        let last = pieces.count > 1 ? pieces.last.map(splitAtOnlyAnd) ?? [] : pieces
        return (pieces.dropLast(last.isEmpty ? 0 : 1) + last).flatMap(split).filter { name in
            name.first?.isUppercase == true
                && !["Annex", "Annexes", "None", "See"].contains { name == $0 || name.hasPrefix($0 + " ") }
        }
    }

    /// Between commas and semicolons that stand outside brackets.
    private func pieces(_ text: String) -> [String] {
        var pieces: [String] = [""]
        var depth = 0
        for character in text {
            if character == "(" { depth += 1 }
            if character == ")" { depth -= 1 }
            if depth <= 0, character == "," || character == ";" {
                pieces.append("")
            } else {
                pieces[pieces.count - 1].append(character)
            }
        }
        return pieces.map(trimmed).filter { !$0.isEmpty }
    }

    /// The last of several names has the "and" of the list before it: where it has but one, that is the joint.
    private func splitAtOnlyAnd(_ piece: String) -> [String] {
        let parts = piece.split(separator: " and ", omittingEmptySubsequences: false).map(String.init)
        return parts.count == 2 && states.state(named: piece) == nil && !piece.contains("(") ? parts : [piece]
    }

    /// `China and Russian Federation` in two, `Bosnia and Herzegovina` whole, three with two "and" where the table says so.
    private func split(_ piece: String) -> [String] {
        var names: [String] = []
        var words = piece.split(whereSeparator: \.isWhitespace).map(String.init)
        if words.first == "and" { words.removeFirst() }
        while let join = words.firstIndex(of: "and") {
            if states.state(named: words.joined(separator: " ")) != nil { break }
            let second = words[(join + 1)...].firstIndex(of: "and") ?? words.count
            // The shortest head that is a State, or else a head without "and" whose tail is one.
            let short = words[..<join].joined(separator: " ")
            let long = words[..<second].joined(separator: " ")
            let isLong = states.state(named: short) == nil && states.state(named: long) != nil
            let end = isLong ? second : join
            let tail = words[min(end + 1, words.count)...].joined(separator: " ")
            guard end < words.count, isLong || states.state(named: short) != nil || states.state(named: tail) != nil
            else { break }
            names.append(words[..<end].joined(separator: " "))
            words = Array(words[(end + 1)...])
        }
        if !words.isEmpty { names.append(words.joined(separator: " ")) }
        return names.map(trimmed).filter { !$0.isEmpty }
    }

    private func trimmed(_ name: String) -> String {
        var name = name[...]
        while let first = name.first, first.isWhitespace { name.removeFirst() }
        while let last = name.last, last.isWhitespace || last == "." { name.removeLast() }
        if name.hasPrefix("the ") { name.removeFirst(4) }
        return String(name)
    }
}
