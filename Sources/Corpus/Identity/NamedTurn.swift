import Diagnostics
import Meetings

/// A turn whose speaker is named: the occurrence of a name that identity is worked out from.
struct NamedTurn: Sendable {
    let ref: TurnRef
    /// Index into the entry's `turns`.
    let slot: Int
    /// Place of the speaker in the concordance.
    let speaker: Int
    /// Index into `NamedTurns.names`.
    let name: Int
    let delegation: Ref<Delegation>?
    /// Place in `NamedTurns.roles`.
    let role: Int?
    /// For a title and surname.
    let courtesy: CourtesyTitle?
    let year: Int?
}

/// All named turns of the corpus in order of time, with each name folded once.
struct NamedTurns: Sendable {
    private(set) var turns: [NamedTurn] = []
    /// Names as they are printed and read, each once, and what they fold to.
    let names: [Name]
    /// The texts of the concordance, those of roles among them.
    let roles: [String]
    /// As openers print them before a name, by places of speakers in the concordance.
    private let honorifics: [String?]

    struct Name: Sendable {
        /// As the opener prints it, title included; the reading form where it prints none.
        let printed: String
        let reading: String
        let folded: FoldedName
        /// The same number for all names that fold to the same.
        fileprivate(set) var number = 0
    }

    /// - Parameters:
    ///   - entries: with their turns.
    ///   - threads: how many work at once.
    init(_ entries: [MeetingEntry], _ concordance: Concordance, threads: Int) {
        let texts = concordance.texts
        let voices = Voices(concordance)
        names = Self.names(voices.spellings.all, texts: texts, threads: threads)
        roles = texts
        honorifics = concordance.speakers.map { $0.honorific.map { texts[Int($0)] } }
        for index in entries.indices {
            let year = entries[index].year
            for (slot, opener) in concordance.meetings[index].openers.enumerated() {
                guard let voice = voices.all[Int(opener.speaker)], !names[voice.name].folded.key.isEmpty else {
                    continue
                }
                turns.append(
                    NamedTurn(
                        ref: TurnRef(meeting: Ref(index), block: Int(opener.block)), slot: slot,
                        speaker: Int(opener.speaker), name: voice.name,
                        delegation: entries[index].turns[slot].delegation, role: voice.role, courtesy: voice.courtesy,
                        year: year))
            }
        }
    }

    func folded(_ turn: NamedTurn) -> FoldedName { names[turn.name].folded }

    /// As the opener prints it before the name.
    func honorific(_ turn: NamedTurn) -> String? { honorifics[turn.speaker] }

    private static func names(_ spellings: [Voices.Spelling], texts: [String], threads: Int) -> [Name] {
        var names = ParallelMap(threads: threads).map(spellings.parts(of: 512)) { part in
            part.map { spelling in
                let reading = texts[Int(spelling.reading)]
                return Name(printed: texts[Int(spelling.printed)], reading: reading, folded: FoldedName(reading))
            }
        }
        .flatMap(\.self)
        var numbers: [[String]: Int] = [:]
        for index in names.indices {
            let folded = [names[index].folded.key, names[index].folded.initials]
            let number = numbers[folded] ?? numbers.count
            numbers[folded] = number
            names[index].number = number
        }
        return names
    }
}

/// What there is to know of speakers who are named, by their places in the concordance.
private struct Voices {
    private(set) var all: [Voice?] = []
    private(set) var spellings = LexiconBuilder.Places<Spelling>()

    /// Places of texts.
    struct Spelling: Hashable, Sendable {
        let printed: Int32
        let reading: Int32
    }

    struct Voice {
        /// Place in `spellings`.
        let name: Int
        let role: Int?
        let courtesy: CourtesyTitle?
    }

    init(_ concordance: Concordance) {
        var titles: [Int32: CourtesyTitle?] = [:]
        for speaker in concordance.speakers {
            guard !speaker.isUnnamed, let name = speaker.name, !concordance.texts[Int(name)].isEmpty else {
                all.append(nil)
                continue
            }
            var courtesy: CourtesyTitle?
            if let honorific = speaker.honorific {
                courtesy = titles[honorific] ?? CourtesyTitle(concordance.texts[Int(honorific)])
                titles[honorific] = .some(courtesy)
            }
            let spelling = Spelling(printed: speaker.printed ?? name, reading: name)
            all.append(
                Voice(name: Int(spellings.place(of: spelling)), role: speaker.role.map(Int.init), courtesy: courtesy))
        }
    }
}

extension NamedTurns {
    /// What the registry would call the speaker: the folded name, with its title where only a surname is printed.
    func keyWithTitle(_ turn: NamedTurn) -> String {
        switch turn.courtesy {
        case nil: folded(turn).key
        case .mister: "mr" + folded(turn).key
        case .miss: "ms" + folded(turn).key
        }
    }
}
