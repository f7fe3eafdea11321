/// Words inside a surname that its bearers write small: `van Bohemen`, `de la Peña`, `bin Ibrahim`, `Mendonça e Moura`.
///
/// A rule of the field (bibliographic authority files write them so), applied only between two names: a particle that
/// opens or ends a name is a name. `al` and `el` are kept as `Al-Thani`, `Al Saad`, the form United Nations texts print.
enum Particles {
    static func contains(_ word: LowercaseWord) -> Bool { all.contains(word) }

    private static let all: WordTable = [
        "van", "von", "der", "den", "de", "da", "do", "dos", "das", "di", "del", "della", "du", "des", "bin", "ibn",
        "bint",
        "binti", "y", "e", "af", "av", "ter", "ten", "zu", "zur", "zum", "la", "las", "los", "al", "el", "op",
    ]

    /// Small only behind another particle: `de la Peña`, but `La Rosa`.
    static let dependent: WordTable = ["la", "las", "los"]
    /// Read as particles in running text, written with a capital in names.
    static let capital: WordTable = ["al", "el"]
}
