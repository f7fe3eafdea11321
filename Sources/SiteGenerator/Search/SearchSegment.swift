/// Meetings that are indexed together, a run of all meetings in the order of their numbers.
///
/// One index over everything would change in nearly every file with each new meeting, because the words of one meeting
/// stand in nearly every shard. So the oldest meetings in full thousands lie in one segment, full batches after them in
/// a second, and what is left in a third: a new meeting, whose number is mostly the highest, touches the third alone.
/// There are never more than three, because a question looks into each.
struct SearchSegment: Sendable, Equatable {
    /// Its folder.
    let name: String
    let meetings: Range<Int>

    private static let steps = [("settled", 1024), ("recent", 32), ("latest", 1)]

    /// Oldest first, none of them empty.
    static func all(of count: Int) -> [SearchSegment] {
        var start = 0
        return steps.compactMap { name, step in
            let end = start + (count - start) / step * step
            defer { start = end }
            return end > start ? SearchSegment(name: name, meetings: start..<end) : nil
        }
    }
}
