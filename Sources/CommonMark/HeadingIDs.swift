/// Chooses ids for the headings of a page, each once.
package struct HeadingIDs {
    private var taken: Set<String>
    private var last: [String: Int] = [:]
    private let slug: (String) -> String

    init(taken: Set<String>, slug: @escaping (String) -> String) {
        self.taken = taken
        self.slug = slug
    }

    mutating func take(_ id: String) { taken.insert(id) }

    /// The id for a heading of this text; nil when nothing of it can be spelled.
    mutating func id(for heading: String) -> String? {
        let base = slug(heading).filter { !"\"'&<>".contains($0) }
        if base.isEmpty { return nil }
        var id = base
        var number = last[base, default: 1]
        while !taken.insert(id).inserted {
            number += 1
            id = "\(base)-\(number)"
        }
        last[base] = number
        return id
    }

    /// Lower-case ASCII letters and digits, one hyphen for everything between them.
    package static func asciiSlug(_ heading: String) -> String {
        var slug: [UInt8] = []
        for byte in heading.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): slug.append(byte)
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): slug.append(byte | 0x20)
            default: if let last = slug.last, last != UInt8(ascii: "-") { slug.append(UInt8(ascii: "-")) }
            }
        }
        if slug.last == UInt8(ascii: "-") { slug.removeLast() }
        return String(decoding: slug, as: UTF8.self)
    }
}
