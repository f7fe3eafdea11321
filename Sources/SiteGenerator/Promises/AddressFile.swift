/// The file of addresses as a build found it.
struct AddressFile: Sendable {
    /// Nil where there is none.
    let bytes: [UInt8]?
    /// Of the bytes; of no addresses where there are none.
    let mark: String

    init(_ bytes: [UInt8]?) {
        self.bytes = bytes
        mark = bytes.map(PublishedAddresses.mark) ?? PublishedAddresses().mark
    }
}
