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
    private var corpus: Corpus

    package init(_ corpus: Corpus) {
        self.corpus = corpus
        let lists = corpus.lists
        let writer = MarkWriter(lists)
        marks = Array(repeating: [], count: CorpusFact.Kind.allCases.count)
        let symbols = Self.symbols(of: corpus)
        self[.meeting] = lists.meetings.map(writer.mark)
        self[.meetingOutline] = lists.meetings.map { writer.outline($0) }
        self[.person] = lists.persons.map(writer.mark)
        self[.personLabel] = lists.persons.map(writer.label)
        self[.delegation] = lists.delegations.map(writer.mark)
        self[.delegationLabel] = lists.delegations.map(writer.label)
        self[.resolution] = lists.resolutions.map(writer.mark)
        self[.resolutionOutline] = zip(lists.resolutions, symbols.resolutions).map { writer.outline($0, symbols: $1) }
        self[.document] = zip(lists.documents, symbols.documents).map { writer.mark($0, symbols: $1) }
        markEverything()
        begins = Self.begins(of: marks)
    }

    init(_ marks: [[UInt64]], of corpus: Corpus) {
        self.marks = marks
        self.corpus = corpus
        begins = Self.begins(of: marks)
    }

    private static func begins(of marks: [[UInt64]]) -> [Int] {
        marks.indices.map { kind in marks[..<kind].reduce(0) { $0 + $1.count } }
    }

    /// The marks of a corrected corpus.
    /// - Parameter before: those of the corpus as it was; what was not touched keeps them.
    package init(_ correction: Correction, after before: CorpusMarks) {
        self = before
        corpus = correction.corpus
        let lists = corpus.lists
        let writer = MarkWriter(lists)
        let meeting = correction.meeting.index
        self[.meeting][meeting] = writer.mark(lists.meetings[meeting])
        self[.meetingOutline][meeting] = writer.outline(lists.meetings[meeting])
        for person in correction.touched.persons {
            self[.person][person.index] = writer.mark(lists.persons[person.index])
        }
        for delegation in correction.touched.delegations {
            self[.delegation][delegation.index] = writer.mark(lists.delegations[delegation.index])
        }
        for resolution in correction.touched.resolutions {
            self[.resolution][resolution.index] = writer.mark(lists.resolutions[resolution.index])
        }
        markEverything()
    }

    private mutating func markEverything() {
        self[.everything] = []
        var all = Fingerprint()
        for list in marks { all.add(list) { $0.add($1) } }
        self[.everything] = [all.mark]
    }

    /// Every mark, in the order of the facts.
    var all: [UInt64] { marks.flatMap(\.self) }

    package subscript(fact: CorpusFact) -> UInt64 { self[fact.kind][fact.index] }

    package subscript(meeting: Ref<MeetingEntry>) -> UInt64 { self[.meeting][meeting.index] }
    package subscript(resolution: Ref<ResolutionEntry>) -> UInt64 { self[.resolution][resolution.index] }

    // What is known of an entry besides the corpus goes into its mark too.
    package mutating func add(_ mark: UInt64, to meeting: Ref<MeetingEntry>) { add(mark, .meeting, meeting.index) }
    package mutating func add(_ mark: UInt64, to resolution: Ref<ResolutionEntry>) {
        add(mark, .resolution, resolution.index)
    }
    package mutating func addToEverything(_ mark: UInt64) { add(mark, .everything, 0) }

    private mutating func add(_ mark: UInt64, _ kind: CorpusFact.Kind, _ index: Int) {
        var print = Fingerprint()
        print.add(marks[Int(kind.rawValue)][index])
        print.add(mark)
        marks[Int(kind.rawValue)][index] = print.mark
    }

    /// How many facts there are.
    package var count: Int { marks.reduce(0) { $0 + $1.count } }

    /// The place of a fact among all, in their order, from 0.
    package func place(of fact: CorpusFact) -> Int { begins[Int(fact.kind.rawValue)] + fact.index }

    /// The fact at a place.
    package func fact(at place: Int) -> CorpusFact {
        let kind = begins.lastIndex { $0 <= place } ?? 0
        return CorpusFact(CorpusFact.Kind.allCases[kind], place - begins[kind])
    }

    /// Calls `body` with each fact and its id.
    package func forEach(_ body: (CorpusFact, String) -> Void) {
        for kind in CorpusFact.Kind.allCases {
            for index in self[kind].indices {
                let fact = CorpusFact(kind, index)
                body(fact, id(of: fact))
            }
        }
    }

    /// The id of what a fact is about, the same in every build.
    package func id(of fact: CorpusFact) -> String {
        let lists = corpus.lists
        return switch fact.kind {
        case .everything: ""
        case .meeting, .meetingOutline: lists.meetings[fact.index].id
        case .person, .personLabel: lists.persons[fact.index].id
        case .delegation, .delegationLabel: lists.delegations[fact.index].id
        case .resolution, .resolutionOutline: lists.resolutions[fact.index].id
        case .document: lists.documents[fact.index].id
        }
    }

    private subscript(kind: CorpusFact.Kind) -> [UInt64] {
        get { marks[Int(kind.rawValue)] }
        set { marks[Int(kind.rawValue)] = newValue }
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
