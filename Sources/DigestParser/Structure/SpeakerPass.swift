import Meetings

/// Once all turns are known: who a repeated surname is, names in reading case, and an id for every statement.
enum SpeakerPass {
    static func run(on meeting: inout Meeting, texts: [Paragraph]) {
        resolveRepeats(in: &meeting)
        putInReadingCase(&meeting, texts: texts)
        numberStatements(of: &meeting)
    }

    // MARK: Repeats

    /// `Mr. NEBENZIA (Russian Federation)`, `Ms. DICARLO, responding` take what the one full-named speaker with that
    /// surname has; with two candidates, or a delegation against it, they stay as printed.
    private static func resolveRepeats(in meeting: inout Meeting) {
        let full = meeting.statements.filter { $0.form == .capitals || $0.form == .prose }.map(\.speaker).filter {
            speaker in
            speaker.name.map { $0.contains(" ") } ?? false
        }
        guard !full.isEmpty else { return }
        meeting.editStatements { statement in
            guard statement.form == .titled, let name = statement.speaker.name else { return }
            guard let known = match(name, delegation: statement.speaker.delegation, among: full) else { return }
            statement.speaker.name = known.name
            guard statement.speaker.delegation == nil else { return }
            statement.speaker.delegation = known.delegation
            statement.speaker.role = statement.speaker.role ?? known.role
        }
    }

    private static func match(_ name: String, delegation: String?, among speakers: [Speaker]) -> Speaker? {
        let key = " " + Latin.key(name)
        let candidates = speakers.filter { speaker in
            let full = " " + Latin.key(speaker.name ?? "") + " "
            guard full.contains(key + " ") else { return false }
            guard let delegation, let other = speaker.delegation else { return delegation == nil }
            return Latin.key(delegation) == Latin.key(other)
        }
        let people = Set(candidates.map { Latin.key($0.name ?? "") })
        return people.count == 1 ? candidates[0] : nil
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

    private static func isCapitals(_ name: String) -> Bool {
        name.split(separator: " ").contains { word in
            word.unicodeScalars.count { $0.properties.isUppercase } >= 2
        }
    }

    // MARK: Ids

    private static func numberStatements(of meeting: inout Meeting) {
        var used: Set<String> = []
        for index in meeting.blocks.indices {
            switch meeting.blocks[index].content {
            case .statement(var statement):
                statement.id = unused(slug(of: statement.speaker), &used)
                meeting.blocks[index].content = .statement(statement)
            case .placeholder(var placeholder):
                placeholder.id = unused(Slug.make(placeholder.delegation ?? placeholder.text), &used)
                meeting.blocks[index].content = .placeholder(placeholder)
            default: break
            }
        }
    }

    private static func slug(of speaker: Speaker) -> String {
        let slug = Slug.make(speaker.delegation ?? speaker.name ?? speaker.role ?? "")
        return slug.isEmpty ? "speaker" : slug
    }

    private static func unused(_ slug: String, _ used: inout Set<String>) -> String {
        var id = slug
        var count = 1
        while !used.insert(id).inserted {
            count += 1
            id = "\(slug)-\(count)"
        }
        return id
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
