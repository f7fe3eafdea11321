import Foundation
import Meetings

/// Once all turns are known: who a repeated surname is, names in reading case, and an id for every statement.
enum SpeakerPass {
    static func run(on meeting: inout Meeting, texts: [Paragraph], names: StateNames) {
        resolveRepeats(in: &meeting, names: names)
        takeDelegationsFromRoles(in: &meeting)
        putInReadingCase(&meeting, texts: texts)
        numberStatements(of: &meeting)
    }

    // MARK: Repeats

    /// `Mr. NEBENZIA (Russian Federation)`, `Ms. DICARLO, responding` take what the one full-named speaker with that
    /// surname has; with two candidates, or a delegation against it, they stay as printed.
    private static func resolveRepeats(in meeting: inout Meeting, names: StateNames) {
        let statements = meeting.statements
        let repeats = statements.lazy.filter { $0.form == .titled }.compactMap(\.speaker.name)
        let surnames = Set(repeats.map(KeyHash.lastPart))
        guard !surnames.isEmpty else { return }
        let speakers = statements.filter { $0.form == .capitals || $0.form == .prose }.map(\.speaker)
        let people = People(speakers, surnames: surnames) { introduced(in: meeting, names: names) }
        meeting.editStatements { statement in
            guard statement.form == .titled, let name = statement.speaker.name else { return }
            guard let known = people.one(named: name, delegation: statement.speaker.delegation) else { return }
            statement.speaker.name = known.name
            guard statement.speaker.delegation == nil else { return }
            statement.speaker.delegation = known.delegation
            statement.speaker.role = statement.speaker.role ?? known.role
        }
    }

    /// Those whom summary and narration name in full: `an interactive dialogue with Mary Lawlor, Special Rapporteur on …`.
    private static func introduced(in meeting: Meeting, names: StateNames) -> [Speaker] {
        meeting.blocks.flatMap { block -> [Speaker] in
            let paragraphs: [Paragraph]
            switch block.content {
            case .summary(let summary): paragraphs = summary.paragraphs
            case .narration(let narration): paragraphs = narration
            default: return []
            }
            return paragraphs.flatMap { PersonReader.introductions(Phrase($0.text, limit: 4000), names: names) }
        }
    }

    /// The full-named speakers of a meeting, by each word of their names that somebody is called by again.
    private struct People {
        private var byWord: [KeyHash: [(key: String, speaker: Speaker)]] = [:]
        /// A word that so many share names nobody.
        private static let most = 100

        /// - Parameter introduced: those named elsewhere, for surnames that no speaker bears.
        init(_ speakers: [Speaker], surnames: Set<KeyHash>, or introduced: () -> [Speaker]) {
            var seen: Set<String> = []
            for speaker in speakers { add(speaker, surnames, &seen) }
            let strangers = surnames.subtracting(byWord.keys)
            guard !strangers.isEmpty else { return }
            for speaker in introduced() { add(speaker, strangers, &seen) }
        }

        private mutating func add(_ speaker: Speaker, _ surnames: Set<KeyHash>, _ seen: inout Set<String>) {
            guard let name = speaker.name, name.utf8.contains(Ascii.space) else { return }
            let called = surnames.intersection(KeyHash.parts(of: name))
            guard !called.isEmpty else { return }
            let key = Latin.key(name)
            guard seen.insert(key + "/" + (speaker.delegation ?? "")).inserted else { return }
            for word in called { byWord[word, default: []].append((key, speaker)) }
        }

        func one(named name: String, delegation: String?) -> Speaker? {
            let key = Latin.key(name)
            guard let sharing = byWord[KeyHash.lastPart(of: name)], sharing.count <= Self.most else { return nil }
            let candidates = sharing.filter { person in
                guard " \(person.key) ".contains(" \(key) ") else { return false }
                guard let delegation, let other = person.speaker.delegation else { return delegation == nil }
                return Latin.key(delegation) == Latin.key(other)
            }
            return Set(candidates.map(\.key)).count == 1 ? candidates[0].speaker : nil
        }
    }

    // MARK: Roles

