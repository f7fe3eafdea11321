/// A run of words that two versions of a text share, or that only one of them has.
package struct WordChange: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable { case kept, removed, added }

    package let kind: Kind
    /// The words, single spaces between them.
    package let text: String

    /// What turns one text into the other, in order of the text; what is removed stands before what takes its place.
    ///
    /// Compared by words. Texts that differ over more words than `limit` are told as replaced from the first
    /// difference to the last: nobody reads such a list, and finding it would take time with the square of its length.
    package static func between(_ old: [Substring], _ new: [Substring], limit: Int = 4000) -> [WordChange] {
        let head = zip(old, new).prefix { $0 == $1 }.count
        let tail = zip(old.dropFirst(head).reversed(), new.dropFirst(head).reversed()).prefix { $0 == $1 }.count
        let (before, after) = (old[head..<(old.count - tail)], new[head..<(new.count - tail)])
        var changes = Changes()
        changes.add(.kept, old[..<head])
        if before.count > limit || after.count > limit {
            changes.add(.removed, before)
            changes.add(.added, after)
        } else {
            changes.addDifference(from: Array(before), to: Array(after))
        }
        changes.add(.kept, old[(old.count - tail)...])
        return changes.runs.map { WordChange(kind: $0.kind, text: $0.words.joined(separator: " ")) }
    }

    /// Runs under construction.
    private struct Changes {
        var runs: [(kind: Kind, words: [Substring])] = []

        mutating func add(_ kind: Kind, _ words: some Collection<Substring>) {
            guard !words.isEmpty else { return }
            if let last = runs.last, last.kind == kind {
                runs[runs.count - 1].words += words
            } else {
                runs.append((kind, Array(words)))
            }
        }

        mutating func addDifference(from old: [Substring], to new: [Substring]) {
            var removed: Set<Int> = []
            var added: Set<Int> = []
            for change in new.difference(from: old) {
                switch change {
                case .remove(let offset, _, _): removed.insert(offset)
                case .insert(let offset, _, _): added.insert(offset)
                }
            }
            var (i, j) = (0, 0)
            while i < old.count || j < new.count {
                if removed.contains(i) {
                    add(.removed, old[i...i])
                    i += 1
                } else if added.contains(j) {
                    add(.added, new[j...j])
                    j += 1
                } else {
                    add(.kept, old[i...i])
                    i += 1
                    j += 1
                }
            }
        }
    }
}
