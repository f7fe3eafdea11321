/// Hands out ids of one kind of page, each once.
struct AddressBook {
    private var taken: Set<String> = []
    private var counters: [String: Int] = [:]

    /// - Parameter count: how many it is to hand out, as far as that is known.
    init(expecting count: Int = 0) { taken.reserveCapacity(count) }

    /// The first of the two that is free; when none is, the last with a counter.
    mutating func claim(_ first: String, or second: @autoclosure () -> String? = nil) -> String {
        if taken.insert(first).inserted { return first }
        let second = second()
        if let second, taken.insert(second).inserted { return second }
        let base = second ?? first
        var counter = counters[base] ?? 2
        while !taken.insert("\(base)-\(counter)").inserted { counter += 1 }
        counters[base] = counter + 1
        return "\(base)-\(counter)"
    }

    /// Shortens a slug to whole words under a number of bytes; a single word that is longer is cut.
    static func cut(_ slug: String, to limit: Int = 80) -> String {
        guard slug.utf8.count >= limit else { return slug }
        let head = slug.prefix(limit - 1)
        if slug.dropFirst(limit - 1).first == "-" { return String(head) }
        guard let hyphen = head.lastIndex(of: "-"), hyphen != head.startIndex else { return String(head) }
        return String(head[..<hyphen])
    }
}
