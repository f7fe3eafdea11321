import Meetings
import Testing

@testable import Corpus

struct VersionChangesTests {
    private func changes(_ copy: MeetingBuilder, _ final: MeetingBuilder) throws -> (Corpus, VersionChanges) {
        let corpus = Corpus(meetings: [copy.meeting, final.meeting])
        let entry = try #require(corpus.meetings.first)
        let version = try #require(entry.earlierVersions.first)
        return (corpus, corpus.changes(since: version, in: Ref(0)))
    }

    private let copy = MeetingBuilder("a.txt", number: 1, status: .provisional)
        .turn(nil, of: "Peru", says: "NAME TO COME (Peru) said the river was low.")
        .turn("Ana Moura", of: "Japan", says: "ANA MOURA (Japan) said the bridge was old.")
        .turn(nil, of: "Chad", says: "NAME TO COME (Chad) left.")
        .comingStatement(of: "Libya")

    private let final = MeetingBuilder("b.txt", number: 1)
        .turn("Eva Lund", of: "Peru", says: "EVA LUND (Peru) said the river was low.")
        .turn("Ana Moura", of: "Japan", says: "ANA MOURA (Japan) said the old bridge was very old.")
        .turn("Tom Reed", of: "Libya", says: "TOM REED (Libya) said yes.")

    @Test func `names filled, statements added and removed, passages reworded`() throws {
        let (corpus, changes) = try changes(copy, final)
        #expect(changes.named.map { corpus.statement($0).id } == ["peru"])
        #expect(changes.added.map { corpus.statement($0).id } == ["libya"])
        #expect(changes.removed == [2])
        #expect(changes.reworded.map { corpus.statement($0.turn).id } == ["japan"])
        #expect(changes.movedAnchors.isEmpty)
        #expect(
            changes.reworded[0].changes == [
                WordChange(kind: .kept, text: "(Japan) said the"), WordChange(kind: .added, text: "old"),
                WordChange(kind: .kept, text: "bridge was"), WordChange(kind: .added, text: "very"),
                WordChange(kind: .kept, text: "old."),
            ])
    }

    @Test func `the same text has no changes`() throws {
        var same = final.meeting
        same.status = .provisional
        same.source.file = "a.txt"
        let corpus = Corpus(meetings: [final.meeting, same])
        #expect(corpus.changes(since: corpus.meetings[0].earlierVersions[0], in: Ref(0)).isEmpty)
    }

    @Test func `an anchor that moved is told`() throws {
        var moved = copy.meeting
        if case .statement(var statement) = moved.blocks[1].content {
            statement.id = "ana-moura"
            moved.blocks[1].content = .statement(statement)
        }
        let corpus = Corpus(meetings: [moved, final.meeting])
        let changes = corpus.changes(since: corpus.meetings[0].earlierVersions[0], in: Ref(0))
        #expect(changes.movedAnchors == [VersionChanges.MovedAnchor(from: "ana-moura", to: "japan")])
    }

    @Test(arguments: [
        ("a b c", "a b c"), ("", "a b"), ("a b", ""), ("a b c d", "a x c"), ("a a a", "a a"), ("x y z", "p q"),
    ])
    func `keeping and removing gives the old text, keeping and adding the new`(old: String, new: String) {
        for limit in [0, 100] {
            let changes = WordChange.between(old.split(separator: " "), new.split(separator: " "), limit: limit)
            func text(without kind: WordChange.Kind) -> String {
                changes.filter { $0.kind != kind }.map(\.text).joined(separator: " ")
            }
            #expect(text(without: .added) == old)
            #expect(text(without: .removed) == new)
        }
    }
}
