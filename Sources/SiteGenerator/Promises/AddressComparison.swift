import Corpus
import Diagnostics

/// Holds the addresses of a build against those that were published.
struct AddressComparison: Sendable {
    private(set) var promise = AddressPromise()
    /// What is published after this build: all that was, and what is new.
    private(set) var addresses: PublishedAddresses

    private let file: String
    private let current: [String: PublishedAddresses.Page]
    private var finder: AddressFinder
    private var moved: [String: String] = [:]

    /// - Parameters:
    ///   - published: what was published before.
    ///   - file: as the owner names it, for the diagnostics.
    ///   - threads: how many work at once.
    init(_ published: PublishedAddresses, file: String, corpus: Corpus, threads: Int) {
        self.file = file
        addresses = published
        current = AddressKey.pages(of: corpus, threads: threads)
        finder = AddressFinder(corpus, pages: current)
        let ledOn = Set(corpus.redirects.map(\.from))
        let paths = published.pages.keys.sorted(by: String.precedesInBytes)
        // Meetings first: speakers are known again by what they said there.
        for path in paths.filter({ $0.hasPrefix("/meetings/") }) + paths.filter({ !$0.hasPrefix("/meetings/") }) {
            guard let page = published.pages[path] else { continue }
            if let now = current[path] {
                keep(page, as: now, at: path, corpus: corpus)
            } else if !ledOn.contains(path) {
                leadOn(page, at: path)
            }
        }
        for (path, page) in current where addresses.pages[path] == nil { addresses.pages[path] = page }
        promise.redirects.sort { String.precedesInBytes($0.from, $1.from) }
    }

    // MARK: A page that is gone

    private mutating func leadOn(_ page: PublishedAddresses.Page, at path: String) {
        guard let target = finder.page(path, of: page.of, meetings: moved), target != path else {
            report(
                "address-dropped", page, "\(path) was published and is not made any more",
                "Bring back what it showed; or remove its line, if nobody can know the address.")
            return
        }
        moved[path] = target
        promise.redirects.append(Redirect(from: path, to: target))
        if path.hasPrefix("/resolutions/") { leadOnParagraphs(page.anchors, from: path, to: target) }
        if path.hasPrefix("/meetings/") { findAnchors(page, at: target, says: path) }
    }

    private mutating func leadOnParagraphs(_ anchors: [String: String], from path: String, to target: String) {
        let now = current[target]?.anchors ?? [:]
        for (anchor, mark) in anchors {
            let id = now[anchor] != nil ? anchor : Self.anchor(of: mark, in: now)
            promise.redirects.append(Redirect(from: "\(path)\(anchor)/", to: id.map { "\(target)\($0)/" } ?? target))
        }
    }

    // MARK: A page that is still there

    private mutating func keep(
        _ page: PublishedAddresses.Page, as now: PublishedAddresses.Page, at path: String, corpus: Corpus
    ) {
        if path.hasPrefix("/speakers/"), let other = finder.page(path, of: page.of, meetings: moved), other != path {
            report(
                "address-changed-hands", page, "\(path) showed somebody whose page is now \(other)",
                "Say in the registry of people who is who, so that each keeps the address.")
        }
        let lost = page.anchors.filter { now.anchors[$0.key] == nil }
        addresses.pages[path]?.anchors = now.anchors.merging(lost) { new, _ in new }
        if page.of.isEmpty { addresses.pages[path]?.of = now.of }
        if path.hasPrefix("/resolutions/") {
            leadOnParagraphs(lost, from: path, to: path)
        } else if !lost.isEmpty {
            findAnchors(page, at: path, says: path)
        }
    }

    /// Gives statements the anchors under which they were published, and tells those that no statement has any more.
    private mutating func findAnchors(_ page: PublishedAddresses.Page, at target: String, says path: String) {
        let now = current[target]?.anchors ?? [:]
        let meeting = String(target.split(separator: "/").last ?? "")
        promise.compared.insert(meeting)
        var gone: [String] = []
        for (anchor, mark) in page.anchors.sorted(by: { String.precedesInBytes($0.key, $1.key) })
        where now[anchor] == nil {
            if let id = Self.anchor(of: mark, in: now) {
                promise.oldAnchors[meeting, default: [:]][id, default: []].append(anchor)
            } else {
                gone.append(anchor)
            }
        }
        guard !gone.isEmpty else { return }
        let shown = gone.prefix(3).map { "#" + $0 }.joined(separator: ", ") + (gone.count > 3 ? " …" : "")
        report(
            "anchor-dropped", page,
            "\(Amount(gone.count, "statement")) of \(path) had an anchor that nothing has now: \(shown)",
            "Look at how these statements are read now; or remove the anchors from the line, if nobody can know them.")
    }

    /// The one anchor that stands at the same words.
    private static func anchor(of mark: String, in anchors: [String: String]) -> String? {
        let same = anchors.filter { $0.value == mark }
        return same.count == 1 ? same.first?.key : nil
    }

    private mutating func report(
        _ id: String, _ page: PublishedAddresses.Page, _ message: String, _ suggestion: String
    ) {
        promise.diagnostics.append(
            Diagnostic(
                id: id, severity: .warning, file: file, lines: page.line.map { $0...$0 }, message: message,
                suggestion: suggestion))
    }
}
