import Testing

@testable import Publishing

extension PublishedSite {
    /// What a reader is promised at every moment between two editions: each file is the old or the new one, no page that
    /// can be reached leads to one that is not there, and nothing is deleted before everything new is in its place.
    func expectPromiseHolds(
        from old: [String: String], to new: [String: String], _ moment: Comment,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let live = try live()
        // Before 1.63 rclone writes into the files of a local folder themselves.
        for (path, text) in live where place != .rclone {
            #expect(text == old[path] || text == new[path], "\(path), \(moment)", sourceLocation: sourceLocation)
        }
        #expect(LinkedPages.brokenLinks(live) == [], moment, sourceLocation: sourceLocation)
        let lost = old.keys.filter { live[$0] == nil }
        if !lost.isEmpty {
            let missing = new.filter { live[$0.key] != $0.value }.keys.sorted()
            #expect(missing == [], "\(lost.sorted()) deleted early, \(moment)", sourceLocation: sourceLocation)
        }
        #expect(lost.allSatisfy { new[$0] == nil }, moment, sourceLocation: sourceLocation)
    }
}
