import Diagnostics
import Meetings

/// Which digests are copies of one meeting, and which of them is the text that counts.
///
/// A digest replaces another when its front matter says so (`replaces:` a file or a page's id), or when it is final,
/// the other provisional, and both have the same number.
struct Versions {
    /// One meeting: the digest that counts, and those it replaces, the latest first.
    struct Group: Sendable {
        let head: Int
        let earlier: [Int]
    }

    private let digests: [Digest]
    /// For each replaced digest, the one that replaces it.
    private var successor: [Int: Int] = [:]
    private(set) var diagnostics: [Diagnostic] = []
    /// Addresses that `replaces:` names and no digest has any more, by the digest that says so.
    private(set) var oldAddresses: [Int: [String]] = [:]

    init(_ digests: [Digest]) { self.digests = digests }

    /// - Returns: one group for each meeting, in the order of the digests that count.
    mutating func groups() -> [Group] {
        readReplaces()
        joinSameNumbers()
        var earlier: [Int: [Int]] = [:]
        for digest in successor.keys.sorted(by: >) { earlier[head(of: digest), default: []].append(digest) }
        return digests.indices.filter { successor[$0] == nil }.map { Group(head: $0, earlier: earlier[$0] ?? []) }
    }

    private func head(of digest: Int) -> Int {
        var head = digest
        while let next = successor[head] { head = next }
        return head
    }

    // MARK: What the owner states

    private mutating func readReplaces() {
        guard digests.contains(where: { $0.meeting.replaces != nil }) else { return }
        var byName: [String: Int] = [:]
        for (index, digest) in digests.enumerated().reversed() {
            for name in Self.names(ofFile: digest.meeting.source.file) { byName[name] = index }
        }
        var byID: [String: Int] = [:]
        for (index, digest) in digests.enumerated() where byID[digest.address.id] == nil {
            byID[digest.address.id] = index
        }
        for (index, digest) in digests.enumerated() {
            guard let stated = digest.meeting.replaces else { continue }
            if let target = byName[stated] ?? byID[stated], target != index {
                replace(target, by: index)
            } else if stated == digest.address.id || Slug.make(stated) != stated {
                diagnostics.append(unknown(stated, in: digest))
            } else {
                oldAddresses[index, default: []].append(stated)
            }
        }
    }

    private mutating func replace(_ old: Int, by new: Int) {
        guard successor[old] == nil else {
            diagnostics.append(conflict(old, new, reason: "both say that they replace it"))
            return
        }
        guard head(of: new) != old else {
            diagnostics.append(
                Diagnostic(
                    id: "replaces-circle", severity: .error, file: digests[new].meeting.source.file,
                    message: "“replaces” goes round in a circle through “\(digests[old].meeting.source.file)”",
                    suggestion: "Keep “replaces” only in the digest that counts now."))
            return
        }
        successor[old] = new
    }

    /// The whole path, the file's name, and the name without its ending.
    private static func names(ofFile file: String) -> [String] {
        let name = file.split(separator: "/").last.map(String.init) ?? file
        guard let dot = name.lastIndex(of: ".") else { return [file, name] }
        return [file, name, String(name[..<dot])]
    }

    // MARK: What the numbers say

    private mutating func joinSameNumbers() {
        var leaders: [String: Int] = [:]
        leaders.reserveCapacity(digests.count)
        var members: [Int: [Int]] = [:]
        for (index, digest) in digests.enumerated() where successor[index] == nil {
            let leader = digest.address.identities.lazy.compactMap { leaders[$0] }.first ?? index
            if leader != index { members[leader, default: [leader]].append(index) }
            for identity in digest.address.identities where leaders[identity] == nil { leaders[identity] = leader }
        }
        for leader in members.keys.sorted() { choose(among: members[leader] ?? []) }
    }

    /// The only final text counts; where there are several, or none among several, the owner has to say.
    private mutating func choose(among members: [Int]) {
        guard members.count > 1 else { return }
        let finals = members.filter { digests[$0].meeting.status == .final }
        let head = finals.first ?? members[0]
        let rivals = finals.isEmpty ? members : finals
        for rival in rivals where rival != head { diagnostics.append(sameMeeting(head, rival)) }
        for member in members where member != head { successor[member] = head }
    }

    private func sameMeeting(_ first: Int, _ second: Int) -> Diagnostic {
        let (one, other) = (digests[first].meeting, digests[second].meeting)
        return Diagnostic(
            id: "same-meeting", severity: .error, file: other.source.file,
            message:
                "“\(one.source.file)” and “\(other.source.file)” are both digests of meeting “\(digests[first].address.id)”",
            suggestion:
                "Remove one of them, or write “replaces: \(Self.names(ofFile: one.source.file)[1])” into the front "
                + "matter of the one that counts.")
    }

    private func conflict(_ old: Int, _ new: Int, reason: String) -> Diagnostic {
        Diagnostic(
            id: "replaces-twice", severity: .error, file: digests[new].meeting.source.file,
            message: "two digests replace “\(digests[old].meeting.source.file)”: \(reason)",
            suggestion: "Let the newest replace the one before it, and that one the oldest.")
    }

    private func unknown(_ stated: String, in digest: Digest) -> Diagnostic {
        Diagnostic(
            id: "unknown-replaces", severity: .error, file: digest.meeting.source.file,
            message: "“replaces” names “\(stated)”, and there is no other digest of that name",
            suggestion: "Write the name of the file, or the last part of the address of the page it replaces.")
    }
}