    /// `Minister for Inland Waters of Dunmarrow`: a State that no table has, but that this text prints for others.
    private static func takeDelegationsFromRoles(in meeting: inout Meeting) {
        let listed = meeting.blocks.flatMap { block -> [Summary.Attribution] in
            if case .summary(let summary) = block.content { summary.attributions } else { [] }
        }
        let delegations = Set(meeting.statements.compactMap(\.speaker.delegation) + listed.compactMap(\.delegation))
        meeting.editStatements { statement in
            guard statement.speaker.delegation == nil, let role = statement.speaker.role,
                let (office, name) = ending(of: role, in: delegations)
            else { return }
            statement.speaker.delegation = name
            statement.speaker.role = office
        }
    }

    /// The office and the delegation behind an "of": `Director | International Organization for Migration`. An
    /// abbreviation in brackets is no part of the name.
    private static func ending(of role: String, in delegations: Set<String>) -> (office: String, name: String)? {
        var parts = role.components(separatedBy: " of ")
        guard parts.count > 1, parts.count < 8 else { return nil }
        if let last = parts.last, last.hasSuffix(")"), let open = ByteSearch.lastRange(of: " (", in: last) {
            parts[parts.count - 1] = String(last[..<open.lowerBound])
        }
        for split in 1..<parts.count {
            let tail = parts[split...].joined(separator: " of ")
            let name = tail.hasPrefix("the ") ? String(tail.dropFirst(4)) : tail
            if delegations.contains(name) { return (parts[..<split].joined(separator: " of "), name) }
        }
        return nil
    }

    // MARK: Reading case

    private static func putInReadingCase(_ meeting: inout Meeting, texts: [Paragraph]) {
        let capitals = meeting.statements.filter { $0.form != .placeholder }.compactMap(\.speaker.name).filter(
            isCapitals)
        let spelled = SpelledNames(of: capitals, in: texts.lazy.map(\.text))
        meeting.editStatements { statement in
            guard let name = statement.speaker.name, isCapitals(name) else { return }
            statement.speaker.name =
                spelled.spelling(of: name) ?? NameCase(delegation: statement.speaker.delegation).reading(name)
        }
    }

    /// A word of it has two capitals.
    private static func isCapitals(_ name: String) -> Bool {
        var capitals = 0
        for scalar in name.unicodeScalars {
            if scalar == " " {
                capitals = 0
            } else if scalar.isASCII ? Ascii.isUpper(UInt8(ascii: scalar)) : scalar.properties.isUppercase {
                capitals += 1
                if capitals == 2 { return true }
            }
        }
        return false
    }

    // MARK: Ids

    private static func numberStatements(of meeting: inout Meeting) {
        var ids = IDs()
        for index in meeting.blocks.indices {
            switch meeting.blocks[index].content {
            case .statement(var statement):
                statement.id = ids.next(slug(of: statement.speaker))
                meeting.blocks[index].content = .statement(statement)
            case .placeholder(var placeholder):
                placeholder.id = ids.next(Slug.make(placeholder.delegation ?? placeholder.text))
                meeting.blocks[index].content = .placeholder(placeholder)
            default: break
            }
        }
    }

    private static func slug(of speaker: Speaker) -> String {
        Slug.make(speaker.delegation ?? speaker.name ?? speaker.role ?? "")
    }

    /// `norway`, `norway-2`, …: each once, even where a slug itself ends in a number.
    private struct IDs {
        private var used: Set<String> = []
        private var counts: [String: Int] = [:]

        mutating func next(_ slug: String) -> String {
            let slug = slug.isEmpty ? "speaker" : slug
            var id = slug
            while !used.insert(id).inserted {
                counts[slug, default: 1] += 1
                id = "\(slug)-\(counts[slug, default: 1])"
            }
            return id
        }
    }
}

extension Meeting {
    var statements: [Statement] {
        blocks.compactMap { if case .statement(let statement) = $0.content { statement } else { nil } }
    }

    mutating func editStatements(_ edit: (inout Statement) -> Void) {
        for index in blocks.indices {
            guard case .statement(var statement) = blocks[index].content else { continue }
            edit(&statement)
            blocks[index].content = .statement(statement)
        }
    }
}
