import Meetings

/// What digests print over and over, each once: texts, speakers, and what is cited. Skeletons hold places in it.
///
/// Texts are in composed form: those that differ by how their accents are written alone are one. An object, because many skeletons
/// share one.
package final class Lexicon: Sendable {
    let texts: [String]
    let speakers: [SpeakerForm]
    let targets: [CitedTarget]

    init(texts: [String], speakers: [SpeakerForm], targets: [CitedTarget]) {
        self.texts = texts
        self.speakers = speakers
        self.targets = targets
    }

    /// - Parameter place: in `targets`.
    func target(_ place: Int32) -> Reference.Target {
        let target = targets[Int(place)]
        return Reference.Target(kind: target.kind, symbol: texts[Int(target.symbol)])
    }
}

/// A speaker as an opener prints it (`Speaker`): places of texts in a lexicon.
struct SpeakerForm: Hashable, Sendable {
    var printed: Int32?
    var name: Int32?
    var honorific: Int32?
    var role: Int32?
    var delegation: Int32?
    var isUnnamed: Bool
}

/// What a reference points at.
struct CitedTarget: Hashable, Sendable {
    let kind: Reference.Kind
    /// Place of `Reference.target` in a lexicon.
    let symbol: Int32
}

/// Where the parts of one lexicon stand in another; `none` for those that are not in it.
struct LexiconPlaces: Sendable {
    var texts: [Int32]
    var speakers: [Int32]
    var targets: [Int32]

    static let none: Int32 = -1

    init(noneOf lexicon: Lexicon) {
        texts = Array(repeating: Self.none, count: lexicon.texts.count)
        speakers = Array(repeating: Self.none, count: lexicon.speakers.count)
        targets = Array(repeating: Self.none, count: lexicon.targets.count)
    }

    subscript(text place: Int32?) -> Int32? { place.map { texts[Int($0)] } }

    func placed(_ speaker: SpeakerForm) -> SpeakerForm {
        SpeakerForm(
            printed: self[text: speaker.printed], name: self[text: speaker.name],
            honorific: self[text: speaker.honorific], role: self[text: speaker.role],
            delegation: self[text: speaker.delegation], isUnnamed: speaker.isUnnamed)
    }

    func placed(_ target: CitedTarget) -> CitedTarget {
        CitedTarget(kind: target.kind, symbol: texts[Int(target.symbol)])
    }
}
