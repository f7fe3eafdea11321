/// The number a press office gives its release: `SC/12647`, `GA/SHC/4221`, `SC/6570/Rev.1`.
enum PressSymbol {
    /// The symbol a short header line holds, glued to a body's name or behind `Press Release` too, without a revision star.
    static func line(_ text: String) -> String? {
        guard text.utf8.count <= 80, text.utf8.contains(UInt8(ascii: "/")) else { return nil }
        let tokens = text.split { $0 == " " || $0 == "\u{A0}" || $0 == "|" || $0 == "\t" }
        if isSentence(tokens) { return nil }
        for token in tokens.reversed() {
            if let symbol = read(token) { return symbol }
        }
        return nil
    }

    /// Somebody may speak of a document before any header: names have no small words but those of grammar.
    private static func isSentence(_ tokens: [Substring]) -> Bool {
        tokens.count { $0.first?.isLowercase == true && !small.contains(String($0)) } > 1
    }

    private static let small: Set<String> = ["of", "on", "the", "and", "for", "in", "to", "against"]

    /// `Security CouncilSC/8940`: the symbol begins with the last run of capitals before the first slash.
    private static func read(_ token: Substring) -> String? {
        var bytes = Array(token.utf8)
        while let last = bytes.last,
            [UInt8(ascii: "*"), UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: ")")].contains(last)
        {
            bytes.removeLast()
        }
        guard let slash = bytes.firstIndex(of: UInt8(ascii: "/")) else { return nil }
        let last = bytes.lastIndex(of: UInt8(ascii: "/")) ?? slash
        // `ECOSOC/6890-NGO/862`: one release in two series.
        if slash < last, let joint = bytes[slash..<last].firstIndex(of: Ascii.hyphen),
            let first = read(Substring(decoding: bytes[..<joint], as: UTF8.self)),
            let second = read(Substring(decoding: bytes[(joint + 1)...], as: UTF8.self))
        {
            return first + "-" + second
        }
        var start = slash
        while start > 0, (0x41...0x5A).contains(bytes[start - 1]) { start -= 1 }
        guard slash - start >= 2 || slash - start == 1 && start == 0 else { return nil }
        let parts = bytes[start...].split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        guard parts.count >= 2,
            let number = parts.dropFirst().firstIndex(where: {
                $0.allSatisfy { (0x30...0x39).contains($0) } && !$0.isEmpty
            })
        else { return nil }
        guard parts[..<number].allSatisfy({ !$0.isEmpty && $0.allSatisfy { (0x41...0x5A).contains($0) } }),
            parts[number].count <= 6
        else { return nil }
        // `HRC/22/101`: some offices count by session or year.
        let isCounted = slash - start >= 2 && parts.count == number + 2 && parts[number].count <= 4
        for part in parts[(number + 1)...]
        where !String(decoding: part, as: UTF8.self).hasPrefix("Rev")
            && !(isCounted && part.count <= 4 && part.prefix(2).allSatisfy(Ascii.isDigit))
        { return nil }
        return String(decoding: bytes[start...], as: UTF8.self)
    }
}
