import Corpus
import Meetings

/// The terms of one meeting, with their places. Depends on the meeting alone, so that meetings are read in parallel.
///
/// A term is a word of the text or of its head, or a facet: `speaker:bessho` is a word of the speaker's name,
/// `speaker=koro-bessho` the whole of it, as its page's address has it.
struct MeetingTerms: Sendable {
    private(set) var terms = TermTable()
    private var entries: [Entry] = []
    private var aboutMeeting: [Int] = []
    private var counts = Counts()

    private struct Entry {
        let term: Int32
        let place: PostingList.Place
    }

    /// How often each term stands in the passage that is being read, and the weight of those that are not counted.
    private struct Counts {
        private var counts: [Int32] = []
        private var weights: [PostingList.Weight?] = []
        private var met: [Int] = []

        mutating func count(_ term: Int) {
            meet(term)
            counts[term] += 1
        }

        mutating func mark(_ term: Int, as weight: PostingList.Weight) {
            meet(term)
            counts[term] += 1
            weights[term] = weight
        }

        private mutating func meet(_ term: Int) {
            if term >= counts.count {
                counts += repeatElement(0, count: term + 256 - counts.count)
                weights += repeatElement(nil, count: counts.count - weights.count)
            }
            if counts[term] == 0 { met.append(term) }
        }

        /// Calls `body` with each term that was met, and forgets them.
        mutating func take(_ body: (Int, Int, PostingList.Weight?) -> Void) {
            for term in met {
                body(term, Int(counts[term]), weights[term])
                counts[term] = 0
                weights[term] = nil
            }
            met.removeAll(keepingCapacity: true)
        }
    }

    init(_ meeting: Ref<MeetingEntry>, texts: SearchTexts, corpus: Corpus) {
        var words = SearchWords()
        addFacets(of: corpus[meeting], &words)
        for (file, passages) in texts.files.enumerated() {
            for (place, passage) in passages.enumerated() {
                add(passage, at: file * SearchTexts.perFile + place, corpus, &words)
            }
        }
    }

    /// Calls `body` once for each term; a term about the meeting as a whole has no places.
    func forEach(_ body: (ArraySlice<UInt8>, ArraySlice<PostingList.Place>) -> Void) {
        var ends = [Int](repeating: 0, count: terms.count)
        for entry in entries { ends[Int(entry.term)] += 1 }
        var sum = 0
        for term in ends.indices {
            sum += ends[term]
            ends[term] = sum
        }
        var sorted = entries.map(\.place)
        var next = ends
        for entry in entries.reversed() {
            next[Int(entry.term)] -= 1
            sorted[next[Int(entry.term)]] = entry.place
        }
        for term in ends.indices where next[term] < ends[term] { body(terms[term], sorted[next[term]..<ends[term]]) }
        for term in aboutMeeting { body(terms[term], []) }
    }

    // MARK: Passages

    private mutating func add(
        _ passage: SearchPassage, at place: Int, _ corpus: Corpus, _ words: inout SearchWords
    ) {
        for name in SearchHead(passage, corpus: corpus).names {
            words.forEach(in: name) { counts.mark(terms.number(of: $0), as: .head) }
        }
        for facet in Facet.all(of: passage, corpus: corpus) {
            for key in facet.terms(&words) { counts.mark(terms.number(of: key), as: .slight) }
        }
        var length = 0
        for text in passage.paragraphs {
            words.forEach(in: text) { word in
                counts.count(terms.number(of: word))
                length += 1
            }
        }
        counts.take { term, count, weight in
            let weight = weight ?? Self.weight(count: count, length: length)
            entries.append(Entry(term: Int32(term), place: .init(passage: place, weight: weight)))
        }
    }

    /// How often a word stands in a passage, damped, against the passage's length: the heart of BM25, in three steps.
    /// The usual length is fixed, so that a new meeting leaves the files of the others alone.
    static func weight(count: Int, length: Int) -> PostingList.Weight {
        let often = Double(count)
        let share = often * 2.2 / (often + 1.2 * (0.5 + 0.5 * Double(length) / 150))
        return share < 0.85 ? .slight : share < 1.3 ? .fair : .strong
    }

