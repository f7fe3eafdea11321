import Diagnostics
import Meetings

/// A turn whose speaker is named: the occurrence of a name that identity is worked out from.
struct NamedTurn: Sendable {
    let ref: TurnRef
    /// Index into the entry's `turns`.
    let slot: Int32
    /// Place of the speaker in the concordance.
    let speaker: Int32
    /// Length, in words.
    let words: Int32
    /// Whether it was given on behalf of others too.
    let isForOthers: Bool

    /// What openers print of a speaker who is named: the same for all turns that print it.
    struct Voice: Sendable {
        /// Index into `NamedTurns.names`.
        let name: Int
        let delegation: Ref<Delegation>?
        /// Place in `NamedTurns.roles`.
        let role: Int?
        /// For a title and surname.
        let courtesy: CourtesyTitle?
    }
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
    /// By places of speakers in the concordance.
    private let voices: [NamedTurn.Voice?]
    /// Of each meeting.
    private let years: [Int?]

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
    ///   - refs: whom names of delegations mean.
    ///   - threads: how many work at once.
    init(_ entries: [MeetingEntry], _ concordance: Concordance, _ refs: DelegationRefs, threads: Int) {
        let texts = concordance.texts
        let found = Voices(concordance, refs)
        let names = Self.names(found.spellings.all, texts: texts, threads: threads)
        let voices = found.all.map { voice in
            voice.flatMap { names[$0.name].folded.key.isEmpty ? nil : $0 }
        }
        roles = texts
        honorifics = concordance.speakers.map { $0.honorific.map { texts[Int($0)] } }
        years = entries.map(\.year)
        turns = ParallelMap(threads: threads).map(entries.indices.parts(of: 256)) { meetings in
            meetings.flatMap { meeting in
                zip(concordance.meetings[meeting].openers, entries[meeting].turns.indices).lazy
                    .filter { opener, _ in voices[Int(opener.speaker)] != nil }
                    .map { NamedTurn($0.speaker, slot: $1, of: entries[meeting].turns) }
            }
        }
        .flatMap(\.self)
        self.names = names
        self.voices = voices
    }

    func voice(_ turn: NamedTurn) -> NamedTurn.Voice {
        guard let voice = voices[Int(turn.speaker)] else { preconditionFailure("a named turn has a voice") }
        return voice
    }

    func folded(_ turn: NamedTurn) -> FoldedName { names[voice(turn).name].folded }

    /// As the opener prints it before the name.
    func honorific(_ turn: NamedTurn) -> String? { honorifics[Int(turn.speaker)] }

    func year(_ turn: NamedTurn) -> Int? { years[turn.ref.meeting.index] }

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

extension NamedTurn {
    fileprivate init(_ speaker: Int32, slot: Int, of turns: [Turn]) {
        ref = turns[slot].ref
        self.slot = Int32(slot)
        self.speaker = speaker
        words = Int32(turns[slot].words)
        isForOthers = !turns[slot].onBehalfOf.isEmpty
    }
}

/// What there is to know of speakers who are named, by their places in the concordance.
private struct Voices {
    private(set) var all: [NamedTurn.Voice?] = []
    private(set) var spellings = LexiconBuilder.Places<Spelling>()

    /// Places of texts.
    struct Spelling: Hashable, Sendable {
        let printed: Int32
        let reading: Int32
    }

    init(_ concordance: Concordance, _ refs: DelegationRefs) {
        var titles: [Int32: CourtesyTitle?] = [:]
        for (place, speaker) in concordance.speakers.enumerated() {
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
                NamedTurn.Voice(
                    name: Int(spellings.place(of: spelling)), delegation: refs.ofSpeaker(Int32(place)),
                    role: speaker.role.map(Int.init), courtesy: courtesy))
        }
    }
}

extension NamedTurns {
    /// What the registry would call the speaker: the folded name, with its title where only a surname is printed.
    func keyWithTitle(_ turn: NamedTurn) -> String {
        switch voice(turn).courtesy {
        case nil: folded(turn).key
        case .mister: "mr" + folded(turn).key
        case .miss: "ms" + folded(turn).key
        }
    }
}
