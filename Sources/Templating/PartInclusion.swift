import Diagnostics

/// That one use of a file includes another, and how.
struct PartInclusion<Use: Hashable> {
    let from: Use
    let to: Use
    /// Whether a record or list of the innermost record is entered on the way: values end, so this does.
    let descends: Bool
    /// Whether a record or list of a record further out is entered, which may begin the same way again.
    let climbs: Bool
    let fault: Diagnostic

    /// The inclusions that can go on for ever: those in a circle which nothing on the way makes smaller.
    static func endless(_ all: [PartInclusion]) -> [PartInclusion] {
        let still = all.filter { !$0.descends }
        return all.filter { inclusion in
            inclusion.climbs && leads(from: inclusion.to, to: inclusion.from, by: all)
                || !inclusion.descends && leads(from: inclusion.to, to: inclusion.from, by: still)
        }
    }

    private static func leads(from start: Use, to goal: Use, by inclusions: [PartInclusion]) -> Bool {
        let next = Dictionary(grouping: inclusions, by: \.from)
        var reached: Set<Use> = [start]
        var waiting = [start]
        while let use = waiting.popLast() {
            if use == goal { return true }
            for inclusion in next[use] ?? [] where reached.insert(inclusion.to).inserted {
                waiting.append(inclusion.to)
            }
        }
        return false
    }
}
