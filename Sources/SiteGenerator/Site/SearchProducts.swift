import Corpus
import Diagnostics

/// The search as products: its batches first, then the segments that are put together from their terms.
struct SearchProducts: Sendable {
    let index: SearchIndex
    let corpus: Corpus
    /// Keeps the terms of batches.
    let cache: BuildCache
    let threads: Int

    /// The batches of each segment.
    private let parts: [[SearchBatch]]

    init(of corpus: Corpus, cache: BuildCache, threads: Int) {
        index = SearchIndex(corpus)
        parts = index.segments.map(index.batches)
        self.threads = threads
        self.corpus = corpus
        self.cache = cache
    }

    /// What is made first.
    func batches() -> [SiteProduct] { parts.joined().map(product) }

    /// - Parameter told: what the batches told, in their order.
    func segments(after told: [String]) -> [SiteProduct] {
        var seals = told[...]
        return zip(index.segments, parts).map { segment, batches in
            defer { seals = seals.dropFirst(batches.count) }
            return product(segment, Array(zip(batches, seals)))
        }
    }

    /// - Parameter told: what the segments told, in their order.
    func directory(after told: [String]) -> PageMaker.File {
        index.directory(told.map(SearchIndex.Summary.init), of: corpus)
    }

    /// The texts of a batch, and its terms, whose seal is told.
    private func product(_ batch: SearchBatch) -> SiteProduct {
        let name = Self.name(batch)
        // One that stands may be asked for its terms too.
        cache.claim(name)
        let mark = String(index.mark(of: batch, in: corpus), radix: 36)
        return SiteProduct("search batch \(batch.name) \(mark)") { maker, put in
            var writer = cache.writer()
            index.terms(of: batch, in: maker.site.corpus, put).write(to: &writer)
            return String(cache.write(writer, name).seal, radix: 36)
        }
    }

    /// - Parameter batches: of the segment, with the seals of their terms.
    private func product(_ segment: SearchSegment, _ batches: [(SearchBatch, seal: String)]) -> SiteProduct {
        var print = Fingerprint()
        print.add(batches) { $0.add($1.seal) }
        return SiteProduct("search \(segment.name) \(String(print.mark, radix: 36))") { maker, put in
            var terms = SearchTerms()
            for (batch, seal) in batches {
                if let kept = kept(batch, seal) {
                    terms.add(kept)
                } else {
                    terms.add(index.terms(of: batch, in: maker.site.corpus))
                }
            }
            return index.files(of: segment, terms, threads: threads, put).told
        }
    }

    /// The terms of a batch as they were when it was made; nil where they were not kept.
    private func kept(_ batch: SearchBatch, _ seal: String) -> PackedTerms? {
        guard var reader = cache.read(Self.name(batch)), String(reader.seal, radix: 36) == seal else { return nil }
        do throws(PackedReader.Damage) {
            return try PackedTerms(&reader)
        } catch {
            cache.reportDamage()
            return nil
        }
    }

    private static func name(_ batch: SearchBatch) -> String { "terms-\(batch.name)" }
}

extension SearchIndex.Summary {
    /// As a segment's product tells it.
    fileprivate var told: String { ([String(passages)] + registers).joined(separator: "\n") }

    fileprivate init(_ told: String) {
        let lines = told.split(separator: "\n", omittingEmptySubsequences: false)
        passages = lines.first.flatMap { Int($0) } ?? 0
        registers = lines.dropFirst().map(String.init)
    }
}
