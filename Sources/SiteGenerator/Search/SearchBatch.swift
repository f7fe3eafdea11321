import Diagnostics

/// Neighbouring meetings of one segment whose terms are collected at a time and kept: after an edit the segment is put
/// together from those of its batches, and only one of them is read again.
///
/// Where a batch begins depends on its first meeting alone, so that a meeting which comes changes the batch it falls into.
struct SearchBatch: Sendable, Equatable {
    /// Tells it apart from every other, and stays while other meetings come and go.
    let name: String
    /// Places in the order of the index.
    let meetings: Range<Int>

    /// Meetings of a batch, on average.
    private static let usual: UInt32 = 48

    /// - Parameter numbers: of all meetings, in the order of the index.
    static func all(of segment: SearchSegment, _ numbers: [Int]) -> [SearchBatch] {
        let begins = segment.meetings.filter { place in
            place == segment.meetings.lowerBound || StableHash.of(String(numbers[place])) % usual == 0
        }
        return zip(begins, begins.dropFirst() + [segment.meetings.upperBound]).map { begin, end in
            SearchBatch(name: String(numbers[begin], radix: 36), meetings: begin..<end)
        }
    }
}
