import Corpus

/// Where a page stands in the site: a folder path from the site's root, `meetings/sc-7847/`; the home page's is empty.
///
/// An address is a promise: it is made from numbers, symbols and names, never from the order of things.
struct Address: Hashable, Sendable {
    let path: String

    static let home = Address(path: "")
    static let meetings = Address(path: "meetings/")
    static let speakers = Address(path: "speakers/")
    static let delegations = Address(path: "delegations/")
    static let resolutions = Address(path: "resolutions/")
    static let documents = Address(path: "documents/")
    static let search = Address(path: "search/")

    static func meeting(_ id: String) -> Address { Address(path: "meetings/\(id)/") }
    static func earlierVersion(_ meeting: String, _ id: String) -> Address {
        Address(path: "meetings/\(meeting)/\(id)/")
    }
    /// The meetings of a year.
    static func year(_ id: String) -> Address { Address(path: "years/\(id)/") }
    static func speaker(_ id: String) -> Address { Address(path: "speakers/\(id)/") }
    static func delegation(_ id: String) -> Address { Address(path: "delegations/\(id)/") }
    static func resolution(_ id: String) -> Address { Address(path: "resolutions/\(id)/") }
    static func paragraph(_ resolution: String, _ id: String) -> Address {
        Address(path: "resolutions/\(resolution)/\(id)/")
    }

    /// Of every page of a site but provisional copies, in no order.
    static func all(of names: CorpusNames) -> [Address] {
        [.home, .meetings, .speakers, .delegations, .resolutions, .documents, .search]
            + names.years.map(year) + names.meetings.map(meeting) + names.persons.map(speaker)
            + names.delegations.map(delegation)
            + names.resolutions.flatMap { resolution in
                [.resolution(resolution.id)] + resolution.paragraphs.map { .paragraph(resolution.id, $0) }
            }
    }

    /// The way from a page at this address to a path of the site, so that one build serves at `/`, below
    /// `/digests/` and anywhere else.
    func relative(to target: String) -> String {
        // The folders that both ways have in common, to the last slash.
        var shared = 0
        for (index, (here, there)) in zip(path.utf8, target.utf8).enumerated() {
            if here != there { break }
            if here == UInt8(ascii: "/") { shared = index + 1 }
        }
        var way = ""
        for byte in path.utf8.dropFirst(shared) where byte == UInt8(ascii: "/") { way += "../" }
        way += String(Substring(target.utf8.dropFirst(shared)))
        return way.isEmpty ? "./" : way
    }
}
