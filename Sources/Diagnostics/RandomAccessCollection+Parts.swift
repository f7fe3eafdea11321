extension RandomAccessCollection where Index == Int {
    /// The elements in their order, so many in each part; in the last one those that are left.
    package func parts(of size: Int) -> [SubSequence] {
        stride(from: startIndex, to: endIndex, by: size).map { self[$0..<Swift.min($0 + size, endIndex)] }
    }
}
