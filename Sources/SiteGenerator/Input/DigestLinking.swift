import Corpus
import Diagnostics
import Meetings

/// Where an earlier build kept what it linked, for a command that ends with this build: texts are fetched only when a page
/// asks for them.
struct KeptLinks: Sendable {
    let cache: BuildCache
    /// Ends the command: a text is gone without which a page cannot be made.
    let fail: @Sendable (Diagnostic) -> Never
}

/// Reads the digests of a site and links them. What an earlier build linked is corrected, where only words have changed.
struct DigestLinking {
    let folder: SiteFolder
    let threads: Int
    /// What was read in this session.
    let memory: SessionMemory?
    /// What earlier builds read.
    let store: DigestStore?
    /// What an earlier build linked.
    var kept: KeptLinks?
    /// Through the folder of meetings; nil to look through it now.
    var walk: FolderWalk?
    /// What to say of each digest besides; called from several threads.
    let remarks: DigestFolder.Remarks
    /// Whether what was linked may only need other words; not where somebody has tried.
    var mayCorrect = true
    /// Called with what was linked, before anything is made of it.
    var isLinked: (Corpus) -> Void = { _ in }

    /// More digests than that are linked anew.
    private static let mostCorrections = 16

    /// - Throws: what keeps the digests from being read and linked.
    func run(_ clock: inout StageClock) throws(DiagnosticError) -> (linked: LinkedDigests, notes: [Diagnostic]) {
        clock.begin(.read)
        let digests = try DigestFolder(of: folder, walk: walk)
        let registry = try folder.registry()
        let official = try OfficialFolder(of: folder)
        let (officialTexts, unreadable) = official.read(threads: threads)
        let texts = store.flatMap { store in
            kept.map { DigestTexts(folder: folder, store: store, files: digests.files, fail: $0.fail) }
        }
        let reader = DigestReader(site: folder, memory: memory, store: store, texts: texts, remarks: remarks)
        var print = Fingerprint()
        print.add(registry?.file)
        print.add(registry.map { SHA256.hex(of: $0.bytes) })
        print.add(officialTexts) { print, text in
            print.add(text.file)
            print.add(text.sha256)
        }
        let ground = print.mark
        let found = digests.diagnostics + official.diagnostics + unreadable
        let linked: LinkedDigests
        let last = memory?.takeLinked()
        // What cannot be read is told together with everything else that is wrong.
        if mayCorrect, !found.contains(where: { $0.severity == .error }),
            let corrected = corrected(last, ground, texts, officialTexts, digests.files, reader)
        {
            clock.begin(.index)
            linked = corrected
            isLinked(linked.corpus)
        } else {
            let registry = try registry.map { file throws(DiagnosticError) in
                try Registry(file: file.file, bytes: file.bytes)
            }
            let readings = reader.read(digests.files, of: digests.files, threads: threads)
            let notes = digests.diagnostics + readings.notes
            try Self.stop(digests.diagnostics + readings.faults, besides: notes)
            try Self.stop(official.diagnostics + unreadable, besides: notes + official.diagnostics)
            clock.begin(.index)
            linked = link(readings, registry ?? .empty, officialTexts, ground: ground, after: last?.linkage)
        }
        let before = digests.diagnostics + linked.digests.flatMap(\.notes) + official.diagnostics
        let notes = before + linked.others.map(\.note) + linked.corpus.diagnostics
        try Self.stop(linked.corpus.diagnostics, besides: notes)
        return (linked, notes)
    }

    private func link(
        _ readings: DigestReader.Readings, _ registry: Registry, _ officialTexts: [OfficialText], ground: UInt64,
        after last: Linkage?
    ) -> LinkedDigests {
        let others = readings.digests.compactMap { digest -> OtherText? in
            guard case .other(let reason) = digest.kind else { return nil }
            return OtherText(file: digest.file, reason: reason)
        }
        let linkage = Linkage(
            readings.meetings, registry: registry, officialTexts: officialTexts, threads: threads, after: last)
        isLinked(linkage.corpus)
        return LinkedDigests(
            readings.digests.map(LinkedDigests.Digest.init), ground: ground, linkage: linkage, isLast: memory == nil,
            others: others, threads: threads)
    }

    /// What was linked before, in this session or by an earlier build, with the words that the digests have now; nil where
    /// that takes linking them anew.
    private func corrected(
        _ last: LinkedDigests?, _ ground: UInt64, _ texts: DigestTexts?, _ officialTexts: [OfficialText],
        _ files: [InputFile], _ reader: DigestReader
    ) -> LinkedDigests? {
        var file: LinkedFile?
        if last == nil, let kept, let texts { file = LinkedFile(in: kept.cache, ground: ground, texts: texts) }
        guard let digests = file?.digests ?? last.flatMap({ $0.ground == ground ? $0.digests : nil }),
            let changed = digests.changed(files, reader.stamps(of: files)), changed.count <= Self.mostCorrections,
            let old = file.map({ $0.meetings(at: changed) }) ?? []
        else { return nil }
        let readings = reader.read(changed.map { files[$0] }, of: files, threads: threads)
        guard readings.faults.isEmpty,
            zip(old, readings.digests).allSatisfy({ Correction.mayTurn($0, into: $1.meeting) }),
            var linked = last ?? file?.linked(with: old, officialTexts: officialTexts, threads: threads)
        else { return nil }
        for (index, reading) in zip(changed, readings.digests) where !linked.correct(index, by: reading) { return nil }
        return linked
    }

    private static func stop(_ faults: [Diagnostic], besides notes: [Diagnostic]) throws(DiagnosticError) {
        guard faults.contains(where: { $0.severity == .error }) else { return }
        throw DiagnosticError(notes.filter { !faults.contains($0) } + faults)
    }
}

extension OtherText {
    fileprivate var note: Diagnostic {
        Diagnostic(
            id: "not-a-meeting", severity: .warning, file: file,
            message: "left out, because it is no meeting: \(reason)",
            suggestion: "Move it out of the folder of digests, or say its body and number in front matter.")
    }
}
