extension RandomAccessCollection where Index == Int {
    /// The first place from which on all elements fulfil a condition; the end where none does. Found in as many steps as
    /// the length has binary digits.
    /// - Parameter isBehind: false for the elements before that place, and true for all that follow.
    @inlinable  // Only what is public is made for its types in other modules, where this is asked a million times in a build.
    public func partitioningIndex(where isBehind: (Element) -> Bool) -> Index {
        var (low, high) = (startIndex, endIndex)
        while low < high {
            let middle = low + (high - low) / 2
            if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
