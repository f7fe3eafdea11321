import Corpus
import Diagnostics

extension SiteFolder {
    /// Where the published addresses are kept.
    package static let addressesName = "addresses.json"

    private var addresses: String { root.appending(pathComponent: Self.addressesName) }

    /// What a build owes to addresses that were published before, and what is published after it.
    /// - Parameters:
    ///   - file: of addresses, as it is.
    ///   - isKept: whether the addresses of this build will be published.
    ///   - threads: how many work at once.
    /// - Throws: what is wrong with the file of addresses.
    func promise(
        for linked: LinkedDigests, file: AddressFile, isKept: Bool, threads: Int
    ) throws(DiagnosticError) -> (promise: AddressPromise, published: PublishedFile) {
        let corpus = linked.corpus
        let unsettled = linked.unsettled.map { corpus[$0].id }
        if let last = linked.promise, last.holds(against: file.mark, corrected: unsettled) {
            if !isKept { return (last.promise, .unchanged) }
            if last.complete == file.mark, let bytes = file.bytes,
                let addresses = CorrectedAddresses(bytes, of: linked.corrected, in: corpus)
            {
                return (last.promise, .corrected(addresses))
            }
        }
        if let comparison = try comparison(file, isTrusted: true, of: corpus, isKept: isKept, threads: threads) {
            return comparison
        }
        // Some line is not what it looked like: that is told, or it is read.
        guard let read = try comparison(file, isTrusted: false, of: corpus, isKept: isKept, threads: threads) else {
            preconditionFailure("every line of a file that was read is a page's")
        }
        return read
    }

    /// - Returns: nil where a line of a trusted file is not what it looked like.
    private func comparison(
        _ file: AddressFile, isTrusted: Bool, of corpus: Corpus, isKept: Bool, threads: Int
    ) throws(DiagnosticError) -> (promise: AddressPromise, published: PublishedFile)? {
        let published = try file.bytes.map { bytes throws(DiagnosticError) in
            try PublishedAddresses(file: Self.addressesName, bytes: bytes, isTrusted: isTrusted)
        }
        if !isKept, published?.lines.isEmpty ?? true { return (AddressPromise(), .unchanged) }
        let comparison = AddressComparison(
            published ?? PublishedAddresses(), file: Self.addressesName, corpus: corpus, threads: threads)
        guard let comparison else { return nil }
        let isSame = comparison.addresses.lines.count == published?.lines.count
        return (comparison.promise, isKept ? .compared(comparison.addresses, hasSamePages: isSame) : .unchanged)
    }

    /// The file as it is.
    func addressFile() throws(DiagnosticError) -> AddressFile {
        guard realPath(addresses) != nil else { return AddressFile(nil) }
        let path = addresses
        return AddressFile(try FileFault.diagnosed(root: root) { () throws(FileFault) in try files.read(path) })
    }

    /// Writes the addresses down, when they are others than before.
    /// - Parameters:
    ///   - bytes: of the addresses; nil where they stay as they are.
    ///   - before: the file that they go on from. Another one that came meanwhile is left as it is.
    /// - Returns: what to tell the owner.
    func record(addresses bytes: [UInt8]?, after before: AddressFile) throws(DiagnosticError) -> [Diagnostic] {
        guard let bytes, bytes != before.bytes else { return [] }
        guard try addressFile().mark == before.mark else {
            return [
                Diagnostic(
                    id: "addresses-changed", severity: .warning, file: Self.addressesName,
                    message: "the file changed while the site was built: the addresses of this build are not in it",
                    suggestion: "Run the command again.")
            ]
        }
        let path = realPath(addresses) ?? addresses
        try FileFault.diagnosed(root: root) { () throws(FileFault) in
            try files.replace(path, with: bytes, synced: true)
        }
        return []
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
