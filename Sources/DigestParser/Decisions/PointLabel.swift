/// The label of a point under a paragraph of a decision: `(a)`, `(iv)`, `a.`, `i.`, `(1)`, or a dash.
struct PointLabel: Equatable {
    /// How a label may be counted. `(i)` is the ninth letter or the first Roman number: what came before decides.
    struct Reading: Equatable {
        var style: Style
        var ordinal: Int
    }

    enum Style: Equatable {
        case letterInBrackets, romanInBrackets, numberInBrackets, letterWithStop, romanWithStop, dash
    }

    let printed: String
    let readings: [Reading]

    /// Reads a label at a place in a paragraph; also where the words after it begin.
    static func read(_ bytes: [UInt8], at start: Int) -> (PointLabel, Int)? {
        guard start < bytes.count else { return nil }
        if let dash = dash(bytes, at: start) { return dash }
        let bracketed = bytes[start] == Ascii.openParenthesis
        let body = bracketed ? start + 1 : start
        var next = body
        while next < bytes.count, next - body < 6, Ascii.isAlphanumeric(bytes[next]) { next += 1 }
        guard next > body, next < bytes.count, next - body < 6 else { return nil }
        let core = Array(bytes[body..<next])
        let stop = bytes[next]
        let closed = stop == Ascii.closeParenthesis || (!bracketed && stop == Ascii.period)
        guard closed, bracketed || (next + 1 < bytes.count && Typography.spaceWidth(bytes, at: next + 1) != nil) else {
            return nil
        }
        let readings = readings(of: core, withStop: !bracketed)
        guard !readings.isEmpty else { return nil }
        return (PointLabel(printed: String(decoding: bytes[start...next], as: UTF8.self), readings: readings), next + 1)
    }

    private static func dash(_ bytes: [UInt8], at start: Int) -> (PointLabel, Int)? {
        let width =
            [Typography.enDash, Typography.emDash, Typography.bullet].contains {
                Typography.has($0, in: bytes, at: start)
            } ? 3 : 1
        guard width == 3 || bytes[start] == Ascii.hyphen || bytes[start] == Ascii.asterisk else { return nil }
        guard Typography.spaceWidth(bytes, at: start + width) != nil else { return nil }
        let printed = String(decoding: bytes[start..<start + width], as: UTF8.self)
        return (PointLabel(printed: printed, readings: [Reading(style: .dash, ordinal: 0)]), start + width)
    }

    private static func readings(of core: [UInt8], withStop: Bool) -> [Reading] {
        var readings: [Reading] = []
        let lower = core.map(Ascii.lowered)
        if !withStop, let number = Int(String(decoding: core, as: UTF8.self)) {
            return [Reading(style: .numberInBrackets, ordinal: number)]
        }
        // `A.` stands before a section's title; only small letters label a point with a stop.
        guard lower.allSatisfy(Ascii.isLower), !withStop || core == lower else { return [] }
        if let roman = roman(lower) {
            readings.append(Reading(style: withStop ? .romanWithStop : .romanInBrackets, ordinal: roman))
        }
        // After (z) come (aa), (bb).
        if Set(lower).count == 1, lower.count <= 2 {
            let ordinal = Int(lower[0] - Ascii.lowerA) + 1 + (lower.count - 1) * 26
            readings.append(Reading(style: withStop ? .letterWithStop : .letterInBrackets, ordinal: ordinal))
        }
        return readings
    }

    private static func roman(_ letters: [UInt8]) -> Int? {
        let values: [UInt8: Int] = [UInt8(ascii: "i"): 1, UInt8(ascii: "v"): 5, UInt8(ascii: "x"): 10]
        var total = 0
        var previous = 0
        for letter in letters.reversed() {
            guard let value = values[letter] else { return nil }
            total += value < previous ? -value : value
            previous = max(previous, value)
        }
        return total > 0 ? total : nil
    }
}
