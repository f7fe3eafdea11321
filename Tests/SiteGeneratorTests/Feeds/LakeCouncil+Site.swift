import Corpus
import Meetings

@testable import SiteGenerator

extension LakeCouncil {
    static func site(
        _ meetings: [Meeting], baseURL: String? = "https://example.org/digests/",
        related: [Ref<ResolutionEntry>: [String: [Related]]] = [:]
    ) -> SiteModel {
        let corpus = Corpus(meetings: meetings)
        return SiteModel(
            title: "Lakes & “rivers”", description: "What was said about water.", language: "en",
            baseURL: baseURL.flatMap(BaseURL.init), corpus: corpus, corpusMarks: CorpusMarks(corpus), others: [],
            relatedPassages: RelatedPassages(related, in: corpus), promise: AddressPromise())
    }

    /// A day, a month and no date at all; a resolution cited twice in one statement.
    static var threeMeetings: [Meeting] {
        [
            meeting(
                number: 1, date: "2031-05-02", headline: "Council Hears <b>Ice</b> & Snow",
                blocks: [
                    statement("ilmar", "Gunnar Ellisiv", of: "Ilmar", says: ["Ice on the lake & below it."]),
                    statement("corvane", nil, of: "Corvane", says: ["The ice was thin."]),
                ]),
            meeting(
                number: 2, date: "2031-06",
                blocks: [
                    statement(
                        "ilmar", "Gunnar Ellisiv", of: "Ilmar",
                        says: ["As resolution 9 (2029) and again 9 (2029) said."],
                        references: [
                            Reference(
                                kind: .resolution, target: "S/RES/9 (2029)", text: "resolution 9 (2029)", start: 3,
                                end: 22),
                            Reference(
                                kind: .resolution, target: "S/RES/9 (2029)", text: "9 (2029)", start: 33, end: 41),
                        ])
                ]),
            meeting(
                number: 3, date: nil,
                blocks: [statement("ilmar", "Gunnar Ellisiv", of: "Ilmar", says: ["No day was told.\u{1}"])]),
        ]
    }
}
