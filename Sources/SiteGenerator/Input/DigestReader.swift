import Corpus
import Diagnostics
import DigestParser
import Foundation
import Meetings

/// Reads digests, and of those that are the same as before takes what was read then.
struct DigestReader: Sendable {
    private let site: SiteFolder
    private let parser: DigestParser
    private let memory: SessionMemory?
    private let store: DigestStore?
    private let texts: DigestTexts?
    private let remarks: DigestFolder.Remarks

    /// - Parameters:
    ///   - memory: what was read in this session.
    ///   - store: what earlier builds read. Remarks are made only of what neither has.
    ///   - texts: gives the texts of those that the store has, when somebody asks for them; nil to take them out at once.
    ///   - remarks: called with each from several threads.
    init(
        site: SiteFolder, parser: DigestParser = DigestParser(), memory: SessionMemory? = nil,
        store: DigestStore? = nil, texts: DigestTexts? = nil, remarks: @escaping DigestFolder.Remarks = { _, _ in [] }
    ) {
        self.site = site
        self.parser = parser
        self.memory = memory
        self.store = store
        self.texts = texts
        self.remarks = remarks
    }

    /// A digest that was read. A class: a session passes on lists of all of them after each edit.
    final class Digest: Sendable {
        let meeting: MeasuredMeeting
        /// As `InputFile.name` names it.
        let file: String
        let kind: Meeting.Kind
        /// Of its file; nil where that may change without looking otherwise.
        let stamp: FileStamp?
        /// What is doubtful in it, the remarks behind its own diagnostics.
        let notes: [Diagnostic]
        /// Whether no earlier build and none of this session has read it.
        fileprivate let isNew: Bool

        /// As it is told when it is read no more: remarks are made once. Nil where it must be read again.
        var known: Digest? { stamp == nil ? nil : isNew ? Digest(meeting, stamp: stamp) : self }

        /// - Parameter remarks: what there is to say of it besides its own diagnostics.
        fileprivate init(
            _ meeting: MeasuredMeeting, remarks: [Diagnostic] = [], stamp: FileStamp?, isNew: Bool = false
        ) {
            let head = meeting.skeleton.head
            self.meeting = meeting
            self.isNew = isNew
            self.stamp = stamp
            file = head.source.file
            kind = head.kind
            notes = remarks.isEmpty ? head.diagnostics : head.diagnostics + remarks
        }

        /// The same digest with a lexicon that it shares with others.
        fileprivate init(_ digest: Digest, sharing meeting: MeasuredMeeting) {
            self.meeting = meeting
            (file, kind, stamp) = (digest.file, digest.kind, digest.stamp)
            (notes, isNew) = (digest.notes, digest.isNew)
        }
    }

    /// What reading some files gave.
    struct Readings: Sendable {
        /// In the order of the files, without those that could not be read.
        var digests: [Digest] = []
        /// One for each file that could not be read.
        var faults: [Diagnostic] = []

        var meetings: [MeasuredMeeting] { digests.map(\.meeting) }
        var notes: [Diagnostic] { digests.flatMap(\.notes) }
    }

    /// - Parameter all: the files of the site: of others nothing is kept.
    func read(_ files: [InputFile], of all: [InputFile], threads: Int) -> Readings {
        if let store {
            for shelf in Set(all.map(DigestStore.number)) { store.claim(shelf) }
        }
        var digests = memory?.digests(files, stamps(of: files)) ?? Array(repeating: nil, count: files.count)
        let missing = files.indices.filter { digests[$0] == nil }
        var faults: [Diagnostic] = []
        if !missing.isEmpty {
            let results = results(missing.map { files[$0] }, Set(all.map(\.name)), threads: threads)
            for (place, result) in zip(missing, results) {
                switch result {
                case .success(let digest): digests[place] = digest
                case .failure(let error): faults += error.diagnostics
                }
            }
        }
        let readings = Readings(digests: digests.compactMap(\.self), faults: faults)
        memory?.keep(readings.digests, areAll: files.count == all.count)
        return readings
    }

    /// How the files look now; nil for one that cannot be looked at.
    func stamps(of files: [InputFile]) -> [FileStamp?] { files.map(stamp) }

    private func results(
        _ files: [InputFile], _ all: Set<String>, threads: Int
    ) -> [Result<Digest, DiagnosticError>] {
        var places: [[Int]] = Array(repeating: [], count: DigestStore.shelves)
        for (place, file) in files.enumerated() { places[DigestStore.number(of: file)].append(place) }
        let results = ParallelMap(threads: threads).map(Array(places.enumerated())) { number, places in
            read(places.map { files[$0] }, of: all, onShelf: number)
        }
        var found: [Result<Digest, DiagnosticError>?] = Array(repeating: nil, count: files.count)
        for (places, results) in zip(places, results) {
            for (place, result) in zip(places, results) { found[place] = result }
        }
        return found.compactMap(\.self)
    }

    /// Reads the digests of one shelf, and puts it back where it is another now.
    private func read(
        _ files: [InputFile], of all: Set<String>, onShelf number: Int
    ) -> [Result<Digest, DiagnosticError>] {
        var opened: DigestShelf?
        var results = files.map { file in
            Result { () throws(DiagnosticError) in try read(file, onShelf: number, &opened) }
        }
        let new = results.enumerated().compactMap { index, result in
            if case .success(let digest) = result, digest.isNew { (index: index, digest: digest) } else { nil }
        }
        // Brought together here, where several threads are at work.
        for (place, meeting) in zip(new, MeasuredMeeting.sharing(new.map(\.digest.meeting))) {
            results[place.index] = .success(Digest(place.digest, sharing: meeting))
            guard let stamp = place.digest.stamp else { continue }
            opened?.keep(meeting, of: place.digest.file, stamp)
        }
        if var shelf = opened {
            shelf.keep(only: all)
            store?.put(shelf, number)
        }
        return results
    }

    private func read(
        _ file: InputFile, onShelf number: Int, _ opened: inout DigestShelf?
    ) throws(DiagnosticError) -> Digest {
        // As the folder was walked, or now: in both cases before it is read, so that what changes meanwhile has another one.
        let stamp = stamp(of: file)
        let now = Date()
        if opened == nil { opened = store?.shelf(number, fetch: texts?.meeting) }
        if let stamp, let known = store?.reading(of: file, stamp, on: opened) {
            return Digest(known, stamp: stamp)
        }
        let (meeting, source) = try DigestFolder.digest(file: file.name, bytes: try site.read(file), parser)
        let isSettled = stamp?.isSettled(at: now) ?? false
        return Digest(
            MeasuredMeeting(meeting), remarks: remarks(meeting, source), stamp: isSettled ? stamp : nil, isNew: true)
    }

    /// Nil where the file cannot be looked at, and reading it will say why; or where nobody asks.
    private func stamp(of file: InputFile) -> FileStamp? {
        if let stamp = file.stamp { return stamp }
        guard memory != nil || store != nil else { return nil }
        do throws(FileFault) {
            return try FileStamp(ofFileAt: file.location, site.files)
        } catch {
            return nil
        }
    }
}
