import Diagnostics

/// Adds proposals to a registry's file. Every byte that the owner wrote stays where it is in the order it is in.
package struct RegistryAddition: Sendable {
    /// The file with the proposals in it.
    package let bytes: [UInt8]
    /// How many proposals are new; 0 leaves the file as it was.
    package let added: Int

    /// - Parameters:
    ///   - bytes: the file as it is; nil where there is none yet.
    ///   - file: as the user names it, for the diagnostics.
    /// - Throws: what is wrong with the registry as it is: only a good one is added to.
    package init(
        _ questions: [Registry.Proposal], to bytes: [UInt8]?, file: String
    ) throws(DiagnosticError) {
        let old = bytes ?? Array("{\n}\n".utf8)
        let registry = try Registry(file: file, bytes: old)
        let new = questions.filter { !registry.holds($0) }
        added = new.count
        guard !new.isEmpty else {
            self.bytes = old
            return
        }
        self.bytes = try RegistryText(bytes: old, root: PlacedJSON(file: file, bytes: old)).adding(new)
    }
}

/// A registry as text: where its lists end, and how its owner indents.
private struct RegistryText {
    let bytes: [UInt8]
    let root: PlacedJSON
    private let newline: String
    private let indent: String

    init(bytes: [UInt8], root: PlacedJSON) {
        self.bytes = bytes
        self.root = root
        let lineEnd = bytes.firstIndex(of: UInt8(ascii: "\n"))
        newline = lineEnd.map { $0 > 0 && bytes[$0 - 1] == UInt8(ascii: "\r") } ?? false ? "\r\n" : "\n"
        indent = Self.indent(of: root, in: bytes)
    }

    /// The white space before the first key, when it stands first on its line.
    private static func indent(of root: PlacedJSON, in bytes: [UInt8]) -> String {
        guard case .object(let members) = root.value, let first = members.first else { return "  " }
        let key = offset(of: first.keyPlace, in: bytes)
        let space = bytes[(key - first.keyPlace.column + 1)..<key]
        let isWhite = space.allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
        return isWhite && !space.isEmpty ? String(decoding: space, as: UTF8.self) : "  "
    }

    func adding(_ proposals: [Registry.Proposal]) -> [UInt8] {
        let entries = proposals.map(entry).joined(separator: "," + newline)
        let level = newline + indent
        guard case .object(let members) = root.value else { return bytes }
        guard let list = members.first(where: { $0.key == Registry.Key.proposals.rawValue })?.value else {
            let name = "\"\(Registry.Key.proposals.rawValue)\": ["
            return inserting(
                level + name + newline + entries + level + "]", before: newline,
                endOf: root, isEmpty: members.isEmpty)
        }
        guard case .array(let known) = list.value else { return bytes }
        return inserting(newline + entries, before: level, endOf: list, isEmpty: known.isEmpty)
    }

    /// Puts a text behind the last entry of a list or object.
    /// - Parameter ending: what parts the text from the closing bracket, where nothing on a new line does so yet.
    private func inserting(_ text: String, before ending: String, endOf value: PlacedJSON, isEmpty: Bool) -> [UInt8] {
        let close = closing(of: Self.offset(of: value.place, in: bytes))
        var end = close
        while end > 0, bytes[end - 1] <= 0x20 { end -= 1 }
        let space = bytes[end..<close]
        let tail = space.contains(UInt8(ascii: "\n")) ? Array(space) : Array(ending.utf8)
        return bytes[..<end] + Array(((isEmpty ? "" : ",") + text).utf8) + tail + bytes[close...]
    }

    /// Where the bracket stands that closes the one at an offset. The file is JSON: `root` was read from it.
    private func closing(of start: Int) -> Int {
        var depth = 0
        var isText = false
        var index = start
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "\\") where isText: index += 1
            case UInt8(ascii: "\""): isText.toggle()
            case UInt8(ascii: "{") where !isText, UInt8(ascii: "[") where !isText: depth += 1
            case UInt8(ascii: "}") where !isText, UInt8(ascii: "]") where !isText:
                depth -= 1
                if depth == 0 { return index }
            default: break
            }
            index += 1
        }
        return bytes.count - 1
    }

    private static func offset(of place: PlacedJSON.Place, in bytes: [UInt8]) -> Int {
        var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        for _ in 1..<max(place.line, 1) {
            start = bytes[start...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? start
        }
        return start + place.column - 1
    }

    // MARK: An entry

    private func entry(_ proposal: Registry.Proposal) -> String {
        let inner = indent + indent
        let people = proposal.people.map { inner + indent + indent + person($0) }
        return [
            inner + "{",
            inner + indent + "\"same\": null,",
            inner + indent + "\"because\": \(quoted(proposal.because ?? "")),",
            inner + indent + "\"people\": [",
            people.joined(separator: "," + newline),
            inner + indent + "]",
            inner + "}",
        ].joined(separator: newline)
    }

    private func person(_ person: Registry.PersonRecord) -> String {
        var parts = ["\"name\": \(quoted(person.name))"]
        if !person.otherNames.isEmpty {
            parts.append("\"otherNames\": [\(person.otherNames.map(quoted).joined(separator: ", "))]")
        }
        let offices = person.offices.map { office in
            let members = [("delegation", office.delegation), ("role", office.role)]
            return "{"
                + members.compactMap { key, value in value.map { "\"\(key)\": \(quoted($0))" } }.joined(separator: ", ")
                + "}"
        }
        if !offices.isEmpty { parts.append("\"offices\": [\(offices.joined(separator: ", "))]") }
        return "{" + parts.joined(separator: ", ") + "}"
    }

    private func quoted(_ text: String) -> String {
        var json = JSONWriter()
        json.value(text)
        return String(decoding: json.bytes, as: UTF8.self)
    }
}
