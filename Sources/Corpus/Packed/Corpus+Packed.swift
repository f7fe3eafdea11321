import Diagnostics
import Meetings

// A linked corpus as bytes for the program itself. The texts of meetings and official documents are no part of it: they
// are kept elsewhere, and fetched when somebody asks for them. `PackedCorpusTests` holds these files to the types.

extension Corpus {
    /// Gives the meeting that was read from a digest, with its text.
    package typealias Fetch = @Sendable (Meeting.Source) -> Meeting

    /// - Parameter threads: how many work at once.
    package func write(to writer: inout PackedWriter, threads: Int = 1) {
        let places = CorpusPlaces(lists)
        let turns = EntryWriter.TurnNumbers(places)
        places.write(to: &writer)
        writer.write(lists.officialTexts) { $0.write($1.sha256) }
        let (meetings, others) = ParallelMap(threads: threads).both {
            var writer = EntryWriter(turns)
            for entry in lists.meetings { entry.write(to: &writer) }
            return writer.bytes.bytes
        } _: {
            var writer = EntryWriter(turns)
            writeSpeakers(to: &writer)
            writeDecisions(to: &writer)
            return writer.bytes.bytes
        }
        // With room for what comes behind: to move megabytes takes longer than writing them.
        writer.reserve(2 * (meetings.count + others.count))
        for part in [meetings, others] {
            writer.write(part.count)
            writer.append(part[...])
        }
        writer.write(lists.redirects)
        lists.figures.write(to: &writer)
        writer.write(lists.diagnostics)
    }

    private func writeSpeakers(to writer: inout EntryWriter) {
        for person in lists.persons { person.write(to: &writer) }
        for delegation in lists.delegations { delegation.write(to: &writer) }
        writer.list(lists.proposals) { $1.write(to: &$0) }
    }

    private func writeDecisions(to writer: inout EntryWriter) {
        for resolution in lists.resolutions { resolution.write(to: &writer) }
        for document in lists.documents { document.write(to: &writer) }
        symbols.write(to: &writer)
    }

    /// - Parameters:
    ///   - officialTexts: those that the corpus was linked with; others are damage.
    ///   - fetch: gives the texts of meetings.
    package init(
        _ reader: inout PackedReader, officialTexts: [OfficialText], threads: Int, fetch: @escaping Fetch
    ) throws(PackedReader.Damage) {
        let places = try CorpusPlaces(&reader)
        let shelf = OfficialShelf(officialTexts)
        guard try reader.texts() == shelf.texts.map(\.sha256), places.officialTexts == shelf.texts.count else {
            throw PackedReader.Damage()
        }
        let meetings = try reader.part()
        let others = try reader.part()
        let (entries, (speakers, decisions)) = ParallelMap(threads: threads).both {
            Result { () throws(PackedReader.Damage) in
                var reader = EntryReader(meetings, places)
                return try places.meetings.map { place throws(PackedReader.Damage) in
                    try MeetingEntry(&reader, place, fetch: fetch)
                }
            }
        } _: {
            var reader = EntryReader(others, places)
            return (
                Result { () throws(PackedReader.Damage) in try Speakers(&reader) },
                Result { () throws(PackedReader.Damage) in try Decisions(&reader) }
            )
        }
        let (heard, decided) = (try speakers.get(), try decisions.get())
        self.init(
            Lists(
                meetings: try entries.get(), persons: heard.persons, delegations: heard.delegations,
                resolutions: decided.resolutions, documents: decided.documents, officialTexts: shelf.texts,
                proposals: heard.proposals, redirects: try reader.list(), figures: try Figures(&reader),
                diagnostics: try reader.list()),
            symbols: decided.symbols)
    }

    private struct Speakers {
        let persons: [Person]
        let delegations: [Delegation]
        let proposals: [SamePersonProposal]

        init(_ reader: inout EntryReader) throws(PackedReader.Damage) {
            persons = try reader.list(of: reader.places.persons) { reader throws(PackedReader.Damage) in
                try Person(&reader)
            }
            delegations = try reader.list(of: reader.places.delegations) { reader throws(PackedReader.Damage) in
                try Delegation(&reader)
            }
            proposals = try reader.list { reader throws(PackedReader.Damage) in try SamePersonProposal(&reader) }
        }
    }

    private struct Decisions {
        let resolutions: [ResolutionEntry]
        let documents: [DocumentEntry]
        let symbols: SymbolTable

        init(_ reader: inout EntryReader) throws(PackedReader.Damage) {
            resolutions = try reader.places.paragraphs.map { count throws(PackedReader.Damage) in
                try ResolutionEntry(&reader, paragraphCount: count)
            }
            documents = try reader.list(of: reader.places.documents) { reader throws(PackedReader.Damage) in
                try DocumentEntry(&reader)
            }
            symbols = try SymbolTable(&reader, resolutions: resolutions, documents: documents)
        }
    }
}

extension SymbolTable {
    fileprivate init(
        _ reader: inout EntryReader, resolutions entries: [ResolutionEntry], documents: [DocumentEntry]
    ) throws(PackedReader.Damage) {
        for index in entries.indices {
            for symbol in try reader.bytes.texts() { resolutions[symbol] = Ref(index) }
        }
        for (index, document) in documents.enumerated() { self.documents[document.symbol] = index }
        for _ in 0..<(try reader.bytes.length()) {
            let cited = CitedSymbol(symbol: try reader.bytes.text(), kind: try reader.bytes.kind())
            uses[cited] = try reader.bytes.amount()
        }
        paragraphs = entries.map { entry in
            Dictionary(zip(entry.paragraphs.map(\.id), entry.paragraphs.indices), uniquingKeysWith: { $1 })
        }
    }

    /// The symbols of each resolution; what else the table says stands in the entries.
    fileprivate func write(to writer: inout EntryWriter) {
        var symbols = Array(repeating: [String](), count: paragraphs.count)
        for (symbol, resolution) in resolutions { symbols[resolution.index].append(symbol) }
        for symbols in symbols { writer.bytes.write(symbols.sorted()) }
        let uses = uses.sorted { ($0.key.symbol, $0.key.kind.rawValue) < ($1.key.symbol, $1.key.kind.rawValue) }
        writer.bytes.write(uses) { writer, use in
            writer.write(use.key.symbol)
            writer.write(use.key.kind)
            writer.write(use.value)
        }
    }
}

extension Redirect: Packable {
    package init(_ reader: inout PackedReader) throws(PackedReader.Damage) {
        self.init(from: try reader.text(), to: try reader.text())
    }

    package func write(to writer: inout PackedWriter) {
        writer.write(from)
        writer.write(to)
    }
}

extension Figures: Packable {
    package init(_ reader: inout PackedReader) throws(PackedReader.Damage) {
        self.init(
            meetings: try reader.amount(), turns: try reader.amount(), words: try reader.amount(),
            persons: try reader.amount(), delegations: try reader.amount(), decisions: try reader.amount(),
            unnamedTurns: try reader.amount(),
            years: try reader.list { reader throws(PackedReader.Damage) in
                Year(
                    year: try reader.number(), meetings: try reader.amount(), turns: try reader.amount(),
                    words: try reader.amount())
            })
    }

    package func write(to writer: inout PackedWriter) {
        for figure in [meetings, turns, words, persons, delegations, decisions, unnamedTurns] { writer.write(figure) }
        writer.write(years) { writer, year in
            for figure in [year.year, year.meetings, year.turns, year.words] { writer.write(figure) }
        }
    }
}
