/// One lexicon for many skeletons, in the making.
package struct SharedLexicon: Sendable {
    private(set) var builder = LexiconBuilder()
    /// Lexicons that are in it already.
    private var known: [ObjectIdentifier: (lexicon: Lexicon, places: LexiconPlaces)] = [:]

    package init() {}

    package var lexicon: Lexicon { builder.lexicon }

    mutating func places(of lexicon: Lexicon) -> LexiconPlaces {
        if let known = known[ObjectIdentifier(lexicon)] { return known.places }
        let places = builder.places(of: lexicon)
        known[ObjectIdentifier(lexicon)] = (lexicon, places)
        return places
    }
}
