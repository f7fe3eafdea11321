import Foundation
import Meetings

/// Bodies whose meetings are numbered, with the short form of their name in addresses.
///
/// Data, not code: `Data/bodies.tsv`. A body that is not in it goes by the slug of its name.
struct BodyTable: Sendable {
    struct Body: Sendable, Hashable {
        /// `sc`, `ga-shc`.
        let code: String
        /// `SC`, `GA/SHC`.
        let pressPrefix: String
        /// True when meetings are counted anew in each session, so that a number means nothing without it.
        let restarts: Bool
        let name: String
    }

    private let byPrefix: [String: Body]
    private let byName: [String: Body]

    static let shipped = BodyTable(tsv: DataFile.text("bodies.tsv"))

    init(tsv: String) {
        var byPrefix: [String: Body] = [:]
        var byName: [String: Body] = [:]
        for fields in DataFile.rows(tsv) where fields.count == 5 {
            let body = Body(code: fields[0], pressPrefix: fields[1], restarts: fields[2] == "session", name: fields[3])
            byPrefix[body.pressPrefix] = body
            for name in [body.name] + DataFile.list(fields[4]) where !name.isEmpty {
                byName[Slug.make(name)] = body
            }
        }
        self.byPrefix = byPrefix
        self.byName = byName
    }

    /// The body that a press symbol (`GA/SHC/4221`) belongs to.
    func body(pressSymbol: String) -> Body? { byPrefix[Self.prefix(of: pressSymbol)] }

    func body(named name: String) -> Body? { byName[Slug.make(name)] }

    /// `GA/SHC/4221` → `GA/SHC`, `SC/6570/Rev.1` → `SC`: what stands before the running number.
    static func prefix(of pressSymbol: String) -> String {
        let parts = pressSymbol.split(separator: "/")
        let end = parts.firstIndex {
            $0.utf8.first.map { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ?? false
        }
        return parts[..<(end ?? parts.endIndex)].joined(separator: "/")
    }
}
