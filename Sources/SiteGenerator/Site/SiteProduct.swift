import Corpus
import Diagnostics

/// Something of the site that is made as a whole: what the next build makes again, or leaves as it is.
struct SiteProduct: Sendable {
    /// The same in every build of the site.
    let key: String
    /// The page, where it is one.
    let page: SitePage?
    /// Makes its files. Everything it needs to know it asks the maker's site.
    let make: Make

    /// - Returns: what it tells the build besides; mostly nothing.
    typealias Make = @Sendable (PageMaker, (PageMaker.File) -> Void) throws(DiagnosticError) -> String

    init(_ key: String, page: SitePage? = nil, make: @escaping Make) {
        self.key = key
        self.page = page
        self.make = make
    }

    /// Everything but static files and the search, each of them small enough for one thread.
    static func all(of site: SiteModel) -> [SiteProduct] {
        let corpus = site.corpus
        var products = [
            SiteProduct("machine files") { maker, put in
                MachineFiles(maker.site).files.forEach(put)
                return ""
            }
        ]
        products += SitePage.all(of: corpus).map { page in
            SiteProduct("page \(page.key(in: corpus))", page: page) { maker, put throws(DiagnosticError) in
                for file in try maker.files(for: page) { put(file) }
                return ""
            }
        }
        products += (corpus.redirects + site.promise.redirects).map { redirect in
            SiteProduct("redirect \(redirect.from) \(redirect.to)") { maker, put throws(DiagnosticError) in
                put(try maker.file(for: redirect))
                return ""
            }
        }
        products += SiteFeeds.Subject.all(of: corpus).map { subject in
            SiteProduct("feed \(subject.folder(in: corpus))") { maker, put in
                SiteFeeds(maker.site).files(for: subject).forEach(put)
                return ""
            }
        }
        return products
    }
}

extension SitePage {
    /// Tells the page apart from every other.
    fileprivate func key(in corpus: Corpus) -> String {
        if case .notFound = self { "404" } else { address(in: corpus).path }
    }
}
