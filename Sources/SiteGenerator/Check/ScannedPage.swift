import CommonMark

/// What a finished page offers to links and what it links to.
struct ScannedPage: Sendable {
    /// From the site's root: `meetings/sc-7847/index.html`.
    let path: String
    let ids: Set<String>
    /// Ids that stand on more than one element, in their order.
    let doubleIDs: [String]
    /// The addresses in it, each once, in their order.
    let links: [String]

    init(path: String, html: [UInt8]) {
        let scan = PageScan(html)
        var ids: Set<String> = []
        var doubles: [String] = []
        for id in scan.ids where !ids.insert(id.value).inserted { doubles.append(id.value) }
        var seen: Set<String> = []
        self.path = path
        self.ids = ids
        doubleIDs = doubles
        links = scan.addresses.map(\.value).filter { seen.insert($0).inserted }
    }
}
