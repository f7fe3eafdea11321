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
        let parts = symbol.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        for series in ["RES", "PRST"] {
            let place = parts.dropFirst().dropLast().firstIndex { $0.elementsEqual(series.utf8) }
            if let place { return String(symbol[..<parts[place - 1].endIndex]) }
        }
        return nil
    }

    /// `Security Council resolution 2331 (2016)`.
    /// - Parameter bodies: names of bodies by their organ's letters.
    static func title(_ symbol: String, kind: Decision.Kind, bodies: [String: String]) -> String {
        guard let organ = organ(of: symbol), let body = bodies[organ] else {
            if kind == .presidentialStatement { return "Presidential statement \(symbol)" }
            return symbol.utf8.contains("/L.".utf8) ? "Draft resolution \(symbol)" : "Resolution \(symbol)"
        }
        let number = symbol.dropFirst(organ.count + (kind == .resolution ? "/RES/" : "/PRST/").count)
        return "\(body) \(kind == .resolution ? "resolution" : "presidential statement") \(number)"
    }

    static let bodies = [
        "S": "Security Council", "A": "General Assembly", "E": "Economic and Social Council",
        "A/HRC": "Human Rights Council",
    ]
}
