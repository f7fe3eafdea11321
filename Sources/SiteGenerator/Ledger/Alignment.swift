/// Finds the elements of one list in another that has mostly the same ones in the same order. Each stands in a list once.
struct Alignment {
    /// For each element of the old list its place in the new one; -1 for one that is not there.
    private(set) var places: [Int32]

    /// More elements than that do not come or go in one place, or looking for them all at once takes no longer.
    private static let reach = 256

    init(of old: [UInt64], with new: [UInt64]) {
        places = Array(repeating: -1, count: old.count)
        var (left, right) = (0, 0)
        var (gone, come): ([Int], [Int]) = ([], [])
        while left < old.count, right < new.count {
            if old[left] == new[right] {
                places[left] = Int32(right)
                left += 1
                right += 1
            } else if let next = new[right...].prefix(Self.reach).firstIndex(of: old[left]) {
                come += right..<next
                right = next
            } else if let next = old[left...].prefix(Self.reach).firstIndex(of: new[right]) {
                gone += left..<next
                left = next
            } else {
                gone.append(left)
                come.append(right)
                left += 1
                right += 1
            }
        }
        gone += left..<old.count
        come += right..<new.count
        let moved = Dictionary(come.map { (new[$0], Int32($0)) }, uniquingKeysWith: { $1 })
        for place in gone { places[place] = moved[old[place]] ?? -1 }
    }
}
