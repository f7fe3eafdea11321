import Meetings

/// Reads what the release tells of votes and adoptions, sentence by sentence (genre: narration, votes).
///
/// Only the headline, the summary and narration are read: what a speaker says of a vote belongs to the speaker.
struct ActionReader {
    private let tallies: TallyReader
    private let texts: VotedTextReader
    private var actions: [Action] = []
    /// The last of them with figures.
    private var lastCounted: Int?
    /// What the sentence before was about: "the Assembly then took a vote on the amendment. With 88 in favour …".
    private var antecedent: VotedText?
    /// The draft that the last turn brought in – `Introducing the draft (document E/2025/L.19), …` – or that the body took up.
    private var introduced: VotedText?

    static func actions(of meeting: Meeting, drafts: DraftSymbols, states: StateTable) -> [Action] {
        var reader = ActionReader(
            tallies: TallyReader(names: DelegationList(states: states)),
            texts: VotedTextReader(meeting: Organ(body: meeting.body), drafts: drafts))
        reader.read(meeting)
        reader.takeVerdicts()
        let told = ToldVotes(reader.actions)
        let isNumbered = reader.actions.contains { action in
            action.outcome == .adopted && !action.isRecalled && action.text.kind == .resolution
                && action.text.symbol.map { !ByteSearch.contains($0, "/L.") } ?? false
        }
        return reader.actions.map { action in
            var action = action
            if !action.isOutcomeTold, let outcome = told.outcome(of: action) { action.outcome = outcome }
            // A draft that became a numbered resolution is told by that number.
            if action.text.isGeneric, action.text.kind == .resolution, !isNumbered { action.text.symbol = drafts.only }
            return action
        }
    }

    /// `It received 13 votes in favour and 1 against. The draft was not adopted owing to the negative vote …`: the figures
    /// in one sentence, what became of the text in the next.
    private mutating func takeVerdicts() {
        for index in actions.indices.dropLast() where actions[index].tally != nil && !actions[index].isOutcomeTold {
            let next = actions[index + 1]
            guard next.tally == nil, next.isOutcomeTold, !next.isRecalled, next.place == actions[index].place,
                next.lines.lowerBound <= actions[index].lines.upperBound + 2,
                next.text.isGeneric || actions[index].text.isGeneric || next.text.symbol == actions[index].text.symbol
            else { continue }
            actions[index].outcome = next.outcome
            actions[index].isOutcomeTold = true
            if actions[index].text.isGeneric { actions[index].text = next.text }
        }
    }

    private init(tallies: TallyReader, texts: VotedTextReader) {
        self.tallies = tallies
        self.texts = texts
    }

    private mutating func read(_ meeting: Meeting) {
        for block in meeting.blocks {
            switch block.content {
            case .header:
                for headline in [meeting.headline].compactMap({ $0 }) + meeting.subheadlines {
                    read(headline, block.lines, .headline)
                }
            case .summary(let summary): read(summary.paragraphs, .summary)
            case .narration(let paragraphs), .other(let paragraphs): read(paragraphs, .action)
            case .statement(let statement):
                introduced = statement.paragraphs.first.flatMap(introduction) ?? introduced
                if statement.form == .prose { readVerdicts(in: statement.paragraphs) }
            case .heading: introduced = nil
            case .note, .times, .placeholder, .fullText, .footer: break
            }
        }
    }

    private mutating func read(_ paragraphs: [Paragraph], _ place: Action.Place) {
        for paragraph in paragraphs { read(paragraph.text, paragraph.lines, place) }
    }

    /// `Ultimately, that proposal was rejected.`: where all is prose, the account of a turn may go on with what became of
    /// what it asked for.
    private mutating func readVerdicts(in paragraphs: [Paragraph]) {
        for paragraph in paragraphs
        where ByteSearch.contains(paragraph.text, "was rejected")
            || ByteSearch.contains(paragraph.text, "), which the ")
        {
            let text = InlineText(paragraph.text)
            antecedent = introduced
            for sentence in Sentences.ranges(in: text) where isVerdict(text, sentence) || tellsAct(text, sentence) {
                read(text, sentence, paragraph.lines, .action)
            }
        }
    }

