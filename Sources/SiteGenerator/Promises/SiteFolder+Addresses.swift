import Corpus
import Diagnostics

extension SiteFolder {
    /// Where the published addresses are kept.
    package static let addressesName = "addresses.json"

    private var addresses: String { root.appending(pathComponent: Self.addressesName) }

    /// What a build owes to addresses that were published before, and what is published after it.
    /// - Parameters:
    ///   - mark: of the file of addresses as it is.
    ///   - isKept: whether the addresses of this build will be published.
    /// - Throws: what is wrong with the file of addresses.
    func promise(
        for linked: LinkedDigests, mark: String, isKept: Bool
    ) throws(DiagnosticError) -> (promise: AddressPromise, published: PublishedFile) {
        let corpus = linked.corpus
        let corrected = linked.corrected.map { corpus[$0].id }
        if let last = linked.promise, last.holds(against: mark, corrected: corrected) {
            if !isKept { return (last.promise, .unchanged) }
            if last.complete == mark, let file = try publishedBytes(),
                let addresses = CorrectedAddresses(file, of: linked.corrected, in: corpus)
            {
                return (last.promise, .corrected(addresses))
            }
        }
        let bytes = try publishedBytes()
        let published = try bytes.map { bytes throws(DiagnosticError) in
            try PublishedAddresses(file: Self.addressesName, bytes: bytes)
        }
        if !isKept, published?.pages.isEmpty ?? true { return (AddressPromise(), .unchanged) }
        let comparison = AddressComparison(
            published ?? PublishedAddresses(), file: Self.addressesName, corpus: corpus)
        let isSame = comparison.addresses.pages.count == published?.pages.count
        return (comparison.promise, isKept ? .compared(comparison.addresses, hasSamePages: isSame) : .unchanged)
    }

    /// A mark of the file as it is; of no addresses where there is none.
    func publishedMark() throws(DiagnosticError) -> String {
        try publishedBytes().map(PublishedAddresses.mark) ?? PublishedAddresses().mark
    }

    private func publishedBytes() throws(DiagnosticError) -> [UInt8]? {
        guard realPath(addresses) != nil else { return nil }
        let path = addresses
        return try FileFault.diagnosed(root: root) { () throws(FileFault) in try files.read(path) }
    }

    /// Writes the addresses down, when they are others than before.
    /// - Parameter bytes: of the addresses.
    func record(addresses bytes: [UInt8]) throws(DiagnosticError) {
        let path = realPath(addresses) ?? addresses
        try FileFault.diagnosed(root: root) { () throws(FileFault) in
            if try files.status(path) != nil, try files.holds(bytes, at: path) { return }
            try files.replace(path, with: bytes, synced: true)
        }
    }
}

/// The file of addresses after a build.
enum PublishedFile: Sendable {
    /// The build publishes nothing.
    case unchanged
    case compared(PublishedAddresses, hasSamePages: Bool)
    /// Other words in some lines, and everything else as it was.
    case corrected(CorrectedAddresses)

    /// Nil where the file stays as it is.
    var bytes: [UInt8]? {
        switch self {
        case .unchanged: nil
        case .compared(let addresses, _): addresses.bytes
        case .corrected(let addresses): addresses.bytes
        }
    }

    /// Whether it has the same lines as before, but for words and anchors: then the same is owed to it.
    var hasSamePages: Bool {
        switch self {
        case .unchanged, .corrected: true
        case .compared(_, let hasSamePages): hasSamePages
        }
    }
}
