import Corpus
import Diagnostics

/// What pages are made from: the corpus, and what the owner says about the site. Immutable, shared by all threads.
struct SiteModel: Sendable {
    let title: String
    let description: String?
    /// BCP 47, for `lang`.
    let language: String
    /// Nil when the site does not say where it will stand.
    let baseURL: BaseURL?
    private(set) var corpus: Corpus
    let corpusMarks: CorpusMarks
    /// Texts that were read and are no meeting: `leftOut`.
    let others: [OtherText]
    private(set) var relatedPassages: RelatedPassages
    /// What is owed to addresses that were published before.
    let promise: AddressPromise

    /// The path below which the site stands, with slashes at both ends: `/`, `/digests/`.
    var basePath: String { baseURL?.path ?? "/" }

    /// The same site, which writes down what of its corpus is read.
    func noting(in log: ReadLog) -> SiteModel {
        var site = self
        site.corpus = corpus.noting(in: log)
        return site
    }

    /// The same site with a corpus that was linked anew, and the related wording that was known before.
    func showing(anew corpus: Corpus) -> SiteModel {
        var site = showing(corpus)
        site.relatedPassages = relatedPassages.moved(from: self.corpus, to: corpus)
        return site
    }

    /// The same site with a corrected corpus.
    func showing(_ corpus: Corpus) -> SiteModel {
        var site = self
        site.corpus = corpus
        return site
    }

    /// Texts that were read and are no meeting, as the list of meetings shows them.
    var leftOut: [OtherText] {
        corpus.noteMeetingList()
        return others
    }

    // What is known of meetings and resolutions besides the corpus. `marks` counts it among their facts.

    /// By the id of the paragraph, the passages closest to it, best first.
    func related(to resolution: Ref<ResolutionEntry>) -> [String: [Related]] {
        corpus.note(resolution)
        return relatedPassages.of(resolution)
    }

    /// Paragraphs of resolutions whose wording a statement comes close to.
    func paragraphs(relatedTo turn: TurnRef) -> [RelatedPassages.Target] {
        corpus.note(turn.meeting)
        return relatedPassages.of(turn)
    }

    /// For each of a meeting's statements, the anchors it was published under before.
    func oldAnchors(in meeting: Ref<MeetingEntry>) -> [String: [String]] {
        promise.oldAnchors[corpus[meeting].id] ?? [:]
    }
}

extension SiteModel {
    /// The marks of every fact that pages of the site can be made from.
    var marks: CorpusMarks {
        var marks = corpusMarks
        relatedPassages.add(to: &marks, of: corpus)
        for (id, anchors) in promise.oldAnchors {
            guard let meeting = corpus.meeting(id: id) else { continue }
            var print = Fingerprint()
            for (anchor, before) in anchors.sorted(by: { $0.key < $1.key }) {
                print.add(anchor)
                print.add(before) { $0.add($1) }
            }
            marks.add(print.mark, to: meeting)
        }
        var print = Fingerprint()
        print.add(others) { print, other in
            print.add(other.file)
            print.add(other.reason)
        }
        marks.addToMeetingList(print.mark)
        return marks
    }
}
