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

    /// - Parameters:
    ///   - skeletons: in the order of the entries.
    ///   - lexicon: into which theirs were taken.
    ///   - citedInDocuments: places in that.
    ///   - threads: how many work at once.
    init(_ skeletons: [MeetingSkeleton], in lexicon: SharedLexicon, citedInDocuments: [Int32], threads: Int) {
        self.lexicon = lexicon.lexicon
        meetings = ParallelMap(threads: threads).map(skeletons.parts(of: 256)) { part in
            part.map { lexicon.parts(of: $0) }
        }
        .flatMap(\.self)
        self.citedInDocuments = citedInDocuments
    }

    var texts: [String] { lexicon.texts }
    var speakers: [SpeakerForm] { lexicon.speakers }
}
