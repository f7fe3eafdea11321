import Corpus
import Diagnostics
import Meetings

/// What a page shows, told without its address: so that a person, a meeting or a resolution is known again when its
/// address has changed.
enum AddressKey {
    /// Every page whose address is a promise, with its keys and anchors. Lists and the home page never move.
    static func pages(of corpus: Corpus, threads: Int) -> [String: PublishedAddresses.Page] {
        var pages: [String: PublishedAddresses.Page] = [:]
        let meetings = ParallelMap(threads: threads).map(corpus.meetingRefs) { ref in
            let entry = corpus[ref]
            let page = PublishedAddresses.Page(of: keys(of: entry), anchors: anchors(of: ref, in: corpus))
            return (path: "/" + Address.meeting(entry.id).path, page: page)
        }
        for (path, page) in meetings { pages[path] = page }
        for person in corpus.persons {
            pages["/" + Address.speaker(person.id).path] = .init(of: keys(of: person.turns, in: corpus))
        }
        for delegation in corpus.delegations {
            let printed = delegation.variants.first { $0 != delegation.name }
            let names = [delegation.name] + (printed.map { [$0] } ?? [])
            pages["/" + Address.delegation(delegation.id).path] = .init(of: names.map { "name " + $0 })
        }
        for ref in corpus.resolutionRefs {
            let entry = corpus[ref]
            var anchors: [String: String] = [:]
            for (index, paragraph) in entry.paragraphs.enumerated() {
                anchors[paragraph.id] = mark(of: corpus.clause(of: ref, paragraph: index)?.text ?? "")
            }
            pages["/" + Address.resolution(entry.id).path] = .init(of: keys(of: entry, in: corpus), anchors: anchors)
        }
        return pages
    }

    /// For each of a meeting's statements a mark of the words it begins with.
    static func anchors(of meeting: Ref<MeetingEntry>, in corpus: Corpus) -> [String: String] {
        var anchors: [String: String] = [:]
        for turn in corpus[meeting].turns {
            let statement = corpus.statement(turn.ref)
            anchors[statement.id] = mark(of: statement.paragraphs.first?.text ?? "")
        }
        for placeholder in corpus[meeting].placeholders {
            let text = corpus.placeholder(placeholder.ref)
            anchors[text.id] = mark(of: text.text)
        }
        return anchors
    }

    private static func keys(of entry: MeetingEntry) -> [String] {
        keys(symbol: entry.heading.symbol, file: entry.source.file)
    }

    static func keys(symbol: String?, file: String) -> [String] {
        (symbol.map { ["symbol " + $0] } ?? []) + ["file " + file]
    }

    /// The first and the last statement: one of them stays a person's even when the other turns out to be a namesake's.
    private static func keys(of turns: [TurnRef], in corpus: Corpus) -> [String] {
        let ends = [turns.first, turns.last].compactMap { $0 }.map { turn in
            "statement \(corpus[turn.meeting].id)#\(corpus.anchor(of: turn))"
        }
        return ends.first == ends.last ? Array(ends.prefix(1)) : ends
    }

    private static func keys(of entry: ResolutionEntry, in corpus: Corpus) -> [String] {
        if let symbol = entry.symbol { return ["symbol " + symbol] }
        return entry.text.map { ["decision \($0.decision + 1) of file " + corpus[$0.meeting].source.file] }
            ?? []
    }

    /// A short mark of a text (FNV-1a over its letters and digits): the same as long as its words are.
    static func mark(of text: String) -> String {
        var text = text
        return text.withUTF8 { bytes in
            var hash = StableHash()
            for byte in bytes where byte > 0x2F { hash.add(byte) }
            return String(hash.value, radix: 36)
        }
    }
}

/// Finds again what a key means, in the corpus as it is now.
struct AddressFinder {
    private let corpus: Corpus
    private let pages: [String: PublishedAddresses.Page]
    /// By key, where no page stands under its old address any more: mostly nobody asks.
    private lazy var found = places

    /// - Parameter pages: every page of the corpus with its keys.
    init(_ corpus: Corpus, pages: [String: PublishedAddresses.Page]) {
        self.corpus = corpus
        self.pages = pages
    }

    private var places: [String: String] {
        var found: [String: String] = [:]
        for entry in corpus.meetings.reversed() {
            let path = "/" + Address.meeting(entry.id).path
            let keys = AddressKey.keys(symbol: entry.heading.symbol, file: entry.source.file)
            for key in keys { found["meeting " + key] = path }
            for earlier in entry.earlierVersions.map(\.meeting) {
                for key in AddressKey.keys(symbol: earlier.symbol, file: earlier.source.file) {
                    found["meeting " + key] = path
                }
            }
        }
        for delegation in corpus.delegations {
            for name in [delegation.name] + delegation.variants {
                found["delegation " + Slug.make(name)] = "/" + Address.delegation(delegation.id).path
            }
        }
        for (path, page) in pages where path.hasPrefix("/resolutions/") {
            for key in page.of { found["resolution " + Slug.make(key)] = path }
        }
        return found
    }

    /// The page that now shows what a page of these keys showed.
    /// - Parameter meetings: where meetings went whose address has changed.
    mutating func page(_ path: String, of keys: [String], meetings: [String: String] = [:]) -> String? {
        let kind = path.split(separator: "/").first ?? ""
        for key in keys {
            let page: String? =
                switch kind {
                case "meetings": found["meeting " + key]
                case "delegations": found["delegation " + Slug.make(String(key.dropFirst("name ".count)))]
                case "resolutions": found["resolution " + Slug.make(key)]
                case "speakers": speaker(of: key, meetings: meetings)
                default: nil
                }
            if let page { return page }
        }
        return nil
    }

    private func speaker(of key: String, meetings: [String: String]) -> String? {
        let parts = key.dropFirst("statement ".count).split(separator: "#", maxSplits: 1)
        guard parts.count == 2 else { return nil }
        let old = String(parts[0])
        let id = meetings["/" + Address.meeting(old).path].map { String($0.split(separator: "/").last ?? "") } ?? old
        guard let meeting = corpus.meeting(id: id) else { return nil }
        let turn = corpus[meeting].turns.first { $0.anchor == parts[1] }
        return turn?.person.map { "/" + Address.speaker(corpus[$0].id).path }
    }
}