    // MARK: The meeting

    private mutating func addFacets(of entry: MeetingEntry, _ words: inout SearchWords) {
        var keys: [[UInt8]] = []
        let numbers = entry.meeting.numbers.map(String.init).joined(separator: " ")
        let title = [entry.meeting.headline ?? "", entry.meeting.symbol ?? "", numbers, entry.id].joined(separator: " ")
        keys += Facet(name: "meeting", whole: entry.id, words: title).terms(&words)
        if let body = entry.meeting.body {
            keys += Facet(name: "body", whole: Slug.make(body), words: body).terms(&words)
        }
        if let code = entry.bodyCode { keys += Facet(name: "body", whole: code, words: code).terms(&words) }
        var seen: Set<Int> = []
        for key in keys {
            let term = terms.number(of: key)
            if seen.insert(term).inserted { aboutMeeting.append(term) }
        }
    }
}

/// Who is heard in a passage, as its answer shows it.
struct SearchHead {
    let delegation: EntryLabel?
    let speaker: EntryLabel?
    private let abbreviation: String?
    let role: String?

    init(_ passage: SearchPassage, corpus: Corpus) {
        delegation = passage.turn.delegation.map { corpus.label(of: $0) }
        speaker = passage.turn.person.map { corpus.label(of: $0) }
        abbreviation = passage.turn.delegation.flatMap { corpus.names(of: $0).abbreviation }
        role = passage.role
    }

    var names: [String] { [delegation?.name, abbreviation, speaker?.name].compactMap(\.self) }
}

/// A way to narrow a search: a field, the whole value as an address has it, and the words by which it is found too.
struct Facet: Sendable {
    let name: String
    let whole: String
    let words: String

    static func all(of passage: SearchPassage, corpus: Corpus) -> [Facet] {
        var facets: [Facet] = []
        if let person = passage.turn.person {
            let label = corpus.label(of: person)
            let names = [label.name] + corpus.printedNames(of: person)
            facets.append(Facet(name: "speaker", whole: label.id, words: names.joined(separator: " ")))
        }
        for ref in [passage.turn.delegation].compactMap(\.self) + passage.turn.onBehalfOf {
            let (label, forms) = (corpus.label(of: ref), corpus.names(of: ref))
            let names = [label.name] + [forms.formal, forms.abbreviation].compactMap(\.self) + forms.printed
            facets.append(Facet(name: "delegation", whole: label.id, words: names.joined(separator: " ")))
        }
        for resolution in corpus.resolutions(citedIn: passage.turn.ref) {
            let words = [resolution.symbol ?? "", resolution.title].joined(separator: " ")
            facets.append(Facet(name: "resolution", whole: resolution.id, words: words))
        }
        return facets
    }

    /// The keys of the index for it.
    func terms(_ words: inout SearchWords) -> [[UInt8]] {
        var keys = [Array("\(name)=\(whole)".utf8)]
        words.forEach(in: self.words) { keys.append(Array("\(name):".utf8) + $0) }
        return keys
    }
}

extension Corpus {
    /// The resolutions that a statement cites, or paragraphs of which it cites, each once.
    func resolutions(citedIn turn: TurnRef) -> [ResolutionOutline] {
        var seen: Set<String> = []
        return statement(turn).paragraphs.flatMap(\.references)
            .compactMap { resolution(of: $0, in: turn.meeting) }.filter { seen.insert($0.id).inserted }
    }

    /// The resolution that a reference names, or a paragraph of which it names.
    fileprivate func resolution(of reference: Reference, in meeting: Ref<MeetingEntry>) -> ResolutionOutline? {
        let id: String
        switch link(for: reference, in: meeting) {
        case .resolution(let resolution), .paragraph(let resolution, _): id = resolution
        default: return nil
        }
        return resolution(id: id).map { outline(of: $0) }
    }
}
