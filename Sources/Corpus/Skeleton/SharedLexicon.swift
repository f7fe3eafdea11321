import Meetings

/// One lexicon for many skeletons, in the making.
package struct SharedLexicon: Sendable {
    private var builder = LexiconBuilder()
    /// Lexicons that are in it already.
    private var known: [ObjectIdentifier: (lexicon: Lexicon, places: LexiconPlaces)] = [:]

    package init() {}

    package var lexicon: Lexicon { builder.lexicon }

    /// Takes in the lexicon of a skeleton.
    mutating func take(_ skeleton: MeetingSkeleton) {
        let lexicon = skeleton.lexicon
        if known[ObjectIdentifier(lexicon)] == nil {
            known[ObjectIdentifier(lexicon)] = (lexicon, builder.places(of: lexicon))
        }
    }

    /// Takes in what a text cites.
    /// - Returns: a place for each reference.
    mutating func take(_ text: FullText) -> [Int32] { builder.targets(of: text) }

    /// The parts of a skeleton whose lexicon was taken in.
    func parts(of skeleton: MeetingSkeleton) -> SkeletonParts {
        guard let places = known[ObjectIdentifier(skeleton.lexicon)]?.places else {
            preconditionFailure("the lexicon of a skeleton is taken in before its parts are asked for")
        }
        return skeleton.parts.placed(places)
    }
}
