/// Disjoint sets over 0..<count, joined as reasons are found.
struct Partition: Sendable {
    private var parent: [Int]

    init(count: Int) { parent = Array(0..<count) }

    mutating func root(_ element: Int) -> Int {
        var root = element
        while parent[root] != root {
            parent[root] = parent[parent[root]]
            root = parent[root]
        }
        return root
    }

    /// The lower root stays, so that the outcome does not depend on the order of joining.
    mutating func join(_ a: Int, _ b: Int) {
        let (first, second) = (root(a), root(b))
        parent[max(first, second)] = min(first, second)
    }
}
