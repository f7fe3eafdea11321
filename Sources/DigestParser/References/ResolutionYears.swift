/// The years a resolution of the Security Council can be of: one sequence of numbers since 1946.
enum ResolutionYears {
    /// The number of the last resolution of each year from 1946; public record of the Council.
    private static let last = [
        15, 37, 68, 78, 89, 96, 98, 103, 105, 110, 121, 129, 132, 133, 160, 169, 177, 185, 199, 219, 232, 245, 262, 275,
        291, 307, 324, 344, 366, 384, 402, 422, 443, 461, 484, 499, 529, 545, 559, 580, 593, 606, 626, 646, 683, 725,
        799, 892, 969, 1035, 1092, 1146, 1219, 1284, 1334, 1386, 1454, 1521, 1580, 1651, 1738, 1794, 1859, 1907, 1966,
        2032, 2085, 2132, 2195, 2259, 2336, 2397, 2451, 2503, 2560, 2617, 2671, 2721, 2767,
    ]
    /// Where the turn of a year is not certain to the number, both years are possible.
    private static let slack = 3

    /// False when a resolution of that number cannot be of that year.
    static func isPossible(number: Int, year: Int) -> Bool {
        guard (1946...2199).contains(year) else { return false }
        let index = year - 1946
        let lower = index == 0 ? 1 : last[min(index, last.count) - 1] + 1
        guard number >= lower - slack else { return false }
        return index >= last.count || number <= last[index] + slack
    }

    /// The year of a number, where only one is possible.
    static func year(of number: Int) -> Int? {
        guard number > 0, let index = last.firstIndex(where: { number <= $0 }) else { return nil }
        let before = index == 0 ? 0 : last[index - 1]
        return number > before + slack && number <= last[index] - slack ? 1946 + index : nil
    }
}
