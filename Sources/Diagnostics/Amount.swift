/// A number with its noun: `1 page`, `2,000 pages`.
package struct Amount: CustomStringConvertible {
    package let description: String

    package init(_ count: Int, _ noun: String, plural: String? = nil) {
        description = Self.grouped(count) + " " + (count == 1 ? noun : plural ?? noun + "s")
    }

    package static func grouped(_ count: Int) -> String {
        var digits = String(count)
        var position = digits.count - 3
        while position > 0 {
            digits.insert(",", at: digits.index(digits.startIndex, offsetBy: position))
            position -= 3
        }
        return digits
    }
}
