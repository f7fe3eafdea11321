import Diagnostics

/// A place a site can be published to, as its owner declares it under `publish`.
package struct PublishTarget: Sendable, Equatable {
    package var name: String
    package var destination: Destination
    /// More deletions than this in one go need a confirmation.
    package var maxDeletes: Int?
    package var hostFiles = HostFiles()

    package init(
        name: String, destination: Destination, maxDeletes: Int? = nil, hostFiles: HostFiles = HostFiles()
    ) {
        self.name = name
        self.destination = destination
        self.maxDeletes = maxDeletes
        self.hostFiles = hostFiles
    }

    package enum Destination: Sendable, Equatable {
        /// A folder, absolute or relative to the site's; what is in the making, and what was replaced, is kept in
        /// `aside`, or else in a folder beside it.
        case folder(path: String, aside: String?)
        /// What rsync takes: `user@host:/var/www/digests`.
        case rsync(to: String)
        /// A branch of a git repository: `origin` or an address, and `gh-pages`.
        case git(remote: String, branch: String)
        /// What rclone takes: `remote:bucket/path`.
        case rclone(to: String)
    }

    package enum Kind: String, CaseIterable, Sendable {
        case folder, rsync, git, rclone

        /// The keys this kind needs, with an example of each.
        package var keys: [(key: String, example: String)] {
            switch self {
            case .folder: [("path", "/var/www/digests")]
            case .rsync: [("to", "user@example.org:/var/www/digests")]
            case .git: [("remote", "origin"), ("branch", "gh-pages")]
            case .rclone: [("to", "remote:bucket/digests")]
            }
        }

        /// The keys it may have besides.
        package var optionalKeys: [String] {
            (self == .folder ? ["aside"] : []) + ["maxDeletes"] + HostFiles.keys
        }
    }

    static func read(_ json: PlacedJSON, _ decoder: inout PlacedJSONDecoder) -> [PublishTarget] {
        guard let targets = decoder.object(json, named: "\"publish\"") else { return [] }
        return targets.members.compactMap { target($0, &decoder) }
    }

    private static func target(
        _ member: PlacedJSON.Member, _ decoder: inout PlacedJSONDecoder
    ) -> PublishTarget? {
        let name = "the target \"\(member.key)\""
        let kinds = Kind.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
        guard let any = decoder.object(member.value, named: name),
            let kindJSON = decoder.require("kind", of: any, suggestion: "Write \"kind\" as one of \(kinds)."),
            let kindName = decoder.string(kindJSON, named: "\"kind\"")
        else { return nil }
        guard let kind = Kind(rawValue: kindName) else {
            decoder.report(
                "unknown-target-kind", at: kindJSON.place, "there is no kind of target called \"\(kindName)\"",
                suggestion: "Write one of \(kinds).")
            return nil
        }
        let keys = ["kind"] + kind.keys.map(\.key) + kind.optionalKeys
        guard let object = decoder.object(member.value, named: name, keys: keys) else { return nil }
        let values = kind.keys.compactMap { value($0.key, example: $0.example, of: object, &decoder) }
        let aside = object["aside"].flatMap { value($0, example: asideExample, &decoder) }
        let hostFiles = HostFiles.read(object, &decoder)
        let maxDeletes = decoder.integer("maxDeletes", of: object)
        if let maxDeletes, maxDeletes < 0, let json = object["maxDeletes"] {
            decoder.report(
                "wrong-max-deletes", at: json.place, "\"maxDeletes\" is less than none",
                suggestion: "Write 0 or more.")
        }
        guard values.count == kind.keys.count else { return nil }
        let destination: Destination =
            switch kind {
            case .folder: .folder(path: values[0], aside: aside)
            case .rsync: .rsync(to: values[0])
            case .git: .git(remote: values[0], branch: values[1])
            case .rclone: .rclone(to: values[0])
            }
        return PublishTarget(
            name: member.key, destination: destination, maxDeletes: maxDeletes, hostFiles: hostFiles)
    }

    private static let asideExample = ("aside", "/var/lib/digests")

    private static func value(
        _ key: String, example: String, of object: PlacedJSONDecoder.Object, _ decoder: inout PlacedJSONDecoder
    ) -> String? {
        decoder.require(key, of: object, suggestion: "Write it like \"\(key)\": \"\(example)\".")
            .flatMap { value($0, example: (key, example), &decoder) }
    }

    /// A value is handed to a program as an argument: one that begins with a hyphen would be read as an option.
    private static func value(
        _ json: PlacedJSON, example: (key: String, value: String), _ decoder: inout PlacedJSONDecoder
    ) -> String? {
        guard let text = decoder.string(json, named: "\"\(example.key)\"") else { return nil }
        guard !text.isEmpty, !text.hasPrefix("-"), !text.utf8.contains(where: { $0 < 0x20 }) else {
            decoder.report(
                "wrong-target", at: json.place, "\"\(text)\" is nothing to publish to",
                suggestion: "Write it like \"\(example.key)\": \"\(example.value)\".")
            return nil
        }
        return text
    }
}
