import Diagnostics
import SiteGenerator

/// What a check found, in a line or as data.
struct CheckSummary {
    let report: CheckReport
    /// Whether warnings fail.
    let isStrict: Bool

    static let format = "rapporteur.check/1"

    var isFailure: Bool {
        report.diagnostics.contains { $0.severity == .error || isStrict && $0.severity == .warning }
    }

    private func count(_ severity: Diagnostic.Severity) -> Int {
        report.diagnostics.count { $0.severity == severity }
    }

    var text: String {
        let looked = [
            Amount(report.digests, "digest"), Amount(report.pages, "page"), Amount(report.links, "link"),
        ].map(\.description).joined(separator: ", ")
        let found = [(count(.error), "error"), (count(.warning), "warning"), (count(.note), "note")]
            .filter { $0.0 > 0 }.map { Amount($0.0, $0.1).description }
        return "\(looked) checked: \(found.isEmpty ? "nothing found" : found.joined(separator: ", "))"
    }

    var json: [UInt8] {
        var json = JSONWriter(layout: .indented)
        json.object { json in
            json.member("format", Self.format)
            json.member("succeeded", !isFailure)
            json.object("checked") { json in
                json.member("digests", report.digests)
                json.member("pages", report.pages)
                json.member("links", report.links)
            }
            json.object("found") { json in
                json.member("errors", count(.error))
                json.member("warnings", count(.warning))
                json.member("notes", count(.note))
            }
            json.diagnostics("diagnostics", report.diagnostics)
        }
        return json.bytes + [UInt8(ascii: "\n")]
    }
}
