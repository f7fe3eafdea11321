import Diagnostics
import Meetings

/// Reads a digest like an editor before it goes out: which slips are in it, where, and what was most likely meant.
///
/// Its findings are suggestions: warnings, never errors. They say nothing of how the digest was read; that stands in
/// `Meeting.diagnostics`.
package struct Proofreader: Sendable {
    private let rules: [any SlipRule]

    package init(states: StateTable = .shipped) {
        let names = StateNames(states)
        rules = [
            NameToComeRule(), StatementToComeRule(), MissingDateRule(), TimeMarkRule(), UnresolvedPronounRule(),
            PronounRule(), ConflictingYearRule(), ListCommaRule(names: names), MisplacedCommaRule(names: names),
            DoubleWordRule(), RepeatedSentenceRule(), RepeatedOpeningRule(), DoubleSpaceRule(), SpaceBeforeMarkRule(),
            MissingSpaceRule(), MissingFullStopRule(), UnbalancedQuotationRule(), UnbalancedBracketRule(),
            AbbreviationCaseRule(), GroupNameRule(), PersonSpellingRule(), TitleSpellingRule(), WordSpellingRule(), ModalRule(),
            AsWellRule(), AttributionCommaRule(), OpenerCommaRule(), ContractionRule(), BodyCaseRule(),
            SilentSpeakerRule(states: states, names: names), UnlistedSpeakerRule(states: states, names: names),
        ]
    }

    init(rules: [any SlipRule]) { self.rules = rules }

    /// The slips of a digest in the order of the text.
    /// - Parameter source: the text that the meeting was read from.
    package func slips(in meeting: Meeting, of source: SourceText) -> [Diagnostic] {
        guard meeting.kind == .meeting, !source.isMarkup else { return [] }
        let text = ProofText(meeting, source)
        let found = rules.flatMap { rule in rule.slips(in: text).map { (type(of: rule).id, $0) } }
        // Equal places keep the order of the rules.
        let ordered = found.enumerated().sorted { a, b in
            let places = [a, b].map { $0.element.1.range?.lowerBound ?? -1 }
            return places[0] == places[1] ? a.offset < b.offset : places[0] < places[1]
        }
        return ordered.map { diagnostic($0.element.1, id: $0.element.0, of: source) }
    }

    private func diagnostic(_ slip: Slip, id: String, of source: SourceText) -> Diagnostic {
        var diagnostic = Diagnostic(
            id: id, severity: .warning, file: source.file, message: slip.message, suggestion: slip.suggestion)
        guard let range = slip.range else { return diagnostic }
        let first = source.lineNumber(at: range.lowerBound)
        let last = range.isEmpty ? first : source.lineNumber(at: range.upperBound - 1)
        diagnostic.lines = first...max(first, last)
        diagnostic.column = range.lowerBound - source.lines[first - 1].lowerBound + 1
        diagnostic.length = min(range.upperBound, source.lines[first - 1].upperBound) - range.lowerBound
        return diagnostic
    }
}

extension SourceText {
    /// Whether this is a page as a browser saved it: its tags would be read as words.
    fileprivate var isMarkup: Bool { bytes.first { $0 > 0x20 } == UInt8(ascii: "<") }
}
