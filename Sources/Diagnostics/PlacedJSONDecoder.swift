/// Reads values of the expected kinds out of a `PlacedJSON`, and gathers a diagnostic with its place for each
/// that is not: an unknown key (with the nearest right one), a missing one, a value of the wrong kind.
///
/// Every method goes on after a fault, so that one reading tells all of them.
package struct PlacedJSONDecoder: Sendable {
    /// As the user names it.
    package let file: String
    package private(set) var diagnostics: [Diagnostic] = []

    package init(file: String) { self.file = file }

    /// An object whose keys were checked.
    package struct Object: Sendable {
        /// What the object is, as a message names it: `site.json`, `the target "web"`.
        package let name: String
        package let place: PlacedJSON.Place
        package let members: [PlacedJSON.Member]

        package subscript(key: String) -> PlacedJSON? { members.first { $0.key == key }?.value }
    }

    /// Says what is wrong with a value, at its place.
    package mutating func report(
        _ id: String, at place: PlacedJSON.Place, severity: Diagnostic.Severity = .error, _ message: String,
        suggestion: String
    ) {
        diagnostics.append(
            Diagnostic(
                id: id, severity: severity, file: file, lines: place.line...place.line, column: place.column,
                length: place.length, message: message, suggestion: suggestion))
    }

    /// An object that may hold these keys and no others.
    /// - Returns: nil (and a diagnostic) when the value is no object; unknown keys are reported and left out.
    package mutating func object(_ json: PlacedJSON, named name: String, keys: [String]) -> Object? {
        guard let object = object(json, named: name) else { return nil }
        let known = object.members.filter { keys.contains($0.key) }
        for member in object.members where !keys.contains(member.key) {
            report(
                "json-unknown-key", at: member.keyPlace, "\(name) has no key \"\(member.key)\"",
                suggestion: suggestion(for: member.key, among: keys))
        }
        return Object(name: name, place: object.place, members: known)
    }

    /// An object whose keys are the owner's own names.
    package mutating func object(_ json: PlacedJSON, named name: String) -> Object? {
        guard case .object(let members) = json.value else {
            reportKind(json, of: name, expected: "an object", example: "{ … }")
            return nil
        }
        return Object(name: name, place: json.place, members: members)
    }

    /// The text at a key; nil when it is not there.
    package mutating func string(_ key: String, of object: Object) -> String? {
        object[key].flatMap { string($0, named: "\"\(key)\"") }
    }

    package mutating func string(_ json: PlacedJSON, named name: String) -> String? {
        guard case .string(let text) = json.value else {
            reportKind(json, of: name, expected: "a text", example: "\"…\"")
            return nil
        }
        return text
    }

    /// The list of texts at a key; nil when it is not there.
    package mutating func strings(_ key: String, of object: Object) -> [String]? {
        list(key, of: object)?.compactMap { string($0, named: "an entry of \"\(key)\"") }
    }

    /// The whole number at a key; nil when it is not there.
    package mutating func integer(_ key: String, of object: Object) -> Int? {
        guard let json = object[key] else { return nil }
        guard let integer = json.integer else {
            reportKind(json, of: "\"\(key)\"", expected: "a whole number", example: "12")
            return nil
        }
        return integer
    }

    /// The truth value at a key; nil when it is not there.
    package mutating func bool(_ key: String, of object: Object) -> Bool? {
        guard let json = object[key] else { return nil }
        guard case .bool(let value) = json.value else {
            reportKind(json, of: "\"\(key)\"", expected: "true or false", example: "true")
            return nil
        }
        return value
    }

    /// The list at a key; nil when it is not there.
    package mutating func list(_ key: String, of object: Object) -> [PlacedJSON]? {
        guard let json = object[key] else { return nil }
        guard case .array(let entries) = json.value else {
            reportKind(json, of: "\"\(key)\"", expected: "a list", example: "[ … ]")
            return nil
        }
        return entries
    }

    /// The value at a key that must be there; nil (and a diagnostic) when it is not.
    package mutating func require(_ key: String, of object: Object, suggestion: String) -> PlacedJSON? {
        if let json = object[key] { return json }
        report("json-missing-key", at: object.place, "\(object.name) has no \"\(key)\"", suggestion: suggestion)
        return nil
    }

    private mutating func reportKind(_ json: PlacedJSON, of name: String, expected: String, example: String) {
        report(
            "json-wrong-type", at: json.place, "\(name) should be \(expected), not \(json.kindName)",
            suggestion: "Write it as \(example).")
    }

    private func suggestion(for key: String, among keys: [String]) -> String {
        if let nearest = NearestName.of(key, among: keys) { return "Write \"\(nearest)\", or remove it." }
        return "Remove it; the keys known here are \(keys.sorted().map { "\"\($0)\"" }.joined(separator: ", "))."
    }
}
