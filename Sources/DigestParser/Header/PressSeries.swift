/// A series of the press office: `SC`, `GA/SHC`, `SG/SM`. Data, not code: `Data/series.tsv`.
struct PressSeries {
    /// The body whose meetings it tells; nil where it serves several.
    var body: String?
    /// What its releases are that tell of no meeting: `a travel note`.
    var otherKind: String?

    /// The series of a symbol: what stands before its number.
    static func of(symbol: String) -> PressSeries? {
        let first = symbol.prefix { $0 != "-" }
        return all[first.split(separator: "/").prefix { !$0.utf8.allSatisfy(Ascii.isDigit) }.joined(separator: "/")]
    }

    /// Bodies that a text may name where its header does not.
    static let bodies: Set<String> = Set(all.values.compactMap(\.body)).union([
        "Human Rights Council", "Trusteeship Council", "Disarmament Commission", "Commission on the Status of Women",
    ])

    /// What a press symbol may open with.
    static let openings: Set<String> = Set(all.keys.map { String($0.split(separator: "/")[0]) }.filter { $0.count > 1 })

    private static let all: [String: PressSeries] = DataFile.rows("series.tsv").reduce(into: [:]) { all, fields in
        guard fields.count == 3 else { return }
        let words = fields[2].isEmpty ? nil : String(fields[2])
        all[String(fields[0])] = fields[1] == "other" ? PressSeries(otherKind: words) : PressSeries(body: words)
    }
}
