import Meetings

/// Finds the names of States among the words of a passage.
struct StateNames: Sendable {
    /// The keys of each name after its first word, longest first, by its first word.
    private var rests: [String: [[String]]] = [:]

    init(_ states: StateTable) {
        for state in states.states {
            for name in [state.name, state.formalName] + state.otherNames {
                let bytes = Array(name.utf8)
                let keys = WordReader.words(in: bytes, bytes.indices).map(\.key)
                guard let first = keys.first else { continue }
                rests[first, default: []].append(Array(keys.dropFirst()))
            }
        }
        for first in rests.keys { rests[first]?.sort { $0.count > $1.count } }
    }

    /// Every name in the passage, possessives too, longest first where one holds another, as ranges of its words.
    func all(in passage: Passage, of bytes: [UInt8]) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var index = 0
        while index < passage.words.count {
            if passage.words[index].isCapitalized, let end = end(of: index, in: passage, bytes) {
                found.append(index..<end)
                index = end
            } else {
                index += 1
            }
        }
        return found
    }

    private func end(of start: Int, in passage: Passage, _ bytes: [UInt8]) -> Int? {
        guard let rests = rests[Spelling.withoutPossessive(passage.words[start].key)] else { return nil }
        for rest in rests where start + rest.count < passage.words.count {
            let isHere = rest.indices.allSatisfy { offset in
                Spelling.withoutPossessive(passage.words[start + 1 + offset].key) == rest[offset]
                    && passage.gap(before: start + 1 + offset).allSatisfy {
                        ![UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ".")].contains(bytes[$0])
                    }
            }
            if isHere { return start + 1 + rest.count }
        }
        return nil
    }
}
