import Corpus
import Diagnostics

/// The search as products: its batches first, then the segments that are put together from their terms.
struct SearchProducts: Sendable {
    let index: SearchIndex
    let corpus: Corpus
    /// Keeps the terms of batches.
    let cache: BuildCache

    init(of corpus: Corpus, cache: BuildCache) {
        index = SearchIndex(corpus)
        self.corpus = corpus
        self.cache = cache
    }

    /// Makes what does not stand.
    func run(
        _ production: Production<some SiteOutput>, threads: Int
    ) throws(DiagnosticError) {
        let batches = index.segments.map(index.batches)
        let made = try production.run(batches.joined().map(product), threads: threads)
        var seals = made.map(\.told)[...]
        let segments = zip(index.segments, batches).map { segment, batches in
            defer { seals = seals.dropFirst(batches.count) }
            return product(segment, Array(zip(batches, seals)), threads: threads)
        }
        let told = try production.run(segments, threads: threads).map { SearchIndex.Summary($0.told) }
        let directory = index.directory(told, of: corpus)
        production.put(directory)
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
            cache.write(writer, name)
            return String(writer.seal, radix: 36)
        }
    }

    /// - Parameter batches: of the segment, with the seals of their terms.
    private func product(
        _ segment: SearchSegment, _ batches: [(SearchBatch, seal: String)], threads: Int
    ) -> SiteProduct {
        var print = Fingerprint()
        print.add(batches) { $0.add($1.seal) }
        return SiteProduct("search \(segment.name) \(String(print.mark, radix: 36))") { maker, put in
            let terms = self.terms(of: batches, in: maker.site.corpus, threads: threads)
            return index.files(of: segment, terms, put).told
        }
    }

    /// The terms of batches put together. A large segment takes longer than all that is made besides it, so that other
    /// threads take their share of it.
    private func terms(
        of batches: [(SearchBatch, seal: String)], in corpus: Corpus, threads: Int
    ) -> SearchTerms {
        let share = max(1, (batches.count + threads - 1) / threads)
        let shares = stride(from: 0, to: batches.count, by: share).map {
            batches[$0..<min($0 + share, batches.count)]
        }
        let parts = ParallelMap(threads: threads).map(shares) { batches in
            var terms = SearchTerms()
            for (batch, seal) in batches { terms.add(kept(batch, seal) ?? index.terms(of: batch, in: corpus)) }
            return terms
        }
        var terms = parts.first ?? SearchTerms()
        for part in parts.dropFirst() { terms.add(part) }
        return terms
    }

    /// The terms of a batch as they were when it was made; nil where they were not kept.
    private func kept(_ batch: SearchBatch, _ seal: String) -> SearchTerms? {
        guard var reader = cache.read(Self.name(batch)), String(reader.seal, radix: 36) == seal else { return nil }
        do throws(PackedReader.Damage) {
            return try SearchTerms(&reader)
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
