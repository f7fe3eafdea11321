import Corpus
import Diagnostics

extension SiteFolder {
    /// Where the published addresses are kept.
    package static let addressesName = "addresses.json"

    private var addresses: String { root.appending(pathComponent: Self.addressesName) }

    /// What a build of this corpus owes to addresses that were published before.
    /// - Parameter isKept: whether the addresses of this build will be published.
    /// - Throws: what is wrong with the file of addresses.
    func promise(for corpus: Corpus, isKept: Bool) throws(DiagnosticError) -> AddressPromise {
        let published = try published()
        if !isKept, published.pages.isEmpty { return .none }
        return AddressPromise(published, file: Self.addressesName, corpus: corpus)
    }

    /// A mark of the file as it is; of no addresses where there is none.
    func publishedMark() throws(DiagnosticError) -> String {
        guard realPath(addresses) != nil else { return PublishedAddresses().mark }
        let path = addresses
        return PublishedAddresses.mark(
            of: try FileFault.diagnosed(root: root) { () throws(FileFault) in try files.read(path) })
    }

    private func published() throws(DiagnosticError) -> PublishedAddresses {
        guard realPath(addresses) != nil else { return PublishedAddresses() }
        let path = addresses
        let bytes = try FileFault.diagnosed(root: root) { () throws(FileFault) in try files.read(path) }
        return try PublishedAddresses(file: Self.addressesName, bytes: bytes)
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
