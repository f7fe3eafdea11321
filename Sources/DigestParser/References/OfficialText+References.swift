import Diagnostics
import Meetings

extension OfficialText {
    /// The text with its references found; malformed ones are passed over, since an official document is not proofread here.
    /// - Parameter source: the file.
    package func withReferences(in source: SourceText, states: StateTable = .shipped) -> OfficialText {
        var meeting = Meeting(
            source: Meeting.Source(file: file, lines: text.lines.upperBound, sha256: ""), body: Self.body(of: symbol),
            decisions: [
                Decision(kind: .resolution, symbol: symbol, adopted: nil, lines: text.lines, fullText: text)
            ])
        ReferencePass.run(on: &meeting, in: source, drafts: DraftSymbols(meeting), states: states)
        var copy = self
        copy.text = meeting.decisions[0].fullText ?? text
        return copy
    }

    /// Whose resolutions a bare number means: the body's that adopted this one.
    private static func body(of symbol: String) -> String {
        switch symbol.split(separator: "/").first {
        case "S": "Security Council"
        case "E": "Economic and Social Council"
        case "A" where symbol.hasPrefix("A/HRC/"): "Human Rights Council"
        case "A": "General Assembly"
        default: ""
        }
    }
}
