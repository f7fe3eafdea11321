/// The key of a name (`Latin.key`) as one number that grows letter by letter, to look names up while a text is read.
///
/// FNV-1a over 64 bits: two names of one number are not met by chance.
struct KeyHash: Hashable, Sendable {
    private var value: UInt64 = 0xCBF2_9CE4_8422_2325
    private var isEmpty = true
    /// A space stands before the next letter.
    private var isParted = false

    init() {}

    init(_ name: some StringProtocol) {
        let isWhole: Void? = name.utf8.withContiguousStorageIfAvailable { append($0) }
        if isWhole == nil { Array(name.utf8).withUnsafeBufferPointer { append($0) } }
    }

    static func == (a: KeyHash, b: KeyHash) -> Bool { a.value == b.value }

    func hash(into hasher: inout Hasher) { hasher.combine(value) }

    /// - Parameter letter: a small ASCII letter or a digit.
    mutating func append(_ letter: UInt8) {
        if isParted { mix(Ascii.space) }
        mix(letter)
        isParted = false
        isEmpty = false
    }

    /// Ends a word: what follows is another.
    mutating func part() { isParted = !isEmpty }

    mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) { read(bytes) { _ in true } }

    /// `Guinea` of `Guinea-Bissau`.
    static func firstPart(of bytes: UnsafeBufferPointer<UInt8>) -> KeyHash {
        var key = KeyHash()
        key.read(bytes) { !$0.isParted }
        return key
    }

    /// `Bissau` of `Guinea-Bissau`.
    static func lastPart(of bytes: UnsafeBufferPointer<UInt8>) -> KeyHash {
        var key = KeyHash()
        key.read(bytes) { key in
            if key.isParted { key = KeyHash() }
            return true
        }
        return key
    }

    static func lastPart(of name: String) -> KeyHash {
        var name = name
        return name.withUTF8(lastPart)
    }

    /// The words of a name.
    static func parts(of name: String) -> [KeyHash] {
        var name = name
        var parts: [KeyHash] = []
        var last = KeyHash()
        name.withUTF8 { bytes in
            last.read(bytes) { key in
                if key.isParted {
                    parts.append(key)
                    key = KeyHash()
                }
                return true
            }
        }
        return last.isEmpty ? parts : parts + [last]
    }

    /// - Parameter goesOn: asked before each letter.
    private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, while goesOn: (inout KeyHash) -> Bool) {
        var index = 0
        while index < bytes.count {
            let (scalar, length) = Latin.scalar(in: bytes, at: index)
            index += length
            if let letter = Latin.base(scalar) {
                guard goesOn(&self) else { return }
                append(letter)
            } else if !Latin.isJoiner(scalar) {
                part()
            }
        }
    }

    private mutating func mix(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
}
