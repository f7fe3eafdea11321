import Corpus
import Diagnostics
import Meetings

/// What a page shows, told without its address: so that a person, a meeting or a resolution is known again when its
/// address has changed.
enum AddressKey {
    /// Every page whose address is a promise, with its keys and anchors. Lists and the home page never move.
    /// - Parameter threads: how many work at once.
    static func lines(of corpus: Corpus, threads: Int) -> [AddressLine] {
        func lines<Element: Sendable>(
            _ elements: [Element], _ line: @escaping @Sendable (Element) -> AddressLine
        ) -> [AddressLine] {
            ParallelMap(threads: threads).map(elements.parts(of: 64)) { $0.map(line) }.flatMap(\.self)
        }
        return lines(corpus.delegations, line)
            + lines(corpus.meetingRefs) { line(of: $0, in: corpus) }
            + lines(corpus.resolutionRefs) { line(of: $0, in: corpus) }
            + lines(corpus.persons) { line(of: $0, in: corpus) }
    }

    private static func line(of delegation: Delegation) -> AddressLine {
        let printed = delegation.variants.first { $0 != delegation.name }
        let names = [delegation.name] + (printed.map { [$0] } ?? [])
        return AddressLine(
            "/" + Address.delegation(delegation.id).path, AddressPage(of: names.map { "name " + $0 }))
    }

    private static func line(of meeting: Ref<MeetingEntry>, in corpus: Corpus) -> AddressLine {
        let entry = corpus[meeting]
        return AddressLine(
            "/" + Address.meeting(entry.id).path, of: keys(of: entry),
            anchors: corpus.anchors(of: meeting).lazy.map { (key: $0, value: mark(corpus.opening(of: $1))) })
    }

    private static func line(of resolution: Ref<ResolutionEntry>, in corpus: Corpus) -> AddressLine {
        let entry = corpus[resolution]
        var anchors: [String: String] = [:]
        for (index, paragraph) in entry.paragraphs.enumerated() {
            let text = corpus.clause(of: resolution, paragraph: index)?.text ?? ""
            anchors[paragraph.id] = mark(TextMeasure.opening(of: text))
        }
        return AddressLine(
            "/" + Address.resolution(entry.id).path, AddressPage(of: keys(of: entry, in: corpus), anchors: anchors))
    }

    private static func line(of person: Person, in corpus: Corpus) -> AddressLine {
        AddressLine("/" + Address.speaker(person.id).path, AddressPage(of: keys(of: person.turns, in: corpus)))
    }

    /// For each of a meeting's statements a mark of the words it begins with.
    static func anchors(of meeting: Ref<MeetingEntry>, in corpus: Corpus) -> [String: String] {
        let places = corpus.anchors(of: meeting)
        return Dictionary(places.map { ($0, mark(corpus.opening(of: $1))) }, uniquingKeysWith: { $1 })
    }

    private static func mark(_ opening: UInt32) -> String { String(opening, radix: 36) }

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

    static func keys(of entry: ResolutionEntry, in corpus: Corpus) -> [String] {
        if let symbol = entry.symbol { return ["symbol " + symbol] }
        return entry.text.map { ["decision \($0.decision + 1) of file " + corpus[$0.meeting].source.file] }
            ?? []
    }
}

/// Finds again what a key means, in the corpus as it is now.
struct AddressFinder {
    private let corpus: Corpus
    /// By key, where no page stands under its old address any more: mostly nobody asks.
    private lazy var found = places

    init(_ corpus: Corpus) { self.corpus = corpus }

    private var places: [String: String] {
        var found: [String: String] = [:]
        for entry in corpus.meetings.reversed() {
            let path = "/" + Address.meeting(entry.id).path
            let keys = AddressKey.keys(symbol: entry.heading.symbol, file: entry.source.file)
            for key in keys { found["meeting " + key] = path }
            for earlier in entry.earlierVersions {
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
        for ref in corpus.resolutionRefs {
            let entry = corpus[ref]
            let path = "/" + Address.resolution(entry.id).path
            for key in AddressKey.keys(of: entry, in: corpus) { found["resolution " + Slug.make(key)] = path }
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
