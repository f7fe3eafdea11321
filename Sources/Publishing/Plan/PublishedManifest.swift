import Diagnostics
import SiteGenerator

/// The record of what is live, kept in the target itself: which files there are the site's, and which bytes they have.
///
/// While files are sent it says of each that is being added, replaced or deleted that its bytes are not known, so that
/// whatever happens on the way the next publish looks after them. Only files it lists are ever deleted.
package struct PublishedManifest: Sendable, Equatable {
    package var files: [OutputPath: Entry]

    package struct Entry: Sendable, Equatable {
        package var state: State
        /// The size of the file, or of the one on its way.
        package var bytes: Int
    }

    package enum State: Sendable, Equatable {
        case standing(ContentID)
        /// There, but its bytes may be the old or the new ones.
        case changing
        /// Perhaps there: on its way in or out.
        case uncertain

        var content: ContentID? { if case .standing(let content) = self { content } else { nil } }
    }

    /// Its place in the target.
    package static let name = ".rapporteur-manifest.json"
    private static let format = "rapporteur.published/1"

    init(files: [OutputPath: Entry] = [:]) { self.files = files }

    /// Whether nothing was left on its way.
    var isSettled: Bool { files.values.allSatisfy { $0.state.content != nil } }

    // MARK: JSON

    /// The same bytes for the same files.
    var json: [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.member("format", Self.format)
            json.array("files", files.sorted { $0.key < $1.key }) { json, file in
                json.object { json in
                    json.member("path", file.key.text)
                    json.member("content", file.value.state.content?.text)
                    json.member("exists", file.value.state != .uncertain)
                    json.member("bytes", file.value.bytes)
                }
            }
        }
        return json.bytes + [UInt8(ascii: "\n")]
    }

    /// - Parameter place: how a message names the file.
    /// - Throws: what is wrong with it. A path that leads out of the target is never accepted.
    init(json bytes: [UInt8], place: String) throws(DiagnosticError) {
        let json = try PlacedJSON(file: place, bytes: bytes)
        var decoder = PlacedJSONDecoder(file: place)
        files = [:]
        guard let object = decoder.object(json, named: "the record", keys: ["format", "files"]),
            decoder.string("format", of: object) == Self.format, let list = decoder.list("files", of: object)
        else { throw Self.unreadable(place) }
        files.reserveCapacity(list.count)
        for json in list {
            guard let object = decoder.object(json, named: "a file", keys: ["path", "content", "exists", "bytes"]),
                let path = decoder.string("path", of: object).flatMap({ OutputPath($0) }),
                let exists = decoder.bool("exists", of: object), let bytes = decoder.integer("bytes", of: object),
                let state = Self.state(object["content"]?.value, exists: exists)
            else { throw Self.unreadable(place) }
            files[path] = Entry(state: state, bytes: bytes)
        }
        guard decoder.diagnostics.isEmpty else { throw Self.unreadable(place) }
    }

    private static func state(_ content: PlacedJSON.Value?, exists: Bool) -> State? {
        switch content {
        case .null: exists ? .changing : .uncertain
        case .string(let text) where exists: ContentID(text: text).map(State.standing)
        default: nil
        }
    }

    private static func unreadable(_ place: String) -> DiagnosticError {
        DiagnosticError(
            Diagnostic(
                id: "unreadable-record", severity: .error, file: place,
                message: "the record of what is live cannot be read: it is damaged, or of a later version",
                suggestion: "Use the version that wrote it, or remove it and publish again with --confirm."))
    }
}
