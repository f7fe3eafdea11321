import Corpus
import Diagnostics

/// Pages of a site as digests say now, each made when somebody asks for it: for a look before the build that follows has
/// made all that changes.
package struct SiteGlimpse: Sendable {
    private let maker: PageMaker

    init(_ maker: PageMaker) { self.maker = maker }

    /// A file of a list, or of a page about a meeting, a speaker, a delegation or a decision, as the build will make it but
    /// for related wording, which is the last build's.
    /// - Parameter path: from the site's root: `meetings/sc-7847/index.html`.
    /// - Returns: nil for every other file, and where the build will say what is wrong.
    package func file(at path: String) -> [UInt8]? {
        guard let page = page(at: path) else { return nil }
        do throws(DiagnosticError) {
            return try maker.files(for: page).first { $0.path == path }?.bytes
        } catch {
            return nil
        }
    }

    private func page(at path: String) -> SitePage? {
        let corpus = maker.site.corpus
        let parts = path.split(separator: "/").map(String.init)
        guard let name = parts.last, ["index.html", "index.md", "index.json"].contains(name) else { return nil }
        switch (parts[0], parts.count) {
        case (_, 1): return .home
        case ("meetings", 2): return .meetings
        case ("speakers", 2): return .speakers
        case ("delegations", 2): return .delegations
        case ("resolutions", 2): return .resolutions
        case ("documents", 2): return .documents
        case ("years", 3): return corpus.year(id: parts[1]).map(SitePage.year)
        case ("meetings", 3): return corpus.meeting(id: parts[1]).map(SitePage.meeting)
        case ("speakers", 3): return corpus.person(id: parts[1]).map(SitePage.speaker)
        case ("delegations", 3): return corpus.delegation(id: parts[1]).map(SitePage.delegation)
        case ("resolutions", 3): return corpus.resolution(id: parts[1]).map(SitePage.resolution)
        case ("resolutions", 4):
            return corpus.resolution(id: parts[1]).flatMap { resolution in
                let paragraph = corpus[resolution].paragraphs.firstIndex { $0.id == parts[2] }
                return paragraph.map { .paragraph(resolution, $0) }
            }
        default: return nil
        }
    }
}

extension SiteBuild {
    /// Shows what the pages will show, for a session that has built the site before.
    ///
    /// Where more than words of digests changed they are linked for that, and the build that follows takes what was linked, as far
    /// as only few of them changed.
    /// - Parameters:
    ///   - paths: absolute, of the files that changed since.
    ///   - show: called once; never where something changed that is not linked, or the build will say what is wrong.
    package func glimpse(changed paths: Set<String>, show: @escaping (SiteGlimpse) -> Void) {
        let linkedFrom = [folder.meetings, folder.people, folder.resolutions]
        guard let last = memory?.lastBuild,
            paths.allSatisfy({ path in linkedFrom.contains { $0.contains(path: path) } })
        else { return }
        let maker = last.maker
        if let corpus = corrected(last.linked, by: paths) {
            return show(SiteGlimpse(maker.showing(maker.site.showing(corpus))))
        }
        linkAhead(last.walk.looking(at: paths.filter(folder.meetings.contains))) {
            show(SiteGlimpse(maker.showing(maker.site.showing(anew: $0))))
        }
    }

    /// - Returns: nil where more than words of digests changed.
    private func corrected(_ linked: LinkedDigests, by paths: Set<String>) -> Corpus? {
        let reader = DigestReader(site: folder)
        var corpus = linked.corpus
        for path in paths {
            let name = path.relative(to: folder.root)
            let file = InputFile(name: name, path: name, location: path)
            guard linked.digests.contains(where: { $0.file == name }),
                let reading = reader.read([file], of: [file], threads: 1).digests.first,
                let correction = Correction(of: corpus, by: reading.meeting)
            else { return nil }
            corpus = correction.corpus
        }
        return corpus
    }

    private func linkAhead(_ walk: FolderWalk?, _ show: @escaping (Corpus) -> Void) {
        let linking = DigestLinking(
            folder: folder, threads: threads, memory: memory, store: nil, walk: walk, remarks: { _, _ in [] },
            mayCorrect: false,
            isLinked: { corpus in
                if !corpus.diagnostics.contains(where: { $0.severity == .error }) { show(corpus) }
            })
        var clock = StageClock { _ in }
        do throws(DiagnosticError) {
            memory?.keepAhead(try linking.run(&clock).linked)
        } catch {
            // The build will say what is wrong.
        }
    }
}
