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
            AbbreviationCaseRule(), GroupNameRule(), PersonSpellingRule(), TitleSpellingRule(), WordSpellingRule(),
            ModalRule(),
            MuchForMustRule(), SplitPrefixRule(), CompoundHyphenRule(), NameCaseRule(), TitleOrderRule(),
            TitlePrepositionRule(), SentenceSpaceRule(), DashRule(), AsWellRule(), AttributionCommaRule(),
            OpenerCommaRule(), ContractionRule(), BodyCaseRule(),
            SilentSpeakerRule(states: states, names: names), UnlistedSpeakerRule(states: states, names: names),
        ]
    }

    init(rules: [any SlipRule]) { self.rules = rules }

    /// The slips of a digest in the order of the text.
    /// - Parameter source: the text that the meeting was read from.
    package func slips(in meeting: Meeting, of source: SourceText) -> [Diagnostic] {
        guard meeting.kind == .meeting else { return [] }
        let text = ProofText(meeting, source)
        let found = rules.flatMap { rule in rule.slips(in: text).map { (type(of: rule).id, $0) } }
        // Equal places keep the order of the rules.
        let ordered = found.enumerated().sorted { a, b in
            let places = [a, b].map { $0.element.1.range?.lowerBound ?? -1 }
            return places[0] == places[1] ? a.offset < b.offset : places[0] < places[1]
        }
        return ordered.map { diagnostic($0.element.1, id: $0.element.0, in: text) }
    }

    private func diagnostic(_ slip: Slip, id: String, in text: ProofText) -> Diagnostic {
        let place = slip.range.map(text.place)
        return Diagnostic(
            id: id, severity: .warning, file: text.meeting.source.file, lines: place?.lines, column: place?.column,
            length: place?.length, message: slip.message, suggestion: slip.suggestion)
    }
}
