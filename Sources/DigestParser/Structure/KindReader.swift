import Meetings

/// Tells a release that is no meeting, and why (genre: what is not a meeting).
enum KindReader {
    static func read(_ passages: [Passage], structure: StructureReader.Structure) -> Meeting.Kind {
        guard !passages.isEmpty else { return .other(reason: "the file holds no text") }
        if let symbol = structure.header.symbol, let reason = reason(ofSymbol: symbol) { return .other(reason: reason) }
        for passage in passages.prefix(12) {
            if let reason = reason(ofOpening: passage.text) { return .other(reason: reason) }
        }
        if structure.header.numbers.isEmpty, structure.times == nil, !hasTurns(structure),
            !tellsAction(passages, structure)
        {
            return .other(reason: "it has no meeting number, times, turns or action of a body")
        }
        return .meeting
    }

    /// The press office’s series that are never a meeting: messages, travels, appointments, notes.
    private static func reason(ofSymbol symbol: String) -> String? {
        PressSeries.of(symbol: symbol)?.otherKind.map { "its symbol \(symbol) is that of \($0)" }
    }

    private static func reason(ofOpening text: String) -> String? {
        guard ByteSearch.opens(text, with: openings) else { return nil }
        let head = text.prefix(260).lowercased()
        if head.contains("transcript of") && (head.hasPrefix("the following") || head.hasPrefix("following")) {
            return "it is a transcript of a briefing or press conference"
        }
        if head.hasPrefix("following is") || head.hasPrefix("following are") || head.hasPrefix("the following is") {
            for kind in [
                "statement", "message", "remarks", "address", "transcript", "text", "letter", "speech", "lecture",
                "video",
            ]
            where head.contains(kind) && !head.contains("summary") {
                return "it is the text of a single \(kind), not a record of a meeting"
            }
        }
        if head.hasPrefix("the following statement was issued")
            || head.hasPrefix("the following security council press statement")
            || head.hasPrefix("the following statement by") || head.hasPrefix("the following press statement")
        {
            return "it is a statement issued to the press"
        }
        if head.hasPrefix("press conference by") || head.hasPrefix("press briefing by") {
            return "it is an account of a press conference"
        }
        if head.hasPrefix("daily press briefing") { return "it is a daily press briefing" }
        return nil
    }

    private static let openings: [StaticString] = ["the following", "following", "press ", "daily press briefing"]

    private static func hasTurns(_ structure: StructureReader.Structure) -> Bool {
        structure.blocks.contains { block in
            switch block.content {
            case .statement, .placeholder, .fullText: true
            default: false
            }
        }
    }

    /// A body is named with something it did: `The Security Council decided unanimously …`.
    private static func tellsAction(_ passages: [Passage], _ structure: StructureReader.Structure) -> Bool {
        let acts = [
            "adopted", "adopting", "adopts", "decided", "approved", "extended", "elected", "voted", "met ", "heard",
            "began",
            "concluded",
            "considered", "condemned", "authorized", "renewed", "rejected", "debate", "today",
        ]
        for passage in passages.dropFirst(structure.header.passages).prefix(12)
        where BodyReader.bodies(in: passage.text).count > 0 {
            if acts.contains(where: { passage.text.contains($0) }) { return true }
        }
        return false
    }
}
