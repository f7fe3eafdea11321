import Diagnostics
import DigestParser
import Foundation
import Meetings

/// Reads digests, and of those that are the same as before takes what was read then.
struct DigestReader: Sendable {
    let site: SiteFolder
    let parser: DigestParser
    /// What was read in this session.
    let memory: DigestMemory?
    /// What earlier builds read.
    let store: DigestStore?
    let remarks: DigestFolder.Remarks

    typealias Digest = (meeting: Meeting, remarks: [Diagnostic])

    /// - Returns: a result for each file, in their order.
    func read(_ files: [InputFile], threads: Int) -> [Result<Digest, DiagnosticError>] {
        var places: [[Int]] = Array(repeating: [], count: DigestStore.shelves)
        for (place, file) in files.enumerated() { places[DigestStore.number(of: file)].append(place) }
        let results = ParallelMap(threads: threads).map(Array(places.enumerated())) { number, places in
            read(places.map { files[$0] }, onShelf: number)
        }
        memory?.keep(files)
        let found = zip(places, results).flatMap { Array(zip($0, $1)) }
        return found.sorted { $0.0 < $1.0 }.map(\.1)
    }

    /// Reads the digests of one shelf, and puts it back where it is another now.
    private func read(_ files: [InputFile], onShelf number: Int) -> [Result<Digest, DiagnosticError>] {
        var opened: DigestShelf?
        let results = files.map { file in
            Result { () throws(DiagnosticError) in try read(file, onShelf: number, &opened) }
        }
        if !files.isEmpty { store?.claim(number) }
        if var shelf = opened {
            shelf.keep(only: Set(files.map(\.name)))
            if shelf.isChanged { store?.put(shelf, number) }
        }
        return results
    }

    private func read(
        _ file: InputFile, onShelf number: Int, _ opened: inout DigestShelf?
    ) throws(DiagnosticError) -> Digest {
        // Looked at first: what changes while it is read is younger.
        let now = Date()
        let stamp = stamp(of: file)
        if let stamp, let known = memory?.meeting(of: file, stamp) { return (known, []) }
        if opened == nil { opened = store?.shelf(number) }
        if let stamp, let known = store?.meeting(of: file, stamp, on: opened) {
            memory?.keep(known, of: file, stamp)
            return (known, [])
        }
        let (meeting, source) = try DigestFolder.digest(file: file.name, bytes: try site.read(file), parser)
        if let stamp, stamp.isSettled(at: now) {
            memory?.keep(meeting, of: file, stamp)
            opened?.keep(meeting, of: file.name, stamp)
        }
        return (meeting, remarks(meeting, source))
    }

    /// Nil where the file cannot be looked at, and reading it will say why; or where nobody asks.
    private func stamp(of file: InputFile) -> FileStamp? {
        guard memory != nil || store != nil else { return nil }
        do throws(FileFault) {
            return try FileStamp(ofFileAt: file.location, site.files)
        } catch {
            return nil
        }
    }
}
