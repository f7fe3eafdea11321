/// A short mark of values, the same on every machine and in every run: two of the same mark are taken for the same.
///
/// 64 bits, mixed by multiplication; no defence against somebody who looks for two values of one mark. Where bytes of
/// others decide, their SHA-256 goes in.
package struct Fingerprint: Sendable {
    package private(set) var mark: UInt64 = 0x9E37_79B9_7F4A_7C15

    package init() {}

    package mutating func add(_ number: UInt64) {
        let product = (mark ^ number).multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
        mark = (product.high ^ product.low) &+ 0xE703_7ED1_A0B4_28DB
    }

    package mutating func add(_ number: Int) { add(UInt64(bitPattern: Int64(number))) }

    package mutating func add(_ text: String) {
        var text = text
        text.withUTF8 { add($0) }
    }

    package mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
        add(bytes.count)
        let raw = UnsafeRawBufferPointer(bytes)
        var index = 0
        while index + 8 <= raw.count {
            add(raw.loadUnaligned(fromByteOffset: index, as: UInt64.self).littleEndian)
            index += 8
        }
        var rest: UInt64 = 0
        while index < raw.count {
            rest = rest << 8 | UInt64(raw[index])
            index += 1
        }
        add(rest)
    }

    package mutating func add(_ text: String?) {
        add(text == nil ? 0 : 1)
        if let text { add(text) }
    }

    /// Each element in order, and how many there are.
    package mutating func add<Element>(_ elements: [Element], _ each: (inout Fingerprint, Element) -> Void) {
        add(elements.count)
        for element in elements { each(&self, element) }
    }

    package static func of(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        var fingerprint = Fingerprint()
        bytes.withUnsafeBufferPointer { fingerprint.add($0) }
        return fingerprint.mark
    }

    package static func of(_ text: String) -> UInt64 {
        var fingerprint = Fingerprint()
        fingerprint.add(text)
        return fingerprint.mark
    }
}
