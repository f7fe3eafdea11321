import Meetings

/// Who speaks, votes and is cited in a meeting: places in a lexicon.
struct SkeletonParts: Sendable {
    /// Of statements, in the order of the text.
    var openers: [StatementOpener] = []
    /// Of statements that are to come.
    var announcements: [Announcement] = []
    /// One for each vote.
    var ballots: [Ballot] = []
    /// References in statements and in the text around them, in the order of the text; those to statements are left out.
    var mentions: [Mention] = []
    /// What the texts of its decisions cite, one for each reference.
    var citedInTexts: [Int32] = []

    struct StatementOpener: Equatable, Sendable {
        /// Index into `Meeting.blocks`.
        let block: Int32
        var anchor: Int32
        var speaker: Int32
        var ties: [Tie]
    }

    /// Whom a statement names besides its speaker.
    struct Tie: Equatable, Sendable {
        let relation: Relation
        var name: Int32

        enum Relation: Int, Sendable { case onBehalfOf, alignedWith, heard }
    }

    struct Announcement: Equatable, Sendable {
        /// Index into `Meeting.blocks`.
        let block: Int32
        var anchor: Int32
        var delegation: Int32?
    }

    /// Names in a vote.
    struct Ballot: Equatable, Sendable {
        var favour: [Int32]
        var against: [Int32]
        var abstain: [Int32]
    }

    struct Mention: Sendable {
        /// Index into `Meeting.blocks`.
        let block: Int32
        let isInStatement: Bool
        /// Index into the block's paragraphs.
        let paragraph: Int32
        /// UTF-8 bytes of the paragraph.
        let start: Int32
        let end: Int32
        var target: Int32
    }
}

extension SkeletonParts {
    /// Everything outside the texts of decisions that cites something, in the order of the text.
    /// - Parameter meeting: whose parts these are.
    func citations(at meeting: Ref<MeetingEntry>, _ lexicon: Lexicon) -> [Corpus.Lists.Citing] {
        mentions.map { ($0.citation(in: meeting), lexicon.target($0.target)) }
    }

    /// Whether the same voices speak, are announced and vote, at the same places. Both are in one lexicon.
    func hasVoices(of other: SkeletonParts) -> Bool {
        openers == other.openers && announcements == other.announcements && ballots == other.ballots
    }
}

// MARK: Reading

extension SkeletonParts {
    init(_ meeting: Meeting, _ lexicon: inout LexiconBuilder) {
        for (index, block) in meeting.blocks.enumerated() {
            switch block.content {
            case .statement(let statement):
                add(statement, at: index, &lexicon)
            case .placeholder(let placeholder):
                announcements.append(
                    Announcement(
                        block: Int32(index), anchor: lexicon.place(of: placeholder.id),
                        delegation: lexicon.place(of: placeholder.delegation)))
            default:
                mention(block.runningText, at: index, inStatement: false, &lexicon)
            }
        }
        citedInTexts = meeting.decisions.compactMap(\.fullText).flatMap { lexicon.targets(of: $0) }
        ballots = meeting.votes.map { vote in
            Ballot(
                favour: vote.names.favour.map { lexicon.place(of: $0) },
                against: vote.names.against.map { lexicon.place(of: $0) },
                abstain: vote.names.abstain.map { lexicon.place(of: $0) })
        }
    }

    private mutating func add(_ statement: Statement, at block: Int, _ lexicon: inout LexiconBuilder) {
        var ties = statement.onBehalfOf.map { Tie(relation: .onBehalfOf, name: lexicon.place(of: $0)) }
        ties += statement.alignedWith.map { Tie(relation: .alignedWith, name: lexicon.place(of: $0)) }
        ties += statement.others.compactMap(\.delegation).map { Tie(relation: .heard, name: lexicon.place(of: $0)) }
        openers.append(
            StatementOpener(
                block: Int32(block), anchor: lexicon.place(of: statement.id),
                speaker: lexicon.place(of: statement.speaker), ties: ties))
        mention(statement.paragraphs, at: block, inStatement: true, &lexicon)
    }

    private mutating func mention(
        _ paragraphs: [Paragraph], at block: Int, inStatement: Bool, _ lexicon: inout LexiconBuilder
    ) {
        for (number, paragraph) in paragraphs.enumerated() {
            for reference in paragraph.references where reference.kind != .statement {
                mentions.append(
                    Mention(
                        block: Int32(block), isInStatement: inStatement, paragraph: Int32(number),
                        start: Int32(clamping: reference.start), end: Int32(clamping: reference.end),
                        target: lexicon.place(of: reference)))
            }
        }
    }

    /// The same parts in another lexicon.
    func placed(_ places: LexiconPlaces) -> SkeletonParts {
        var parts = self
        for index in parts.openers.indices { parts.openers[index].place(places) }
        for index in parts.announcements.indices {
            parts.announcements[index].anchor = places.texts[Int(announcements[index].anchor)]
            parts.announcements[index].delegation = places[text: announcements[index].delegation]
        }
        parts.ballots = ballots.map { ballot in
            let place = { (name: Int32) in places.texts[Int(name)] }
            return Ballot(
                favour: ballot.favour.map(place), against: ballot.against.map(place),
                abstain: ballot.abstain.map(place))
        }
        for index in parts.mentions.indices {
            parts.mentions[index].target = places.targets[Int(mentions[index].target)]
        }
        parts.citedInTexts = citedInTexts.map { places.targets[Int($0)] }
        return parts
    }
}

extension SkeletonParts.StatementOpener {
    fileprivate mutating func place(_ places: LexiconPlaces) {
        anchor = places.texts[Int(anchor)]
        speaker = places.speakers[Int(speaker)]
        for index in ties.indices { ties[index].name = places.texts[Int(ties[index].name)] }
    }
}

extension SkeletonParts.Mention {
    /// - Parameter meeting: whose text it stands in.
    func citation(in meeting: Ref<MeetingEntry>) -> Citation {
        let turn = TurnRef(meeting: meeting, block: Int(block))
        let passage: Passage =
            isInStatement
            ? .turn(turn, paragraph: Int(paragraph))
            : .block(meeting, block: Int(block), paragraph: Int(paragraph))
        return Citation(passage: passage, start: Int(start), end: Int(end))
    }
}
