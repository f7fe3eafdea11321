import Diagnostics

/// Where the links of a site lead: each to a file the site has and to an anchor in it, whatever folder it is served from.
struct LinkCheck: Sendable {
    /// By path.
    let pages: [ScannedPage]
    let files: OutputAddresses
    let base: BaseURL?

    /// What is wrong with an address on a page.
    private struct Fault: Hashable {
        enum Kind: Int { case deadLink, deadAnchor, rootedLink, unknownScheme, doubleID }

        let kind: Kind
        let message: String
        let suggestion: String
    }

    /// - Returns: each fault once, however many pages have it; and every file that something links to.
    func run(threads: Int) -> (diagnostics: [Diagnostic], targets: Set<String>) {
        let ids = Dictionary(pages.map { ($0.path, $0.ids) }, uniquingKeysWith: { first, _ in first })
        let found = ParallelMap(threads: threads).map(pages) { page in check(page, ids) }
        var places: [Fault: (first: String, count: Int)] = [:]
        var order: [Fault] = []
        var targets: Set<String> = []
        for (page, (faults, files)) in zip(pages, found) {
            targets.formUnion(files)
            for fault in faults {
                if places[fault] == nil { order.append(fault) }
                places[fault, default: (page.path, 0)].count += 1
            }
        }
        return (order.compactMap { fault in places[fault].map { diagnostic(fault, $0.first, $0.count) } }, targets)
    }

    private func check(_ page: ScannedPage, _ ids: [String: Set<String>]) -> (faults: [Fault], targets: Set<String>) {
        var targets: Set<String> = []
        var faults = page.doubleIDs.map { id in
            Fault(
                kind: .doubleID, message: "the id “\(id)” stands on more than one element",
                suggestion: "Give each element of the template an id of its own.")
        }
        for link in page.links {
            switch WrittenAddress(link, on: page.path, base: base) {
            case .elsewhere: continue
            case .unknownScheme(let scheme):
                faults.append(
                    Fault(
                        kind: .unknownScheme, message: "“\(link)” is no address a reader can follow (“\(scheme):”)",
                        suggestion: "Check the address; see Documentation/Templates.md for what links may say."))
            case .outside: faults.append(dead(link, "leads out of the site", "Check the address."))
            case .file(let file, let anchor):
                if page.path == Self.lostPage, !link.hasPrefix("#") {
                    faults.append(relativeOnLostPage(link))
                }
                follow(link, to: file, anchor, ids, &faults, &targets)
            case .rooted(let file, let anchor):
                // The page for lost addresses is served at any depth: nothing but the root holds there.
                if page.path != Self.lostPage { faults.append(rooted(link)) }
                follow(link, to: file, anchor, ids, &faults, &targets)
            }
        }
        targets.remove(page.path)  // That a page links to itself is no use of it.
        return (faults, targets)
    }

    private static let lostPage = "404.html"

    private func follow(
        _ link: String, to file: String, _ anchor: String?, _ ids: [String: Set<String>], _ faults: inout [Fault],
        _ targets: inout Set<String>
    ) {
        guard let target = existing(file) else {
            let twin = OutputPath(file).flatMap(files.twin(of:))?.text
            let suggestion = twin.map { "Write it as the file is named: “\($0)”." } ?? "Check the address."
            faults.append(dead(link, "leads nowhere", suggestion))
            return
        }
        targets.insert(target)
        guard let anchor, !anchor.isEmpty, anchor != "top", let known = ids[target], !known.contains(anchor) else {
            return
        }
        let nearest = NearestName.of(anchor, among: known.sorted())
        faults.append(
            Fault(
                kind: .deadAnchor, message: "“\(link)” leads to a page that has no anchor “\(anchor)”",
                suggestion: nearest.map { "Write “#\($0)” if that is meant." } ?? "Check the word behind the “#”."))
    }

    /// The file, or the page of a folder named without its slash.
    private func existing(_ file: String) -> String? {
        for path in [file, file + "/index.html"] {
            if let place = OutputPath(path), files.sizes[place] != nil { return path }
        }
        return nil
    }

    private func dead(_ link: String, _ what: String, _ suggestion: String) -> Fault {
        Fault(kind: .deadLink, message: "“\(link)” \(what)", suggestion: suggestion)
    }

    private func rooted(_ link: String) -> Fault {
        Fault(
            kind: .rootedLink,
            message: "“\(link)” begins with a slash: it fails where the site stands in another folder",
            suggestion: "Write a relative address, or a symbolic link such as asset:style.css.")
    }

    private func relativeOnLostPage(_ link: String) -> Fault {
        Fault(
            kind: .rootedLink,
            message: "“\(link)” is relative: it fails where 404.html is shown for an address deeper down",
            suggestion: "Write a symbolic link such as asset:style.css.")
    }

    private func diagnostic(_ fault: Fault, _ first: String, _ count: Int) -> Diagnostic {
        let place = count == 1 ? "on the page /\(first)" : "on \(count) pages, /\(first) for one"
        var diagnostic = Diagnostic(
            id: "dead-link", severity: .error, message: "\(fault.message) (\(place))", suggestion: fault.suggestion)
        switch fault.kind {
        case .deadLink: break
        case .deadAnchor: diagnostic.id = "dead-anchor"
        case .rootedLink: (diagnostic.id, diagnostic.severity) = ("rooted-link", .warning)
        case .unknownScheme: (diagnostic.id, diagnostic.severity) = ("unknown-scheme", .warning)
        case .doubleID: (diagnostic.id, diagnostic.severity) = ("double-id", .warning)
        }
        return diagnostic
    }
}
