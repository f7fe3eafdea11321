/// FNV-1a, 32 bits: the same on every machine and in every run.
public struct StableHash {
    public var value: UInt32 { state }
    @usableFromInline var state: UInt32 = 2_166_136_261

    @inlinable
    public init() {}

    @inlinable
    public mutating func add(_ byte: UInt8) { state = (state ^ UInt32(byte)) &* 16_777_619 }

    @inlinable
    public static func of(_ text: String) -> UInt32 { of(text.utf8) }

    @inlinable
    public static func of(_ bytes: some Sequence<UInt8>) -> UInt32 {
        var hash = StableHash()
        for byte in bytes { hash.add(byte) }
        return hash.value
    }
}
