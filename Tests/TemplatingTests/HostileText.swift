/// Endless hostile texts, the same for every run.
struct HostileText {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> String {
        let count = 1 + Int(random() % 8)
        return (0..<count).map { _ in Self.pieces[Int(random() % UInt64(Self.pieces.count))] }.joined()
    }

    /// SplitMix64.
    private mutating func random() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    private static let pieces: [String] = [
        // what begins a block
        "#", "# ", "###", "-", "- ", "---", "--", "+ ", "+", "=", "===", "* ", "* * *", "_ _ _", "1. ", "12) ", "1.",
        "0)",
        "> ", ">", "```", "~~~", "~", "    ", "\t", "\n", "\n\n", "\r\n", "\r", "  \n", "\\\n", "\u{0B}", "\u{0C}",
        "\u{85}",
        "\u{2028}", "\u{2029}", "\u{A0}", "\u{2003}", "\u{3000}", "|", "| - |", "[x]: y", ": ", ":",
        // what begins something in a line
        "*", "**", "_", "__", "`", "``", "[", "]", "![", "](", "(", ")", "[a](b)", "![a](b)", "[a][b]", "<", "!", "<b>",
        "</p>",
        "<script>alert(1)</script>", "<!--", "-->", "<?x", "?>", "<![CDATA[", "]]>", "<http://x.example>",
        "<a@b.example>",
        "http://x.example", "www.x.example", "javascript:alert(1)", "](javascript:alert(1))", "{{", "}}", "{{{x}}}",
        "{", "}",
        "\\", "\\*", "\\\\", "$", "^", "@", "%", "/", "?", ";", ",", ".",
        // references and attributes
        "&", "&amp;", "&lt;", "&#42;", "&#x3c;", "&quot", "&nbsp;", "\"", "'", "\"\u{301}", "'\u{200D}",
        "\" onload=\"x", "' x='",
        "=\"asset:x\"", "=", "<\u{301}", "&\u{200D}", ">\u{FE0F}", "\u{202E}", "\u{2066}", "\u{200B}", "\u{FEFF}",
        // what HTML does not allow
        "\0", "\u{1}", "\u{1B}", "\u{7F}", "\u{9F}", "\u{FFFD}", noncharacter(0xFFFE), noncharacter(0xFDD0),
        noncharacter(0x1FFFF),
        // words
        "x", "Koro", " ", " a ", "é", "安", "👩‍👩‍👧", "2331 (2016)", "’", "“", "5",
    ]

    private static func noncharacter(_ value: UInt32) -> String { Unicode.Scalar(value).map { String($0) } ?? "" }
}
