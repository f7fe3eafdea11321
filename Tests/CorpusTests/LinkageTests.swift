import Diagnostics
import Meetings
import Testing

@testable import Corpus

/// Texts of every form, edited at random: what goes on from the last linking must be what linking anew gives. `SEED=…` repeats one.
@Suite struct RandomLinkageTests {
    @Test(arguments: EditedDigests.seeds)
    func `a linking that goes on from the last one gives what linking anew gives`(seed: UInt64) throws {
        var digests = try EditedDigests(seed: seed)
        var registry = Registry.empty
        var linkage = Linkage(digests.readings)
        for round in 0..<60 {
            switch digests.below(8) {
            case 0: try digests.editFolder()
            case 1, 2, 3: try digests.editLines()
            case 4:
                let people = linkage.corpus.persons.map(\.name)
                registry.people = people.isEmpty ? [] : [.init(name: people[digests.below(people.count)])]
            default: _ = try digests.editWords()
            }
            // Several edits may come before the next linking.
            if digests.below(4) == 0 { continue }
            let threads = 1 + digests.below(2)
            linkage = Linkage(digests.readings, registry: registry, threads: threads, after: linkage)
            let anew = Corpus(digests.readings, registry: registry)
            #expect("\(linkage.corpus.lists)" == "\(anew.lists)", "round \(round)")
            #expect(linkage.corpus.symbols.uses == anew.symbols.uses)
            #expect(CorpusMarks(linkage.corpus).all == CorpusMarks(anew).all, "round \(round)")
        }
    }
}