    private func isVerdict(_ text: InlineText, _ sentence: Range<Int>) -> Bool {
        var start = sentence.lowerBound
        if let word = text.word(at: start), text.byte(word.upperBound) == Ascii.comma {
            start = text.skippingSpaces(from: word.upperBound + 1)
        }
        guard let noun = Self.pointing.end(in: text, at: start).map(text.skippingSpaces(from:)),
            let verb = Self.proposals.end(in: text, at: noun).map(text.skippingSpaces(from:))
        else { return false }
        return text.matches("was rejected", at: verb)
            && !NarrationForm.speaks(Phrase(text.string(sentence)), end: .max)
    }

    /// `introduced the draft (document A/C.6/76/L.9), which the Committee approved without a vote`
    private func tellsAct(_ text: InlineText, _ sentence: Range<Int>) -> Bool {
        sentence.contains { index in
            guard text.bytes[index] == Ascii.closeParenthesis, let which = text.end(of: "), which the ", at: index),
                let body = text.word(at: which), Self.bodies.contains(body, of: text)
            else { return false }
            var verb = text.skippingSpaces(from: body.upperBound)
            if let then = Self.sequels.end(in: text, at: verb) { verb = text.skippingSpaces(from: then) }
            return Self.acts.end(in: text, at: verb) != nil
        }
    }

    private static let bodies: WordList = ["committee", "assembly", "council", "commission"]
    private static let sequels: WordList = ["then", "later", "subsequently"]
    private static let acts: WordList = ["approved", "adopted", "rejected"]
    private static let pointing: WordList = ["that", "the", "this"]
    private static let proposals: WordList = ["proposal", "motion", "request", "amendment", "draft", "text", "appeal"]

    private mutating func read(_ words: String, _ lines: LineRange, _ place: Action.Place) {
        let text = InlineText(words)
        antecedent = place == .action ? introduced : nil
        if let call = RollCall(text) { return add(call, of: text) }
        for sentence in Sentences.ranges(in: text) { read(text, sentence, lines, place) }
    }

    private func introduction(_ paragraph: Paragraph) -> VotedText? {
        guard ByteSearch.contains(paragraph.text, "ntroduc") else { return nil }
        let text = InlineText(paragraph.text)
        let first = Sentences.ranges(in: text).first ?? 0..<0
        return texts.texts(in: text, first).first { $0.symbol != nil && $0.kind == .resolution }
    }

    /// The names of the vote told last.
    private mutating func add(_ call: RollCall, of text: InlineText) {
        guard let side = call.side, let last = lastCounted,
            actions[last].tally?[keyPath: side.names].isEmpty == true
        else { return }
        actions[last].tally?[keyPath: side.names] = tallies.names.names(in: text.string(call.names..<text.count))
    }

