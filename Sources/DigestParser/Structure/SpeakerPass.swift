import Meetings

/// Once all turns are known: who a repeated surname is, names in reading case, and an id for every statement.
enum SpeakerPass {
    static func run(on meeting: inout Meeting, texts: [Passage], names: StateNames) {
        var statements = meeting.takeStatements()
        resolveRepeats(in: &statements, of: meeting, names: names)
        takeDelegationsFromRoles(in: &statements, of: meeting)
        putInReadingCase(&statements, texts: texts)
        putStatesInReadingCase(&statements, names: names)
        meeting.putBack(statements)
    }

    // MARK: Repeats

    /// `Mr. NEBENZIA (Russian Federation)`, `Ms. DICARLO, responding` take what the one full-named speaker with that
    /// surname has; with two candidates, or a delegation against it, they stay as printed.
    private static func resolveRepeats(in statements: inout [Statement], of meeting: Meeting, names: StateNames) {
        var surnames: Set<KeyHash> = []
        for index in statements.indices where statements[index].form == .titled {
            if let name = statements[index].speaker.name { surnames.insert(KeyHash.lastPart(of: name)) }
        }
        guard !surnames.isEmpty else { return }
        let speakers = statements.compactMap { $0.form == .capitals || $0.form == .prose ? $0.speaker : nil }
        let people = People(speakers, surnames: surnames) { introduced(in: meeting, names: names) }
        for index in statements.indices where statements[index].form == .titled {
            guard let name = statements[index].speaker.name,
                let known = people.one(named: name, delegation: statements[index].speaker.delegation)
            else { continue }
            statements[index].speaker.name = known.name
            guard statements[index].speaker.delegation == nil else { continue }
            statements[index].speaker.delegation = known.delegation
            statements[index].speaker.role = statements[index].speaker.role ?? known.role
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
    private static func takeDelegationsFromRoles(in statements: inout [Statement], of meeting: Meeting) {
        var delegations = Set(statements.compactMap { $0.speaker.delegation })
        for case .summary(let summary) in meeting.blocks.lazy.map(\.content) {
            delegations.formUnion(summary.attributions.lazy.compactMap(\.delegation))
        }
        for index in statements.indices where statements[index].speaker.delegation == nil {
            guard let role = statements[index].speaker.role, let (office, name) = ending(of: role, in: delegations)
            else { continue }
            statements[index].speaker.delegation = name
            statements[index].speaker.role = office
        }
    }

    /// The office and the delegation behind an "of": `Director | International Organization for Migration`. An
    /// abbreviation in brackets is no part of the name.
    private static func ending(of role: String, in delegations: Set<String>) -> (office: String, name: String)? {
        let parts = ByteSearch.parts(of: role, between: " of ")
        guard parts.count > 1, parts.count < 8, let last = parts.last else { return nil }
        var end = role.endIndex
        if last.hasSuffix(")"), let open = ByteSearch.lastRange(of: " (", in: role), open.lowerBound >= last.startIndex
        {
            end = open.lowerBound
        }
        for (part, next) in zip(parts, parts.dropFirst()) {
            let tail = role[next.startIndex..<end]
            let name = String(tail.hasPrefix("the ") ? tail.dropFirst(4) : tail)
            guard delegations.contains(name) else { continue }
            let office = role[..<part.endIndex]
            return (String(office.last == "," ? office.dropLast() : office), name)
        }
        return nil
    }

    // MARK: Reading case

    private static func putInReadingCase(_ statements: inout [Statement], texts: [Passage]) {
        var capitals: [(statement: Int, name: String)] = []
        for index in statements.indices {
            if let name = statements[index].speaker.name, isCapitals(name) { capitals.append((index, name)) }
        }
        let wanted = capitals.compactMap { statements[$0.statement].form == .placeholder ? nil : $0.name }
        let spelled = SpelledNames(of: wanted, in: texts.lazy.map(\.text))
        for (index, name) in capitals {
            let speaker = statements[index].speaker
            statements[index].speaker.name =
                spelled.spelling(of: name) ?? NameCase(delegation: speaker.delegation).reading(name)
        }
    }

    /// `The representative of GUYANA`, as releases of the 1990s set it.
    private static func putStatesInReadingCase(_ statements: inout [Statement], names: StateNames) {
        for index in statements.indices {
            guard let name = statements[index].speaker.delegation, name.utf8.count > 3,
                !name.utf8.contains(where: Ascii.isLower), names.contains(name)
            else { continue }
            statements[index].speaker.delegation = NameCase().readingOfPlace(name)
        }
    }

    /// A word of it has two capitals.
    private static func isCapitals(_ name: String) -> Bool {
        var capitals = 0
        for scalar in name.unicodeScalars {
            if scalar == " " {
                capitals = 0
            } else if Latin.isUpper(scalar) {
                capitals += 1
                if capitals == 2 { return true }
            }
        }
        return false
    }
}

extension Meeting {
    /// Moves the statements out of their blocks, in the order of the text, so that they are held once while they are
    /// edited; an empty one stands for each until `putBack`.
    fileprivate mutating func takeStatements() -> [Statement] {
        var statements: [Statement] = []
        for index in blocks.indices {
            guard case .statement(let statement) = blocks[index].content else { continue }
            blocks[index].content = Self.taken
            statements.append(statement)
        }
        return statements
    }

    private static let taken = Block.Content.statement(
        Statement(id: "", form: .placeholder, speaker: Speaker(printed: nil, name: nil, unnamed: true), paragraphs: []))

    /// Puts the statements where they were, with an id for each, and for each that is still to come.
    fileprivate mutating func putBack(_ statements: [Statement]) {
        var ids = StatementIDs()
        var next = statements.startIndex
        for index in blocks.indices {
            switch blocks[index].content {
            case .statement:
                var statement = statements[next]
                statement.id = ids.next(statement.speaker)
                blocks[index].content = .statement(statement)
                next += 1
            case .placeholder(var placeholder):
                placeholder.id = ids.next(Slug.make(placeholder.delegation ?? placeholder.text))
                blocks[index].content = .placeholder(placeholder)
            default: break
            }
        }
    }
}

/// `norway`, `norway-2`, …: each once, even where a slug itself ends in a number.
private struct StatementIDs {
    private var used: Set<String> = []
    private var counts: [String: Int] = [:]

    mutating func next(_ speaker: Speaker) -> String {
        next(Slug.make(speaker.delegation ?? speaker.name ?? speaker.role ?? ""))
    }

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
