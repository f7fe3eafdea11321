import Diagnostics
import Meetings

/// The mark of every fact of a corpus, to be compared with those of another build.
///
/// Made of addresses and words, never of positions: an entry that only moved in its list keeps its marks.
package struct CorpusMarks: Sendable {
    /// By kind, then in the order of the lists.
    private(set) var marks: [[UInt64]]
    /// The place of the first fact of each kind.
    private var begins: [Int] = []
    /// The place of each meeting's first block among all blocks, and behind them how many there are.
    private var blockBegins: [Int] = []
    private var corpus: Corpus

    /// - Parameter threads: how many work at once; the marks do not depend on it.
    package init(_ corpus: Corpus, threads: Int = 1) {
        self.corpus = corpus
        let lists = corpus.lists
        let writer = MarkWriter(lists)
        let many = ParallelMap(threads: threads)
        marks = Array(repeating: [], count: CorpusFact.Kind.allCases.count)
        let symbols = Self.symbols(of: corpus)
        fill(many.map(lists.meetings, writer.marks))
        let others: [(CorpusFact.Kind, @Sendable () -> [UInt64])] = [
            (.delegation, { lists.delegations.map(writer.mark) }),
            (.person, { lists.persons.map(writer.mark) }),
            (.resolution, { lists.resolutions.map(writer.mark) }),
            (.names, { [writer.mark(CorpusNames(lists, years: corpus.years), corpus.symbols)] }),
            (
                .resolutionOutline,
                { zip(lists.resolutions, symbols.resolutions).map { writer.outline($0, symbols: $1) } }
            ),
            (.document, { zip(lists.documents, symbols.documents).map { writer.mark($0, symbols: $1) } }),
            (.resolutionList, { [Self.resolutionList(lists, writer)] }),
            (.personLabel, { lists.persons.map(writer.label) }),
            (.personList, { [writer.list(lists.persons.map(PersonRow.init), writer.add)] }),
            (.delegationLabel, { lists.delegations.map(writer.label) }),
            (.delegationList, { [writer.list(lists.delegations.map(DelegationRow.init), writer.add)] }),
            (.counts, { [writer.mark(CorpusCounts(lists))] }),
        ]
        for ((kind, _), marks) in zip(others, many.map(others) { $0.1() }) { self[kind] = marks }
        markLargeLists(writer)
        findPlaces()
    }

    init(_ marks: [[UInt64]], of corpus: Corpus) {
        self.marks = marks
        self.corpus = corpus
        findPlaces()
    }

    private mutating func findPlaces() {
        begins = marks.indices.map { kind in marks[..<kind].reduce(0) { $0 + $1.count } }
        blockBegins = [0]
        for meeting in corpus.lists.meetings {
            blockBegins.append(blockBegins[blockBegins.count - 1] + meeting.measure.blocks.count)
        }
    }

    private mutating func fill(_ meetings: [MeetingMarks]) {
        self[.meeting] = meetings.map(\.whole)
        self[.meetingRow] = meetings.map(\.row)
        self[.meetingOutline] = meetings.map(\.outline)
        self[.voices] = meetings.map(\.voices)
        self[.lines] = meetings.map(\.lines)
        self[.decisions] = meetings.map(\.decisions)
        self[.block] = meetings.flatMap(\.blocks)
    }

    /// The marks of a corrected corpus.
    /// - Parameter before: those of the corpus as it was; what was not touched keeps them.
    package init(_ correction: Correction, after before: CorpusMarks) {
        self = before
        corpus = correction.corpus
        let lists = corpus.lists
        let writer = MarkWriter(lists)
        replace(correction.meeting, writer.marks(lists.meetings[correction.meeting.index]))
        for person in correction.touched.persons {
            self[.person][person.index] = writer.mark(lists.persons[person.index])
        }
        for delegation in correction.touched.delegations {
            self[.delegation][delegation.index] = writer.mark(lists.delegations[delegation.index])
        }
        for resolution in correction.touched.resolutions {
            self[.resolution][resolution.index] = writer.mark(lists.resolutions[resolution.index])
        }
        if !correction.touched.resolutions.isEmpty { self[.resolutionList] = [Self.resolutionList(lists, writer)] }
        markLargeLists(writer)
    }

    private static func resolutionList(_ lists: Corpus.Lists, _ writer: MarkWriter) -> UInt64 {
        writer.list(lists.resolutions.map(ResolutionRow.init), writer.add)
    }

    /// A correction leaves a meeting as many blocks as it had.
    private mutating func replace(_ meeting: Ref<MeetingEntry>, _ new: MeetingMarks) {
        self[.meeting][meeting.index] = new.whole
        self[.meetingRow][meeting.index] = new.row
        self[.meetingOutline][meeting.index] = new.outline
        self[.voices][meeting.index] = new.voices
        self[.lines][meeting.index] = new.lines
        self[.decisions][meeting.index] = new.decisions
        self[.block].replaceSubrange(blockBegins[meeting.index]..<blockBegins[meeting.index + 1], with: new.blocks)
    }

    /// The lists that words of a text can change, and everything.
    private mutating func markLargeLists(_ writer: MarkWriter) {
        self[.meetingList] = [writer.list(self[.meetingRow]) { $0.add($1) }]
        self[.year] = corpus.years.map { writer.mark($0, rows: self[.meetingRow]) }
        self[.documentList] = [writer.list(corpus.lists.documents, writer.add)]
        self[.everything] = []
        self[.everything] = [writer.list(marks) { print, list in print.add(list) { $0.add($1) } }]
    }

    /// Every mark, in the order of the facts.
    package var all: [UInt64] { marks.flatMap(\.self) }

    package subscript(fact: CorpusFact) -> UInt64 { self[fact.kind][place(amongItsKind: fact)] }

    package subscript(meeting: Ref<MeetingEntry>) -> UInt64 { self[.meeting][meeting.index] }
    package subscript(resolution: Ref<ResolutionEntry>) -> UInt64 { self[.resolution][resolution.index] }

    // What is known of an entry besides the corpus goes into its mark too.
    package mutating func add(_ mark: UInt64, to meeting: Ref<MeetingEntry>) { add(mark, .meeting, meeting.index) }
    package mutating func add(_ mark: UInt64, to resolution: Ref<ResolutionEntry>) {
        add(mark, .resolution, resolution.index)
    }
    package mutating func addToMeetingList(_ mark: UInt64) { add(mark, .meetingList, 0) }

    private mutating func add(_ mark: UInt64, _ kind: CorpusFact.Kind, _ index: Int) {
        var print = Fingerprint()
        print.add(marks[Int(kind.rawValue)][index])
        print.add(mark)
        marks[Int(kind.rawValue)][index] = print.mark
    }

    /// How many facts there are.
    package var count: Int { marks.reduce(0) { $0 + $1.count } }

    /// The place of a fact among all, in their order, from 0.
    package func place(of fact: CorpusFact) -> Int { begins[Int(fact.kind.rawValue)] + place(amongItsKind: fact) }

    private func place(amongItsKind fact: CorpusFact) -> Int {
        fact.kind == .block ? blockBegins[fact.index] + fact.block : fact.index
    }

    /// The fact at a place.
    package func fact(at place: Int) -> CorpusFact {
        let kind = begins.lastIndex { $0 <= place } ?? 0
        return fact(CorpusFact.Kind.allCases[kind], at: place - begins[kind])
    }

    private func fact(_ kind: CorpusFact.Kind, at place: Int) -> CorpusFact {
        guard kind == .block else { return CorpusFact(kind, place) }
        // The last meeting that begins no later; one without blocks begins where the next does.
        let meeting = blockBegins.partitioningIndex { $0 > place } - 1
        return CorpusFact(.block, meeting, part: place - blockBegins[meeting])
    }

    /// Calls `body` with each fact and its id.
    package func forEach(_ body: (CorpusFact, String) -> Void) {
        for kind in CorpusFact.Kind.allCases where kind != .block {
            for index in self[kind].indices {
                let fact = CorpusFact(kind, index)
                body(fact, id(of: fact))
            }
        }
        for meeting in corpus.lists.meetings.indices {
            for block in 0..<(blockBegins[meeting + 1] - blockBegins[meeting]) {
                let fact = CorpusFact(.block, meeting, part: block)
                body(fact, id(of: fact))
            }
        }
    }

    /// For each fact, in their order, a mark of its kind and of what it is about: the same in every build.
    package var names: [UInt64] {
        let writer = MarkWriter(corpus.lists)
        var names: [UInt64] = []
        names.reserveCapacity(count)
        for kind in CorpusFact.Kind.allCases {
            func name(_ id: UInt64, _ part: Int = 0) -> UInt64 {
                var print = Fingerprint()
                print.add(Int(kind.rawValue))
                print.add(id)
                print.add(part)
                return print.mark
            }
            switch kind {
            case .everything, .names, .counts, .meetingList, .personList, .delegationList, .resolutionList,
                .documentList:
                names.append(name(0))
            case .year: names += corpus.years.map { name(Fingerprint.of($0.id)) }
            case .meeting, .meetingRow, .meetingOutline, .voices, .lines, .decisions:
                names += writer.meetings.map { name($0) }
            case .block:
                for (meeting, id) in writer.meetings.enumerated() {
                    names += (0..<(blockBegins[meeting + 1] - blockBegins[meeting])).map { name(id, $0) }
                }
            case .person, .personLabel: names += writer.persons.map { name($0) }
            case .delegation, .delegationLabel: names += writer.delegations.map { name($0) }
            case .resolution, .resolutionOutline: names += writer.resolutions.map { name($0) }
            case .document: names += corpus.lists.documents.map { name(Fingerprint.of($0.id)) }
            }
        }
        return names
    }

    /// The id of what a fact is about, the same in every build.
    package func id(of fact: CorpusFact) -> String {
        let lists = corpus.lists
        return switch fact.kind {
        case .everything, .names, .counts, .meetingList, .personList, .delegationList, .resolutionList, .documentList:
            ""
        case .year: corpus.years[fact.index].id
        case .meeting, .meetingRow, .meetingOutline, .voices, .lines, .decisions: lists.meetings[fact.index].id
        case .block: "\(lists.meetings[fact.index].id)/\(fact.block)"
        case .person, .personLabel: lists.persons[fact.index].id
        case .delegation, .delegationLabel: lists.delegations[fact.index].id
        case .resolution, .resolutionOutline: lists.resolutions[fact.index].id
        case .document: lists.documents[fact.index].id
        }
    }

    private subscript(kind: CorpusFact.Kind) -> [UInt64] {
        get { marks[Int(kind.rawValue)] }
        // In place: a copy of all blocks of a site for each mark that changes would be felt.
        _modify { yield &marks[Int(kind.rawValue)] }
    }

    /// The symbols that mean each resolution and document. When one comes to mean another, both have changed.
    private static func symbols(of corpus: Corpus) -> (resolutions: [UInt64], documents: [UInt64]) {
        var resolutions = Array(repeating: UInt64(0), count: corpus.lists.resolutions.count)
        var documents = Array(repeating: UInt64(0), count: corpus.lists.documents.count)
        // A sum, because a dictionary has no order.
        for (symbol, ref) in corpus.symbols.resolutions { resolutions[ref.index] &+= Fingerprint.of(symbol) }
        for (symbol, index) in corpus.symbols.documents { documents[index] &+= Fingerprint.of(symbol) }
        return (resolutions, documents)
    }
}
