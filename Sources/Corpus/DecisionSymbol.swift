import Meetings

/// What the symbol of a resolution or presidential statement tells.
struct DecisionSymbol: Sendable {
    let symbol: String
    /// Equal for all ways of writing one symbol (`S/RES/2331(2016)`): its slug.
    let key: String
    /// `s-res-1960`, for a symbol with the year in brackets: what it is without the year.
    let keyWithoutYear: String?
    /// False when the year is one no resolution can be of (genre: `resolution 2331 (2661)`).
    let isPlausible: Bool

    init(_ symbol: String) {
        self.symbol = symbol
        key = Slug.make(symbol)
        guard symbol.hasSuffix(")"), let open = symbol.lastIndex(of: "("),
            let year = Int(symbol[symbol.index(after: open)...].dropLast())
        else {
            keyWithoutYear = nil
            isPlausible = true
            return
        }
        keyWithoutYear = Slug.make(String(symbol[..<open]))
        isPlausible = (1946...2100).contains(year)
    }

    /// `2016` in `S/RES/2331 (2016)` and `S/PRST/2016/4`; nil where the symbol prints none, or an impossible one.
    var year: Int? {
        let bracketed =
            symbol.hasSuffix(")") ? symbol.lastIndex(of: "(").map { symbol[$0...].dropFirst().dropLast() } : nil
        // The last part counts the texts of a series: resolution 1960 is not of 1960.
        let parts = bracketed.map { [$0] } ?? symbol.split(separator: "/").dropLast()
        return parts.lazy.filter { $0.utf8.count == 4 }.compactMap { Int($0) }.first { (1946...2100).contains($0) }
    }

    /// The organ's letters: `S`, `A/HRC`; nil where the symbol is not of that form.
    static func organ(of symbol: String) -> String? {
        for series in ["/RES/", "/PRST/"] {
            if let range = symbol.firstRange(of: series) { return String(symbol[..<range.lowerBound]) }
        }
        return nil
    }

    /// `Security Council resolution 2331 (2016)`.
    /// - Parameter bodies: names of bodies by their organ's letters.
    static func title(_ symbol: String, kind: Decision.Kind, bodies: [String: String]) -> String {
        guard let organ = organ(of: symbol), let body = bodies[organ] else {
            if kind == .presidentialStatement { return "Presidential statement \(symbol)" }
            return symbol.contains("/L.") ? "Draft resolution \(symbol)" : "Resolution \(symbol)"
        }
        let number = symbol.dropFirst(organ.count + (kind == .resolution ? "/RES/" : "/PRST/").count)
        return "\(body) \(kind == .resolution ? "resolution" : "presidential statement") \(number)"
    }

    static let bodies = [
        "S": "Security Council", "A": "General Assembly", "E": "Economic and Social Council",
        "A/HRC": "Human Rights Council",
    ]
}

/// Order in which people count: digits by their value, `S/RES/242` before `S/RES/1325`.
enum NaturalOrder {
    static func precedes(_ a: String, _ b: String) -> Bool {
        let (first, second) = (Array(a.utf8), Array(b.utf8))
        var (i, j) = (0, 0)
        while i < first.count, j < second.count {
            let (x, y) = (number(first, &i), number(second, &j))
            if let x, let y {
                if x.count != y.count { return x.count < y.count }
                if x != y { return x.lexicographicallyPrecedes(y) }
            } else if x != nil || y != nil {
                return x != nil
            } else {
                if first[i] != second[j] { return first[i] < second[j] }
                i += 1
                j += 1
            }
        }
        return first.count - i == second.count - j ? a < b : first.count - i < second.count - j
    }

    /// The digits at a position, without leading zeros; nil, and the position kept, where none stand there.
    private static func number(_ bytes: [UInt8], _ position: inout Int) -> ArraySlice<UInt8>? {
        let digits = bytes[position...].prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        guard !digits.isEmpty else { return nil }
        position = digits.endIndex
        return digits.drop { $0 == UInt8(ascii: "0") }
    }
}
