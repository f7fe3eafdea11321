import Diagnostics

extension PublishPlan {
    private static let format = "rapporteur.publish/1"

    /// The plan as data, described in `Documentation/Publishing.md`.
    /// - Parameters:
    ///   - isDone: whether it was carried out.
    ///   - diagnostics: what there is to tell.
    package func json(isDone: Bool, diagnostics: [Diagnostic]) -> [UInt8] {
        var json = JSONWriter(layout: .indented)
        json.object { json in
            json.member("format", Self.format)
            json.member("succeeded", true)
            json.member("published", isDone)
            json.object("target") { json in
                json.member("name", target.name)
                json.member("kind", target.destination.kind.rawValue)
                json.member("address", target.shownAddress)
            }
            json.member("rollback", isRollback)
            for (key, items) in [("added", added), ("changed", changed), ("deleted", deleted)] {
                json.array(key, items) { json, item in
                    json.object { json in
                        json.member("path", item.path.text)
                        json.member("bytes", item.bytes)
                    }
                }
            }
            json.member("left", left.map(\.text))
            json.member("unchanged", unchanged)
            json.member("bytes", bytes)
            json.member("confirm", doubts.map(\.id))
            json.diagnostics("diagnostics", diagnostics)
        }
        return json.bytes + [UInt8(ascii: "\n")]
    }

    /// Why nothing, or not everything, was published, as data.
    package static func json(failure diagnostics: [Diagnostic]) -> [UInt8] {
        var json = JSONWriter(layout: .indented)
        json.object { json in
            json.member("format", format)
            json.member("succeeded", false)
            json.diagnostics("diagnostics", diagnostics)
        }
        return json.bytes + [UInt8(ascii: "\n")]
    }

    /// The plan for people: a line for each file, and a summary.
    /// - Parameter limit: how many files of a kind are named before the rest is only counted.
    package func text(limit: Int) -> String {
        var lines: [String] = []
        for (sign, items) in [("+", added), ("~", changed), ("-", deleted)] {
            lines += items.prefix(limit).map { "\(sign) \($0.path.text)  \(Self.size($0.bytes))" }
            if items.count > limit { lines.append("\(sign) … and \(items.count - limit) more") }
        }
        lines += left.map { "= \($0.text)  stays: it differs from a new file in letter case only" }
        lines.append(summary)
        return lines.joined(separator: "\n") + "\n"
    }

    /// `web: 3 added, 2 changed, 1 deleted, 120 unchanged; 14 kB to send`.
    package var summary: String {
        "\(target.name): \(added.count) added, \(changed.count) changed, \(deleted.count) deleted, "
            + "\(unchanged) unchanged; \(Self.size(bytes)) to send"
    }

    private static func size(_ bytes: Int) -> String {
        switch bytes {
        case ..<1000: "\(bytes) B"
        case ..<1_000_000: "\((bytes + 500) / 1000) kB"
        default: "\((bytes + 500_000) / 1_000_000) MB"
        }
    }
}
