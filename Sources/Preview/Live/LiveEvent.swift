import Diagnostics

/// What a browser is told about the site it shows.
enum LiveEvent: Sendable, Equatable {
    /// The site is as it should be.
    /// - edition: which state of it this is.
    /// - before: the state that `changed` starts from; nil when that is not known.
    /// - home: the path the site is served at.
    /// - changed: the files that differ, by path from the site's root.
    case site(edition: String, before: String?, home: String, changed: [String])
    /// It cannot be built.
    case faults([LiveSite.Fault])
    /// Nothing new: keeps the connection alive, and shows the server which have gone.
    case heartbeat

    /// More changes than that are told as “everything”.
    private static let mostChanges = 1000

    /// As an event of the stream that browsers know as `EventSource` (HTML standard, section 9.2).
    var bytes: [UInt8] {
        switch self {
        case .heartbeat: return Array(":\n\n".utf8)
        case .site(let edition, let before, let home, let changed):
            return event("site") { json in
                json.member("edition", edition)
                json.member("before", changed.count > Self.mostChanges ? nil : before)
                json.member("home", home)
                json.member("changed", changed.count > Self.mostChanges ? [] : changed)
            }
        case .faults(let faults):
            return event("faults") { json in
                json.array("faults", faults) { json, fault in
                    json.object { json in
                        json.member("place", fault.place)
                        json.member("message", fault.message)
                        json.member("excerpt", fault.excerpt)
                        json.member("suggestion", fault.suggestion)
                        json.member("id", fault.id)
                    }
                }
            }
        }
    }

    /// Compact JSON has no line end in it, so that it is one line of data.
    private func event(_ name: String, _ members: (inout JSONWriter) -> Void) -> [UInt8] {
        var json = JSONWriter(layout: .compact)
        json.object(members)
        return Array("event: \(name)\ndata: ".utf8) + json.bytes + Array("\n\n".utf8)
    }
}
