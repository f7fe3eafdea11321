import Corpus
import Templating

/// How many of something there were in each month, or year by year where the months are too many: drawn as bars from
/// the first to the last, told as a sentence and as a table.
///
/// Places along the line are parts of the picture's width, so that it narrows with the page and its letters do not.
struct BarChart: TemplateRecord {
    let title: String
    /// The names of the table's two columns.
    let period: String
    let unit: String
    let summary: String
    /// In pixels; narrower where there is no room.
    let width: Int
    let bars: [Bar]
    let ticks: [Tick]

    /// More months than these are drawn as years.
    private static let mostMonths = 120
    /// Pixels from one bar to the next.
    static let slot = 28
    private static let reach = 92

    /// - Parameters:
    ///   - dates: in ISO 8601; those without a month are not drawn, and the summary says how many they are.
    ///   - one: what is counted: `statement`.
    /// - Returns: nil until two months are known: one bar compares nothing.
    init?(title: String, counting one: String, dates: some Sequence<String?>) {
        var counts: [Int: Int] = [:]
        var undated = 0
        for date in dates {
            let parts = date.map(Wording.numbers) ?? []
            if parts.count >= 2 { counts[parts[0] * 12 + parts[1] - 1, default: 0] += 1 } else { undated += 1 }
        }
        guard counts.count > 1, let months = Self.span(counts) else { return nil }
        let isYears = months.count > Self.mostMonths
        if isYears { counts = counts.reduce(into: [:]) { $0[$1.key / 12, default: 0] += $1.value } }
        guard let span = Self.span(counts), let most = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })
        else { return nil }
        self.title = title
        period = isYears ? "Year" : "Month"
        unit = one.prefix(1).uppercased() + one.dropFirst() + "s"
        let name = { (key: Int) in isYears ? String(key) : Wording.month(key) }
        summary =
            "\(name(span.lowerBound)) to \(name(span.upperBound))."
            + (most.value == 1 ? "" : " Most in \(name(most.key)): \(Wording.count(most.value, one)).")
            + (undated == 0 ? "" : " Not shown: \(Wording.count(undated, one)) without a known date.")
        let slots = max(span.count, 4)
        width = slots * Self.slot
        bars = counts.sorted { $0.key < $1.key }.map { key, count in
            let height = max(3, count * Self.reach / most.value)
            return Bar(
                x: Share(key - span.lowerBound, of: slots).text, y: 100 - height,
                width: Share(4, of: slots * 5).text, height: height, name: name(key), count: Wording.grouped(count))
        }
        ticks = Tick.all(over: span, slots: slots, isYears: isYears)
    }

    /// Somebody's statements over time.
    init?(of turns: [TurnRef], corpus: Corpus) {
        let dates = turns.lazy.map { corpus.outline(of: $0.meeting).date }
        self.init(title: "Statements over time", counting: "statement", dates: dates)
    }

    private static func span(_ counts: [Int: Int]) -> ClosedRange<Int>? {
        guard let first = counts.keys.min(), let last = counts.keys.max() else { return nil }
        return first...last
    }

    struct Bar: TemplateRecord {
        let x: String
        let y: Int
        let width: String
        let height: Int
        let name: String
        let count: String

        static let fields: TemplateFields<Self> = [
            .text("x", \.x, "in per cent"), .number("y", \.y), .text("width", \.width, "in per cent"),
            .number("height", \.height), .text("name", \.name), .text("count", \.count),
        ]
    }

    /// A year written below the bars.
    struct Tick: TemplateRecord {
        let x: String
        let label: String
        let isLast: Bool

        /// The years there is room for on a narrow page.
        static func all(over span: ClosedRange<Int>, slots: Int, isYears: Bool) -> [Tick] {
            let narrowest = min(slots * BarChart.slot, 300)
            let room = 48
            var ticks: [Tick] = []
            var free = 0
            for key in span where isYears || key == span.lowerBound || key % 12 == 0 {
                let place = key - span.lowerBound
                guard place * narrowest / slots >= free else { continue }
                free = place * narrowest / slots + room
                ticks.append(
                    Tick(
                        x: Share(place, of: slots).text, label: String(isYears ? key : key / 12),
                        isLast: narrowest - place * narrowest / slots < room - 12))
            }
            return ticks
        }

        static let fields: TemplateFields<Self> = [
            .text("x", \.x, "in per cent"), .text("label", \.label),
            .flag("isLast", \.isLast, "it stands at the right edge"),
        ]
    }

    static let fields: TemplateFields<Self> = [
        .text("title", \.title), .text("period", \.period), .text("unit", \.unit), .text("summary", \.summary),
        .number("width", \.width, "in pixels; narrower where there is no room"), .list("bars", \.bars),
        .list("ticks", \.ticks),
    ]
}

/// A part of a whole as SVG wants it: `12.50%`.
struct Share {
    let text: String

    init(_ part: Int, of whole: Int) {
        let hundredths = whole == 0 ? 0 : part * 10_000 / whole
        text = "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)%"
    }
}
