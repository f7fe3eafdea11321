import Diagnostics
import Foundation
import Meetings

/// A lexicon in the making.
struct LexiconBuilder: Sendable {
    private(set) var texts = Places<ByteText>()
    private(set) var speakers = Places<SpeakerForm>()
    private(set) var targets = Places<CitedTarget>()

    /// Different things, in the order in which they came.
    struct Places<Element: Hashable & Sendable>: Sendable {
        private(set) var all: [Element] = []
        private var places: [Element: Int32] = [:]

        mutating func place(of element: Element) -> Int32 {
            if let known = places[element] { return known }
            let place = Int32(all.count)
            places[element] = place
            all.append(element)
            return place
        }
    }

    mutating func place(of text: String) -> Int32 { texts.place(of: Self.composed(text)) }

    private static func composed(_ text: String) -> ByteText {
        let isPlain = text.utf8.allSatisfy { $0 < 0x80 }
        return ByteText(isPlain ? text : text.precomposedStringWithCanonicalMapping)
    }

    mutating func place(of text: String?) -> Int32? { text.map { place(of: $0) } }

    mutating func place(of speaker: Speaker) -> Int32 {
        speakers.place(
            of: SpeakerForm(
                printed: place(of: speaker.printed), name: place(of: speaker.name),
                honorific: place(of: speaker.honorific), role: place(of: speaker.role),
                delegation: place(of: speaker.delegation), isUnnamed: speaker.unnamed))
    }

    mutating func place(of reference: Reference) -> Int32 {
        targets.place(of: CitedTarget(kind: reference.kind, symbol: place(of: reference.target)))
    }

    /// A place for each reference of a text.
    mutating func targets(of text: FullText) -> [Int32] {
        var places: [Int32] = []
        text.forEachReference(of: Ref(0)) { _, reference in
            if reference.kind != .statement { places.append(place(of: reference)) }
        }
        return places
    }

    /// - Parameter text: of another lexicon.
    mutating func place(ofComposed text: String) -> Int32 { texts.place(of: ByteText(text)) }

    mutating func place(of speaker: SpeakerForm) -> Int32 { speakers.place(of: speaker) }

    mutating func place(of target: CitedTarget) -> Int32 { targets.place(of: target) }

    var lexicon: Lexicon { Lexicon(texts: texts.all.map(\.text), speakers: speakers.all, targets: targets.all) }
}
