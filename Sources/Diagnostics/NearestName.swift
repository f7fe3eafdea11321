/// The right name somebody most likely meant when writing a wrong one.
package enum NearestName {
    /// The known name with the fewest slips of the pen (a letter more, less, other, or two swapped; letter case
    /// counts for nothing), the first of several equal ones; nil when none is near: within a third of its length.
    package static func of(_ name: String, among known: some Sequence<String>) -> String? {
        let written = Array(name.lowercased().unicodeScalars)
        guard written.count <= longest else { return nil }
        var best: (name: String, slips: Int)?
        for candidate in known {
            let scalars = Array(candidate.lowercased().unicodeScalars)
            let limit = max(1, max(written.count, scalars.count) / 3)
            guard scalars.count <= longest, abs(scalars.count - written.count) <= limit else { continue }
            let slips = slips(written, scalars)
            if slips <= limit, slips < best?.slips ?? .max { best = (candidate, slips) }
        }
        return best?.name
    }

    /// Longer names are not compared: the table of slips would grow with their product.
    private static let longest = 100

    /// Optimal string alignment distance.
    private static func slips(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...b.count)
        for i in a.indices {
            var row = [i + 1]
            for j in b.indices {
                var slips = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { slips = min(slips, beforeLast[j - 1] + 1) }
                row.append(slips)
            }
            (beforeLast, last) = (last, row)
        }
        return last[b.count]
    }
}
