import Diagnostics
import Meetings

/// All skeletons of a corpus in one lexicon: linking compares and counts places in it instead of texts.
///
/// Which place something has depends on how the skeletons were kept; what is made of them must not.
struct Concordance: Sendable {
    let texts: [String]
    let speakers: [SpeakerForm]
    let targets: [CitedTarget]
    /// Of each meeting, in the order of the entries.
    let meetings: [SkeletonParts]
    /// What the texts of decisions and official documents cite: a place in `targets` for each reference.
    let citedInTexts: [Int32]

    /// - Parameters:
    ///   - skeletons: in the order of the entries.
    ///   - officialTexts: whose references are taken in too, with those of the decisions' texts.
    ///   - threads: how many work at once.
    init(_ skeletons: [MeetingSkeleton], officialTexts: [OfficialText], threads: Int) {
        let map = ParallelMap(threads: threads)
        var builder = LexiconBuilder()
        let places = Self.places(of: skeletons, in: &builder, map)
        let printed = skeletons.flatMap(\.head.decisions).compactMap(\.fullText)
        citedInTexts = (printed + officialTexts.map(\.text)).flatMap { builder.places(inText: $0) }
        texts = builder.texts.all.map(\.text)
        speakers = builder.speakers.all
        targets = builder.targets.all
        meetings = map.map(skeletons.parts(of: 256)) { part in
            part.map { skeleton in
                places[ObjectIdentifier(skeleton.lexicon)].map(skeleton.parts.placed) ?? skeleton.parts
            }
        }
        .flatMap(\.self)
    }

    func target(_ place: Int) -> Reference.Target {
        Reference.Target(kind: targets[place].kind, symbol: texts[Int(targets[place].symbol)])
    }

    // MARK: Making

    /// Where the parts of each lexicon stand. New digests have one each: several threads bring these together.
    private static func places(
        of skeletons: [MeetingSkeleton], in builder: inout LexiconBuilder, _ map: ParallelMap
    ) -> [ObjectIdentifier: LexiconPlaces] {
        var lexicons: [Lexicon] = []
        var known: Set<ObjectIdentifier> = []
        for skeleton in skeletons where known.insert(ObjectIdentifier(skeleton.lexicon)).inserted {
            lexicons.append(skeleton.lexicon)
        }
        guard lexicons.count > 512 else {
            return Dictionary(uniqueKeysWithValues: lexicons.map { (ObjectIdentifier($0), builder.places(of: $0)) })
        }
        let parts = map.map(lexicons.parts(of: 512)) { lexicons in
            var builder = LexiconBuilder()
            let places = lexicons.map { builder.places(of: $0) }
            return (lexicon: builder.lexicon, of: lexicons, places: places)
        }
        var all: [ObjectIdentifier: LexiconPlaces] = [:]
        for part in parts {
            let places = builder.places(of: part.lexicon)
            for (lexicon, inner) in zip(part.of, part.places) {
                all[ObjectIdentifier(lexicon)] = inner.followed(by: places)
            }
        }
        return all
    }
}

extension LexiconBuilder {
    /// Takes in what a text cites.
    fileprivate mutating func places(inText text: FullText) -> [Int32] {
        var places: [Int32] = []
        text.forEachReference(of: Ref(0)) { _, reference in
            if reference.kind != .statement { places.append(place(of: reference)) }
        }
        return places
    }
}
