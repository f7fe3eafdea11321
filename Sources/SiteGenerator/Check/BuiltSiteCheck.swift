import Diagnostics

/// A built site looked over as it stands on the disk, before it goes out: whether each link and anchor leads somewhere.
package struct BuiltSiteCheck: Sendable {
    private let site: SiteFolder
    private let threads: Int

    /// - Parameter threads: how many work at once; the findings and their order do not depend on it.
    package init(_ site: SiteFolder, threads: Int) {
        self.site = site
        self.threads = threads
    }

    /// - Returns: what was found; an error for each fault that a reader would run into.
    /// - Throws: that there is no built site, or a fault of the disk.
    package func run() throws(DiagnosticError) -> [Diagnostic] {
        let built = try BuiltSite(of: site)
        let paths = built.sizes.keys.filter { $0.text.hasSuffix(".html") }.sorted()
        let scans = ParallelMap(threads: threads).map(paths) { path in
            Result { () throws(FileFault) in
                let html = try site.files.read(built.folder.appending(pathComponent: path.text))
                return ScannedPage(path: path.text, html: html)
            }
        }
        var pages: [ScannedPage] = []
        pages.reserveCapacity(scans.count)
        try FileFault.diagnosed(root: site.root) { () throws(FileFault) in
            for scan in scans { pages.append(try scan.get()) }
        }
        let files = OutputAddresses(sizes: built.sizes)
        let check = LinkCheck(pages: pages, files: files, base: site.configuration.baseURL)
        return check.run(threads: threads).diagnostics
    }
}
