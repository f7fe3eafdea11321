import Corpus
import Diagnostics
import Meetings

/// The digests of a site, read and linked: what a later build corrects where only words of a few have changed since.
struct LinkedDigests: Sendable {
    /// In the order of `DigestFolder.files`.
    private(set) var digests: [Digest]
    /// A mark of what links depend on besides: the registry and the official documents.
    let ground: UInt64
    private(set) var corpus: Corpus
    /// What the next linking in this process goes on from; nil where there will be none.
    let linkage: Linkage?
    private(set) var marks: CorpusMarks
    /// Texts that were read and are no meeting.
    let others: [OtherText]
    /// The meetings whose words were corrected since their addresses were published.
    private(set) var corrected: Set<Ref<MeetingEntry>>
    /// Those of them that were corrected since `promise` was found.
    private(set) var unsettled: Set<Ref<MeetingEntry>> = []
    /// What the last build found owed to published addresses; nil before one looked.
    private(set) var promise: KeptPromise?

    struct Digest: Sendable, Equatable {
        /// As `InputFile.name` names it.
        let file: String
        /// Nil where the file may have changed since without looking otherwise.
        var stamp: FileStamp?
        /// What is doubtful in it.
        var notes: [Diagnostic]
    }

    /// - Parameter isLast: whether this process links no more.
    init(
        _ digests: [Digest], ground: UInt64, linkage: Linkage, isLast: Bool, others: [OtherText], threads: Int
    ) {
        self.init(
            digests, ground: ground, corpus: linkage.corpus, linkage: isLast ? nil : linkage,
            marks: CorpusMarks(linkage.corpus, threads: threads), others: others, corrected: [], promise: nil)
    }

    init(
        _ digests: [Digest], ground: UInt64, corpus: Corpus, linkage: Linkage? = nil, marks: CorpusMarks,
        others: [OtherText], corrected: Set<Ref<MeetingEntry>>, promise: KeptPromise?
    ) {
        self.digests = digests
        self.ground = ground
        self.corpus = corpus
        self.linkage = linkage
        self.marks = marks
        self.others = others
        self.corrected = corrected
        self.promise = promise
    }

    /// Notes what is owed to published addresses.
    /// - Parameters:
    ///   - before: the mark of the file of addresses that it was found for.
    ///   - after: of the file that the build publishes; nil where it publishes none.
    ///   - hasSamePages: whether that has the same lines but for words and anchors.
    mutating func settle(_ promise: AddressPromise, before: String, after: String?, hasSamePages: Bool) {
        let complete = after ?? (self.promise?.complete == before ? before : nil)
        let published = promise.isEmpty || hasSamePages ? [before, after ?? before] : [before]
        self.promise = KeptPromise(promise: promise, published: Set(published), complete: complete)
        unsettled = []
        if after != nil { corrected = [] }
    }

    /// Puts another reading of a digest in its place.
    /// - Returns: false where something that linking reads differs; then everything must be linked anew.
    mutating func correct(_ index: Int, by reading: DigestReader.Digest) -> Bool {
        guard let correction = Correction(of: corpus, by: reading.meeting) else { return false }
        corpus = correction.corpus
        marks = CorpusMarks(correction, after: marks)
        corrected.insert(correction.meeting)
        unsettled.insert(correction.meeting)
        digests[index] = Digest(reading)
        return true
    }
}

extension [LinkedDigests.Digest] {
    /// The places of the digests that are not known to be the same as before; nil where other files were linked.
    /// - Parameter stamps: of the files, nil where one could not be looked at.
    func changed(_ files: [InputFile], _ stamps: [FileStamp?]) -> [Int]? {
        guard files.count == count, zip(files, self).allSatisfy({ $0.name == $1.file }) else { return nil }
        return indices.filter { self[$0].stamp == nil || stamps[$0] != self[$0].stamp }
    }
}

extension LinkedDigests.Digest {
    init(_ reading: DigestReader.Digest) {
        self.init(file: reading.file, stamp: reading.stamp, notes: reading.notes)
    }
}
