import Foundation

/// A State as the shipped table knows it.
package struct State: Sendable, Hashable {
    package enum Standing: String, Sendable, Hashable { case member, observer }

    /// ISO 3166-1 alpha-3.
    package var code: String
    package var standing: Standing
    /// The short form digests print: `Russian Federation`, `Viet Nam`.
    package var name: String
    package var formalName: String
    package var otherNames: [String]
}

/// Names of States, so that a role that ends in one (`Deputy Minister for Foreign Affairs of Ukraine`) can be
/// read, and `Turkey` and `Türkiye` meet on one page.
///
/// Data, not code: `Data/states.tsv`, carried inside the program; a site's registry adds to it.
package struct StateTable: Sendable {
    package let states: [State]
    private let byName: [String: Int]

    package init(states: [State]) {
        self.states = states
        var byName: [String: Int] = [:]
        for (index, state) in states.enumerated() {
            for name in [state.name, state.formalName] + state.otherNames where byName[Self.key(name)] == nil {
                byName[Self.key(name)] = index
            }
        }
        self.byName = byName
    }

    /// The State of that name, whatever its letter case, diacritics, apostrophes or leading article.
    package func state(named name: String) -> State? { state(key: Self.key(name)) }

    /// - Parameter key: of its name.
    package func state(key: String) -> State? { byName[key].map { states[$0] } }

    /// What names come down to that differ in nothing but letter case, diacritics, apostrophes and a leading article.
    package static func key(_ name: String) -> String {
        let slug = Slug.make(name)
        return slug.hasPrefix("the-") ? String(slug.dropFirst(4)) : slug
    }

    package static let shipped: StateTable = {
        let table = EmbeddedFiles.all.first { $0.path.hasSuffix("states.tsv") }
        let text = table.flatMap { Data(base64Encoded: $0.base64) }.map { String(decoding: $0, as: UTF8.self) } ?? ""
        return StateTable(states: text.split(separator: "\n").compactMap(state(row:)))
    }()

    private static func state(row: Substring) -> State? {
        let fields = row.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        guard fields.count == 5, let standing = State.Standing(rawValue: fields[1]) else { return nil }
        let others = fields[4].split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
        return State(code: fields[0], standing: standing, name: fields[2], formalName: fields[3], otherNames: others)
    }
}
