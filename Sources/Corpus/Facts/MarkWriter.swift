import Diagnostics
import Meetings

/// Marks of single entries. Every stored property of an entry goes in: `CorpusMarksTests` holds the lists to that.
struct MarkWriter {
    let meetings: [UInt64]
    private let years: [Int?]
    let persons: [UInt64]
    let delegations: [UInt64]
    let resolutions: [UInt64]
    private let officialTexts: [OfficialText]

    init(_ lists: Corpus.Lists) {
        meetings = lists.meetings.map { Fingerprint.of($0.id) }
        years = lists.meetings.map(\.year)
        persons = lists.persons.map { Fingerprint.of($0.id) }
        delegations = lists.delegations.map { Fingerprint.of($0.id) }
        resolutions = lists.resolutions.map { Fingerprint.of($0.id) }
        officialTexts = lists.officialTexts
    }

    // MARK: Persons and delegations

    func label(_ person: Person) -> UInt64 {
        var print = Fingerprint()
        print.add(person.id)
        print.add(person.name)
        print.add(person.printedNames) { $0.add($1) }
        return print.mark
    }

    func label(_ delegation: Delegation) -> UInt64 {
        let names = DelegationNameForms(delegation)
        var print = Fingerprint()
        print.add(delegation.id)
        print.add(delegation.name)
        print.add(delegation.kind.rawValue)
        print.add(names.formal)
        print.add(names.abbreviation)
        print.add(names.printed) { $0.add($1) }
        return print.mark
    }

    func mark(_ person: Person) -> UInt64 {
        var print = Fingerprint()
        print.add(person.id)
        print.add(person.name)
        print.add(person.variants) { print, variant in
            print.add(variant.printed)
            print.add(variant.turns)
            add(variant.first, to: &print)
        }
        add(person.turns, to: &print)
        print.add(person.affiliations) { print, affiliation in
            print.add(affiliation.role)
            add(affiliation.delegation, to: &print)
            add(affiliation.turns, to: &print)
        }
        add(person.spokeFor, to: &print)
        print.add(person.evidence) { print, evidence in
            print.add(evidence.rule.rawValue)
            add(evidence.turn, to: &print)
        }
        print.add(person.words)
        return print.mark
    }

    func mark(_ delegation: Delegation) -> UInt64 {
        var print = Fingerprint()
        print.add(delegation.id)
        print.add(delegation.name)
        print.add(delegation.kind.rawValue)
        print.add(delegation.code)
        print.add(delegation.formalName)
        print.add(delegation.abbreviation)
        print.add(delegation.variants) { $0.add($1) }
        print.add(delegation.predecessors) { add($1, to: &$0) }
        print.add(delegation.successors) { add($1, to: &$0) }
        add(delegation.turns, to: &print)
        add(delegation.placeholders, to: &print)
        print.add(delegation.speakers) { print, speaker in
            print.add(persons[speaker.person.index])
            add(speaker.turns, to: &print)
        }
        print.add(delegation.votes) { print, cast in
            print.add(meetings[cast.meeting.index])
            print.add(cast.vote)
            print.add(cast.position.rawValue)
        }
        for associations in [
            delegation.spokeFor, delegation.alignedWith, delegation.representedBy, delegation.alignedBy,
        ] { add(associations, to: &print) }
        add(delegation.turnsOnBehalf, to: &print)
        add(delegation.turnsAligned, to: &print)
        add(delegation.turnsHeardIn, to: &print)
        print.add(delegation.words)
        return print.mark
    }

    // MARK: Resolutions and documents

    func mark(_ entry: ResolutionEntry) -> UInt64 {
        var print = Fingerprint()
        print.add(outline(entry, symbols: 0))
        add(entry.text, to: &print)
        if let adoption = entry.adoption {
            print.add(meetings[adoption.meeting.index])
            print.add(adoption.decision)
            print.add(adoption.vote ?? -1)
            print.add(adoption.how?.rawValue)
        }
        print.add(entry.paragraphs) { print, paragraph in
            print.add(paragraph.index)
            print.add(paragraph.cites) { $0.add(resolutions[$1.index]) }
            print.add(paragraph.citations) { add($1.passage, to: &$0) }
        }
        print.add(entry.cites) { $0.add(resolutions[$1.index]) }
        print.add(entry.citedByResolutions) { $0.add(resolutions[$1.index]) }
        print.add(entry.citations) { add($1.passage, to: &$0) }
        return print.mark
    }

