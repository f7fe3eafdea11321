import Testing

@testable import SiteGenerator

@Suite struct PictureTests {
    private func picture(_ dates: [String?]) -> BarChart? {
        BarChart(title: "Statements over time", counting: "statement", dates: dates)
    }

    @Test func `months are bars from the first to the last, as high as they are full`() throws {
        let chart = try #require(picture(["2031-03-01", "2031-01-15", "2031-03-30", "2031-03"]))
        #expect(chart.bars.map(\.name) == ["January 2031", "March 2031"])
        #expect(chart.bars.map(\.count) == ["1", "3"])
        #expect(chart.bars[0].height * 3 <= chart.bars[1].height + 2 && chart.bars[1].y + chart.bars[1].height == 100)
        #expect(chart.period == "Month" && chart.unit == "Statements")
        #expect(chart.summary == "January 2031 to March 2031. Most in March 2031: 3 statements.")
    }

    @Test func `what spans more than ten years is told year by year`() throws {
        let chart = try #require(picture(["1999-02-01", "1999-11-01", "2012-05-01"]))
        #expect(chart.bars.map(\.name) == ["1999", "2012"])
        #expect(chart.period == "Year")
    }

    @Test func `what has no known date is not drawn, and the picture says so`() throws {
        let chart = try #require(picture(["2031-01-15", nil, "2031-02-01", "2031"]))
        #expect(chart.bars.count == 2)
        #expect(chart.summary.hasSuffix(" Not shown: 2 statements without a known date."))
    }

    @Test func `a single bar compares nothing and is no picture`() {
        #expect(picture(["2031-01-15", "2031-01-16", nil]) == nil)
        #expect(picture([]) == nil)
    }

    @Test func `years below the bars keep apart on a narrow page`() throws {
        let chart = try #require(picture((1...90).map { "20\($0 + 9)-06-01" }))
        #expect(chart.ticks.count >= 3 && chart.ticks.count <= 7)
        #expect(chart.ticks.first?.label == "2010")
    }

    @Test func `bars end where the picture ends`() throws {
        let chart = try #require(picture(["2031-01-15", "2031-02-15", "2031-03-15", "2031-04-15", "2031-05-15"]))
        let edges = chart.bars.compactMap { bar -> Double? in
            guard let x = Double(bar.x.dropLast()), let width = Double(bar.width.dropLast()) else { return nil }
            return x + width
        }
        #expect(edges.count == 5)
        #expect(edges.allSatisfy { $0 <= 100 })
    }
}
