import Diagnostics
import SiteGenerator

/// What a build did, in a few words or as data.
struct BuildSummary {
    let report: BuildReport
    let duration: Duration

    static let format = "rapporteur.build/1"

    var text: String {
        let figures = report.figures
        let counts = [
            Amount(figures.meetings, "meeting"), Amount(figures.turns, "statement"), Amount(figures.persons, "speaker"),
            Amount(figures.delegations, "delegation"), Amount(figures.decisions, "decision"),
        ]
        let files = [
            "\(Amount.grouped(report.output.written)) written", "\(Amount.grouped(report.output.unchanged)) unchanged",
            "\(Amount.grouped(report.output.deleted)) deleted",
        ]
        let told = [
            (report.diagnostics.count { $0.severity == .warning }, "warning"),
            (report.diagnostics.count { $0.severity == .note }, "note"),
        ].filter { $0.0 > 0 }.map { Amount($0.0, $0.1).description }
        return """
            \(counts.map(\.description).joined(separator: ", "))
            \(Amount(report.pages, "page")) in \(Self.seconds(duration)): \(files.joined(separator: ", "))\
            \(told.isEmpty ? "" : "\n" + told.joined(separator: ", "))
            """
    }

    /// Tables of what took how long.
    var timings: String {
        var text = "\nStages (on the clock)\n"
        for (stage, duration) in report.stages { text += Self.row(stage.rawValue, duration) }
        text += "\nOn the disk\n"
        text += "\(Self.megabytes(report.output.bytes))  the site\n"
        text += "\(Self.megabytes(report.output.books))  what the next build must know\n"
        if report.timings.templates.isEmpty { return text + "\nNo page was made.\n" }
        text += "\nTemplates (all threads together)\n"
        for (template, pages, duration) in report.timings.templates {
            text += Self.row(template, duration, Amount(pages, "page").description)
        }
        text += "\nSlowest pages\n"
        for (path, duration) in report.timings.slowest { text += Self.row(path, duration) }
        return text
    }

    private static func megabytes(_ bytes: Int) -> String {
        let tenths = (bytes + 50_000) / 100_000
        let number = "\(tenths / 10).\(tenths % 10)"
        return String(repeating: " ", count: max(1, 10 - number.count)) + number + " MB"
    }

    private static func row(_ name: String, _ duration: Duration, _ note: String = "") -> String {
        let milliseconds = String(Int((duration / .milliseconds(1)).rounded()))
        let space = String(repeating: " ", count: max(1, 10 - milliseconds.count))
        return "\(space)\(milliseconds) ms  \(name)\(note.isEmpty ? "" : " (\(note))")\n"
    }

    /// What a build after a change did, in one line.
    var change: String {
        let output = report.output
        let files = [(output.written, "written"), (output.deleted, "deleted")].filter { $0.0 > 0 }
            .map { "\(Amount.grouped($0.0)) \($0.1)" }
        return "Built again in \(Self.seconds(duration)): \(files.joined(separator: ", "))"
    }

    var json: [UInt8] {
        var json = JSONWriter(layout: .indented)
        json.object { json in
            json.member("format", Self.format)
            json.member("succeeded", true)
            json.object("figures") { json in
                json.member("meetings", report.figures.meetings)
                json.member("statements", report.figures.turns)
                json.member("speakers", report.figures.persons)
                json.member("delegations", report.figures.delegations)
                json.member("decisions", report.figures.decisions)
            }
            json.member("pages", report.pages)
            json.object("files") { json in
                json.member("written", report.output.written)
                json.member("unchanged", report.output.unchanged)
                json.member("deleted", report.output.deleted)
                json.member("bytes", report.output.bytes)
                json.member("bookBytes", report.output.books)
            }
            json.member("seconds", Self.number(duration))
            json.object("stages") { json in
                for (stage, duration) in report.stages { json.member(stage.rawValue, Self.number(duration)) }
            }
            json.diagnostics("diagnostics", report.diagnostics)
        }
        return json.bytes + [UInt8(ascii: "\n")]
    }

    static func json(failure diagnostics: [Diagnostic]) -> [UInt8] {
        var json = JSONWriter(layout: .indented)
        json.object { json in
            json.member("format", format)
            json.member("succeeded", false)
            json.diagnostics("diagnostics", diagnostics)
        }
        return json.bytes + [UInt8(ascii: "\n")]
    }

    /// Seconds to the millisecond.
    private static func number(_ duration: Duration) -> Double { (duration / .milliseconds(1)).rounded() / 1000 }

    private static func seconds(_ duration: Duration) -> String {
        let hundredths = Int((duration / .milliseconds(10)).rounded())
        let fraction = hundredths % 100
        return "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction) s"
    }
}