    func outline(_ entry: ResolutionEntry, symbols: UInt64) -> UInt64 {
        var print = Fingerprint()
        print.add(entry.id)
        print.add(entry.symbol)
        print.add(entry.kind.rawValue)
        print.add(entry.title)
        print.add(entry.officialAddress)
        print.add(entry.text == nil ? 0 : 1)
        print.add(entry.official.map { officialTexts[$0].sha256 })
        print.add(entry.official.map { officialTexts[$0].file })
        print.add(entry.adoption.map { meetings[$0.meeting.index] } ?? 0)
        print.add(entry.adoption.flatMap { years[$0.meeting.index] } ?? 0)
        print.add(entry.paragraphs) { print, paragraph in
            print.add(paragraph.id)
            print.add(paragraph.part.rawValue)
            print.add(paragraph.number)
        }
        print.add(symbols)
        return print.mark
    }

    func mark(_ document: DocumentEntry, symbols: UInt64) -> UInt64 {
        var print = Fingerprint()
        print.add(document.id)
        print.add(document.symbol)
        print.add(document.kind.rawValue)
        print.add(document.officialAddress)
        add(document.page, to: &print)
        print.add(symbols)
        return print.mark
    }

    func add(_ passage: Passage, to print: inout Fingerprint) {
        switch passage {
        case .turn(let turn, let paragraph):
            add(turn, to: &print)
            print.add(paragraph)
        case .block(let meeting, let block, let paragraph):
            print.add(meetings[meeting.index])
            print.add(block)
            print.add(paragraph)
        case .clause(let resolution, let paragraph, let part):
            print.add(resolutions[resolution.index])
            print.add(paragraph)
            switch part {
            case .opening: print.add(-1)
            case .point(let path): print.add(path) { $0.add($1) }
            case .continuation(let index): print.add(-2 - index)
            }
        case .annex(let resolution, let annex, let paragraph):
            print.add(resolutions[resolution.index])
            print.add(-1 - annex)
            print.add(paragraph)
        }
    }

    private func add(_ target: LinkTarget, to print: inout Fingerprint) {
        switch target {
        case .meeting(let id), .person(let id), .delegation(let id), .resolution(let id), .document(let id),
            .external(let id):
            print.add(id)
        case .statement(let page, let id), .paragraph(let page, let id):
            print.add(page)
            print.add(id)
        case .none: print.add(0)
        }
    }

    // MARK: Refs

    func add(_ turn: TurnRef, to print: inout Fingerprint) {
        print.add(meetings[turn.meeting.index])
        print.add(turn.block)
    }

    func add(_ turn: TurnRef?, to print: inout Fingerprint) {
        if let turn { add(turn, to: &print) } else { print.add(0) }
    }

    private func add(_ turns: [TurnRef], to print: inout Fingerprint) { print.add(turns) { add($1, to: &$0) } }

    func add(_ delegation: Ref<Delegation>, to print: inout Fingerprint) {
        print.add(delegations[delegation.index])
    }

    func add(_ meeting: Ref<MeetingEntry>?, to print: inout Fingerprint) {
        print.add(meeting.map { meetings[$0.index] } ?? 0)
    }

    func add(_ delegation: Ref<Delegation>?, to print: inout Fingerprint) {
        print.add(delegation.map { delegations[$0.index] } ?? 0)
    }

    private func add(_ associations: [Association], to print: inout Fingerprint) {
        print.add(associations) { print, association in
            add(association.delegation, to: &print)
            add(association.turns, to: &print)
        }
    }

    private func add(_ place: ResolutionEntry.DecisionRef?, to print: inout Fingerprint) {
        print.add(place.map { meetings[$0.meeting.index] } ?? 0)
        print.add(place?.decision ?? -1)
    }
}
