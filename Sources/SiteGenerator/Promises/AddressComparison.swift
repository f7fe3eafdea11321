import Corpus
import Diagnostics

/// Holds the addresses of a build against those that were published.
struct AddressComparison: Sendable {
    private(set) var promise = AddressPromise()
    /// What is published after this build: all that was, and what is new.
    private(set) var addresses: PublishedAddresses

    private let file: String
    private let current: PublishedAddresses
    private var finder: AddressFinder
    private var moved: [String: String] = [:]

    /// A published page that is not, or not quite, what stands there now.
    private struct OldPage {
        let line: AddressLine
        let page: AddressPage
        /// Nil where nothing stands there any more.
        let now: AddressPage?

        var path: String { line.path }
        var isMeeting: Bool { path.hasPrefix("/meetings/") }
    }

    /// - Parameters:
    ///   - published: what was published before.
    ///   - file: as the owner names it, for the diagnostics.
    ///   - threads: how many work at once.
    /// - Returns: nil where a line that has to be read is no page's.
    init?(_ published: PublishedAddresses, file: String, corpus: Corpus, threads: Int) {
        self.file = file
        current = PublishedAddresses(AddressKey.lines(of: corpus, threads: threads))
        finder = AddressFinder(corpus)
        let others: [AddressLine]
        (addresses, others) = published.joined(by: current)
        let pages = others.compactMap { [current] line in
            line.page.map { OldPage(line: line, page: $0, now: current.page(at: line.path)) }
        }
        guard pages.count == others.count else { return nil }
        let ledOn = Set(corpus.redirects.map(\.from))
        // Meetings first: speakers are known again by what they said there.
        for old in pages.filter(\.isMeeting) + pages.filter({ !$0.isMeeting }) {
            addresses.replace(AddressLine(old.path, old.page))
            if let now = old.now {
                keep(old, as: now)
            } else if !ledOn.contains(old.path) {
                leadOn(old)
            }
        }
        promise.redirects.sort { String.precedesInBytes($0.from, $1.from) }
    }

    // MARK: A page that is gone

    private mutating func leadOn(_ old: OldPage) {
        let path = old.path
        guard let target = finder.page(path, of: old.page.of, meetings: moved), target != path else {
            report(
                "address-dropped", old, "\(path) was published and is not made any more",
                "Bring back what it showed; or remove its line, if nobody can know the address.")
            return
        }
        moved[path] = target
        promise.redirects.append(Redirect(from: path, to: target))
        if path.hasPrefix("/resolutions/") { leadOnParagraphs(old.page.anchors, from: path, to: target) }
        if old.isMeeting { findAnchors(old, at: target) }
    }

    private mutating func leadOnParagraphs(_ anchors: [String: String], from path: String, to target: String) {
        let now = current.page(at: target)?.anchors ?? [:]
        for (anchor, mark) in anchors {
            let id = now[anchor] != nil ? anchor : Self.anchor(of: mark, in: now)
            promise.redirects.append(Redirect(from: "\(path)\(anchor)/", to: id.map { "\(target)\($0)/" } ?? target))
        }
    }

    // MARK: A page that is still there

    private mutating func keep(_ old: OldPage, as now: AddressPage) {
        let path = old.path
        if path.hasPrefix("/speakers/"), let other = finder.page(path, of: old.page.of, meetings: moved), other != path
        {
            report(
                "address-changed-hands", old, "\(path) showed somebody whose page is now \(other)",
                "Say in the registry of people who is who, so that each keeps the address.")
        }
        let lost = old.page.anchors.filter { now.anchors[$0.key] == nil }
        let page = AddressPage(
            of: old.page.of.isEmpty ? now.of : old.page.of, anchors: now.anchors.merging(lost) { new, _ in new })
        addresses.replace(AddressLine(path, page))
        if path.hasPrefix("/resolutions/") {
            leadOnParagraphs(lost, from: path, to: path)
        } else if !lost.isEmpty {
            findAnchors(old, at: path)
        }
    }

    /// Gives statements the anchors under which they were published, and tells those that no statement has any more.
    private mutating func findAnchors(_ old: OldPage, at target: String) {
        let now = current.page(at: target)?.anchors ?? [:]
        let meeting = String(target.split(separator: "/").last ?? "")
        promise.compared.insert(meeting)
        var gone: [String] = []
        for (anchor, mark) in old.page.anchors.sorted(by: { String.precedesInBytes($0.key, $1.key) })
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
            "anchor-dropped", old,
            "\(Amount(gone.count, "statement")) of \(old.path) had an anchor that nothing has now: \(shown)",
            "Look at how these statements are read now; or remove the anchors from the line, if nobody can know them.")
    }

    /// The one anchor that stands at the same words.
    private static func anchor(of mark: String, in anchors: [String: String]) -> String? {
        let same = anchors.filter { $0.value == mark }
        return same.count == 1 ? same.first?.key : nil
    }

    private mutating func report(
        _ id: String, _ old: OldPage, _ message: String, _ suggestion: String
    ) {
        promise.diagnostics.append(
            Diagnostic(
                id: id, severity: .warning, file: file, lines: old.line.number.map { $0...$0 }, message: message,
                suggestion: suggestion))
    }
}
