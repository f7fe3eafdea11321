import Meetings

/// Puts labelled points into their levels as they come: `(a)` → `(i)` → `a.` → `i.` (the editorial order),
/// by the labels themselves, so that another order reads as well.
///
/// Four levels at most; what is labelled deeper stands on the fourth. No recursion: depth is bounded by the model.
struct PointOutline {
    private static let depth = 4

    private var open: [(reading: PointLabel.Reading, point: FullText.Point)] = []
    private var closed: [FullText.Point] = []

    var isEmpty: Bool { open.isEmpty && closed.isEmpty }

    mutating func add(_ label: PointLabel, lines: LineRange, text: String) {
        let (level, reading) = place(label)
        close(to: level)
        open.append((reading, FullText.Point(label: label.printed, lines: lines, text: text)))
    }

    /// All points added so far, in their levels; the outline is empty afterwards.
    mutating func finish() -> [FullText.Point] {
        close(to: 0)
        defer { closed = [] }
        return closed
    }

    /// The level where a label goes: where it counts on; else a new level if it begins a count; else beside
    /// the nearest one of its style; else below.
    private func place(_ label: PointLabel) -> (level: Int, reading: PointLabel.Reading) {
        for level in open.indices.reversed() {
            for reading in label.readings where reading.style == open[level].reading.style {
                if reading.ordinal == open[level].reading.ordinal + 1 || reading.style == .dash {
                    return (level, reading)
                }
            }
        }
        let deeper = min(open.count, Self.depth - 1)
        if let first = label.readings.first(where: { $0.ordinal == 1 }) { return (deeper, first) }
        for level in open.indices.reversed() {
            if let reading = label.readings.first(where: { $0.style == open[level].reading.style }) {
                return (level, reading)
            }
        }
        return (deeper, label.readings[0])
    }

    private mutating func close(to level: Int) {
        while open.count > level, let last = open.popLast() {
            if open.isEmpty { closed.append(last.point) } else { open[open.count - 1].point.points.append(last.point) }
        }
    }
}
