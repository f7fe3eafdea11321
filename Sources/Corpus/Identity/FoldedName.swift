import Meetings

/// A name without what may differ between two spellings of it: case, diacritics, hyphens, apostrophes, initials.
struct FoldedName: Sendable, Hashable {
    /// Its words, initials left out where a name remains: `yury`, `fedotov`.
    let words: [Substring]
    /// All words in one, so that `Al-Rowaiei` and `Alrowaiei` meet: `yuryfedotov`.
    let key: String
    /// `v`; empty without initials.
    let initials: String

    init(_ name: String) {
        let all = Slug.make(name).split(separator: "-")
        let full = all.enumerated().filter { $1.utf8.count > 1 || $0 == all.count - 1 }.map(\.element)
        // `R. B. Smith` is nobody without the initials.
        let keepsAll = full.count < 2
        words = keepsAll ? all : full
        key = words.joined()
        initials = keepsAll ? "" : all.dropLast().filter { $0.utf8.count == 1 }.joined()
    }

    /// Whether the words of a surname stand in this name, side by side.
    func contains(_ surname: FoldedName) -> Bool {
        guard let first = surname.words.first, surname.words.count <= words.count else { return false }
        return words.indices.contains { start in
            words[start] == first && words[start...].starts(with: surname.words)
        }
    }

    func ends(with surname: FoldedName) -> Bool { words.suffix(surname.words.count) == surname.words[...] }
}

/// Titles that say no more than `Mr.` does, and stand before a surname alone.
enum CourtesyTitle: Sendable, Hashable {
    case mister, miss

    init?(_ honorific: String?) {
        switch honorific.map({ Slug.make($0) }) {
        case "mr", "sir", "m", "sr": self = .mister
        case "ms", "mrs", "miss", "mme", "sra": self = .miss
        default: return nil
        }
    }
}
