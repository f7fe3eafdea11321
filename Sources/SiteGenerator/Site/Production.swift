import Corpus
import Diagnostics

/// The making of products, each by one of several threads, as far as they do not stand from the last build.
struct Production<Output: SiteOutput>: Sendable {
    let maker: PageMaker
    let keeper: LedgerKeeper
    let output: Output
    /// Paths of the owner's files, to which made ones give way; pages do not.
    let reserved: Set<String>
    let progress: @Sendable (BuildProgress) -> Void

    /// What became of a product.
    struct Outcome: Sendable {
        /// What it tells besides its files.
        var told = ""
        /// How long it took; nil for one that stands.
        var duration: Duration?
        fileprivate var faults: [Diagnostic] = []
    }

    /// - Throws: what is wrong with the templates, each fault once.
    func run(_ products: [SiteProduct], threads: Int) throws(DiagnosticError) -> [Outcome] {
        let clock = ContinuousClock()
        let begin = clock.now
        var outcomes = ParallelMap(threads: threads).map(products.parts(of: 1024)) { $0.map(standing) }.flatMap(\.self)
        let rest = products.indices.filter { outcomes[$0] == nil }
        // What is made again mostly takes the texts it took before; one thread alone would fetch them one by one.
        let texts = rest.reduce(into: Set()) { $0.formUnion(keeper.texts(of: products[$1].key)) }
        maker.site.corpus.fetchTexts(of: texts, threads: threads)
        let made = ParallelMap(threads: threads).map(Array(rest.enumerated())) { count, index in
            let start = clock.now
            if output.isBroken { return Outcome() }
            var outcome = make(products[index])
            let end = clock.now
            outcome.duration = end - start
            progress(.product(products.count - rest.count + count + 1, of: products.count, after: end - begin))
            return outcome
        }
        for (index, outcome) in zip(rest, made) { outcomes[index] = outcome }
        // One fault in a template shows on every page of its kind: each is told once.
        var told: Set<String> = []
        let faults = made.flatMap(\.faults)
            .filter { told.insert("\($0.file ?? "") \($0.id) \($0.message)").inserted }
        if faults.contains(where: { $0.severity == .error }) { throw DiagnosticError(faults) }
        return outcomes.compactMap(\.self)
    }

    /// Puts a file that is made in every build.
    func put(_ file: PageMaker.File) {
        if !reserved.contains(file.path) { output.put(file.bytes, at: file.path) }
    }

    private func standing(_ product: SiteProduct) -> Outcome? {
        guard let standing = keeper.standing(product.key), output.keep(standing.product.files) else { return nil }
        keeper.keep(standing)
        return Outcome(told: standing.product.told)
    }

    private func make(_ product: SiteProduct) -> Outcome {
        let log = ReadLog()
        var files: [String] = []
        do throws(DiagnosticError) {
            let told = try product.make(maker.noting(in: log)) { file in
                guard product.page != nil || !reserved.contains(file.path) else { return }
                files.append(file.path)
                output.put(file.bytes, at: file.path)
            }
            keeper.note(product.key, files: files, told: told, from: log)
            return Outcome(told: told)
        } catch {
            return Outcome(faults: error.diagnostics)
        }
    }
}

/// Where the files of a site go as they are made, from any number of threads.
protocol SiteOutput: Sendable {
    /// - Parameter path: from the site's root, parts parted by `/`.
    func put(_ bytes: [UInt8], at path: String)

    /// Leaves files as the last build made them.
    /// - Parameter files: their places in its manifest.
    /// - Returns: false where one of them is not as it was left; then they must be put.
    func keep(_ files: ArraySlice<Int32>) -> Bool

    /// Whether there is no sense in making more.
    var isBroken: Bool { get }
}

extension OutputTransaction: SiteOutput {}
