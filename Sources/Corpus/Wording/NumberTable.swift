/// Small numbers for large ones, found by open addressing: one read of memory for nearly every question.
struct NumberTable: Sendable {
    /// Keys are never 0, which marks a free slot.
    private var keys: [UInt64]
    private var values: [Int32]
    private var mask: Int
    private(set) var count = 0

    init() {
        keys = Array(repeating: 0, count: 64)
        values = Array(repeating: 0, count: 64)
        mask = 63
    }

    /// - Parameter key: spread well over its lower bits, as a hash is.
    subscript(key: UInt64) -> Int32? {
        var slot = Int(truncatingIfNeeded: key >> 1) & mask
        while keys[slot] != 0 {
            if keys[slot] == key { return values[slot] }
            slot = (slot + 1) & mask
        }
        return nil
    }

    /// Keeps the value of a key that is new.
    /// - Returns: the value that the key has now.
    mutating func insert(_ value: Int32, for key: UInt64) -> Int32 {
        if count * 2 > mask { grow() }
        var slot = Int(truncatingIfNeeded: key >> 1) & mask
        while keys[slot] != 0 {
            if keys[slot] == key { return values[slot] }
            slot = (slot + 1) & mask
        }
        keys[slot] = key
        values[slot] = value
        count += 1
        return value
    }

    private mutating func grow() {
        let (oldKeys, oldValues) = (keys, values)
        mask = mask * 2 + 1
        keys = Array(repeating: 0, count: mask + 1)
        values = Array(repeating: 0, count: mask + 1)
        count = 0
        for (key, value) in zip(oldKeys, oldValues) where key != 0 { _ = insert(value, for: key) }
    }
}
