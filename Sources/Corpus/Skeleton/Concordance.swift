import Diagnostics
import Meetings

/// All skeletons of a corpus in one lexicon: linking compares and counts places in it instead of texts.
///
/// Which place something has depends on how the skeletons were kept; what is made of them must not.
struct Concordance: Sendable {
    let lexicon: Lexicon
    /// Of each meeting, in the order of the entries.
    let meetings: [SkeletonParts]
    /// What official documents cite: a place in the lexicon's `targets` for each reference.
    let citedInDocuments: [Int32]
    /// Whose parts these are, and where they stand.
    private let skeletons: [MeetingSkeleton]
    private let places: [ObjectIdentifier: Int]

    /// - Parameters:
    ///   - skeletons: in the order of the entries.
    ///   - lexicon: into which theirs were taken.
    ///   - citedInDocuments: places in that.
    ///   - threads: how many work at once.
    ///   - last: an earlier one, in a lexicon that this one goes on with.
    init(
        _ skeletons: [MeetingSkeleton], in lexicon: SharedLexicon, citedInDocuments: [Int32], threads: Int,
        after last: Concordance? = nil
    ) {
        self.lexicon = lexicon.lexicon
        self.skeletons = skeletons
        places = Dictionary(
            zip(skeletons.lazy.map { ObjectIdentifier($0) }, skeletons.indices), uniquingKeysWith: { $1 })
        meetings = ParallelMap(threads: threads).map(skeletons.parts(of: 256)) { part in
            part.map { last?.parts(of: $0) ?? lexicon.parts(of: $0) }
        }
        .flatMap(\.self)
        self.citedInDocuments = citedInDocuments
    }

    private func parts(of skeleton: MeetingSkeleton) -> SkeletonParts? {
        places[ObjectIdentifier(skeleton)].map { meetings[$0] }
    }

    var texts: [String] { lexicon.texts }
    var speakers: [SpeakerForm] { lexicon.speakers }
}