    private mutating func read(_ text: InlineText, _ sentence: Range<Int>, _ lines: LineRange, _ place: Action.Place) {
        let verbs = ActionVerb.verbs(in: text, sentence)
        let counted = tallies.tallies(in: text, sentence)
        let plain = PlainAdoption.texts(in: text, sentence, meeting: texts.meeting)
        actions += plain.map { Action(place: place, lines: lines, outcome: .adopted, text: $0) }
        if verbs.isEmpty, counted.isEmpty {
            if let named = texts.texts(in: text, sentence).first, !named.isGeneric {
                antecedent = named
                if place == .action, named.kind == .resolution, named.symbol != nil, takesUp(text, sentence) {
                    introduced = named
                }
            }
            return
        }
        let draft = texts.texts(in: text, sentence).first { $0.kind == .resolution && $0.symbol != nil }
        if place == .action, takesUp(text, sentence) { introduced = draft ?? introduced }
        var last: (verb: Int?, objects: [VotedText])?
        for clause in Clauses.read(text, sentence, verbs, counted) {
            let verb = clause.verb.map { verbs[$0] }
            let range = verbs.count > 1 ? clause.surroundings : sentence
            // `retained paragraphs 5 and 9 by votes of …, and of …`: the second figures are on the same paragraphs.
            let goesOn = last.map { $0.verb == clause.verb && clause.verb != nil } ?? false
            let isSame = goesOn && clause.part == nil && texts.texts(in: text, clause.window).isEmpty
            let found = isSame ? last?.objects ?? [] : objects(of: clause, verb, in: text, draft)
            last = (clause.verb, found)
            for object in found {
                if clause.tally != nil { lastCounted = actions.count }
                actions.append(
                    Action(
                        place: place, lines: lines, outcome: verb?.outcome ?? Self.majority(clause.tally), text: object,
                        manner: Self.manner(text, range, clause.tally), tally: clause.tally,
                        isOutcomeTold: verb != nil, isRecalled: verb?.isRecalled ?? false,
                        isFigureless: verb?.outcome == .rejected && verb?.isPassive == true && clause.tally == nil
                            && place == .action && isNamed(text, clause.window)))
            }
        }
    }

    /// The clause says what failed, and no more than a pronoun is not enough.
    private func isNamed(_ text: InlineText, _ window: Range<Int>) -> Bool {
        !texts.texts(in: text, window).isEmpty
    }

    private func takesUp(_ text: InlineText, _ sentence: Range<Int>) -> Bool {
        sentence.prefix(80).contains { text.isWordStart($0) && Self.takingUp.end(in: text, at: $0) != nil }
    }

    private static let takingUp: WordList = [
        "took up", "taking up", "turned to", "turning to", "voted on", "a vote on",
    ]

    /// What a clause is about, by name where the sentence or the one before gives it.
    private mutating func objects(
        of clause: Clauses.Clause, _ verb: ActionVerb?, in text: InlineText, _ draft: VotedText?
    ) -> [VotedText] {
        var found = texts.texts(in: text, clause.window)
        if let part = clause.part {
            found = part < found.count ? [found[part]] : []
        }
        if found.first?.isGeneric ?? true {
            let near = texts.texts(in: text, clause.surroundings).first
            if found.isEmpty, let near { found = [near] }
            let named = near?.isGeneric == false ? near : antecedent
            if let named, found.isEmpty || found[0].kind == named.kind { found = [named] }
        }
        if found.first?.kind == .paragraph, found[0].symbol == nil {
            found[0].symbol =
                [draft, antecedent, introduced].compactMap(\.self).first { $0.kind == .resolution }?.symbol
        } else if let named = found.last, !named.isGeneric {
            antecedent = named
        }
        if !found.isEmpty { return found }
        let isResolution = verb?.isDeciding == true && texts.meeting == .securityCouncil
        return [VotedText(kind: isResolution ? .resolution : .motion)]
    }

    /// A tally without a word of what became of it: the majority decides.
    private static func majority(_ tally: Tally?) -> Vote.Outcome {
        (tally?.favour ?? 0) > (tally?.against ?? 0) ? .adopted : .rejected
    }

    private static func manner(_ text: InlineText, _ range: Range<Int>, _ tally: Tally?) -> Decision.Adoption? {
        if tally != nil { return .vote }
        for index in FormStarts(in: text, range) {
            guard "uwbrUWBR".utf8.contains(text.bytes[index]), text.isWordStart(index) else { continue }
            if text.matches("unanimous", at: index) { return .unanimously }
            if consensus.end(in: text, at: index) != nil {
                return .withoutVote
            }
            if voting.end(in: text, at: index) != nil { return .vote }
        }
        return nil
    }

    private static let consensus: WordList = ["without a vote", "without vote", "by consensus", "by acclamation"]
    private static let voting: WordList = ["recorded vote", "by a vote", "by vote"]
}
