import Foundation

/// As much of JSON Schema as `Documentation/*.schema.json` uses, and strict about it: a key that the schema does
/// not describe is a fault, so that nothing is written that is not documented.
struct Schema {
    let root: [String: Any]

    init(contentsOf url: URL) throws {
        root = try JSONSerialization.jsonObject(with: Data(contentsOf: url)) as? [String: Any] ?? [:]
    }

    /// What is wrong with the value, each with the path of the place.
    func faults(in value: Any) -> [String] { faults(in: value, by: root, at: "$") }

    private func faults(in value: Any, by schema: [String: Any], at path: String) -> [String] {
        if let reference = schema["$ref"] as? String { return faults(in: value, by: definition(reference), at: path) }
        for key in ["oneOf", "anyOf"] {
            guard let choices = schema[key] as? [[String: Any]] else { continue }
            let results = choices.map { faults(in: value, by: $0, at: path) }
            if results.contains([]) { return [] }
            return results.min { $0.count < $1.count } ?? ["\(path): no choice"]
        }
        var found: [String] = []
        if let constant = schema["const"] as? String, value as? String != constant {
            found.append("\(path): not \(constant)")
        }
        if let allowed = schema["enum"] as? [Any], !allowed.contains(where: { equal($0, value) }) {
            found.append("\(path): \(value) is not one of \(allowed)")
        }
        if let types = schema["type"] as? [String] ?? (schema["type"] as? String).map({ [$0] }),
            !types.contains(where: { isType($0, value) })
        {
            found.append("\(path): \(value) is no \(types)")
        }
        if let pattern = schema["pattern"] as? String, let text = value as? String,
            text.range(of: pattern, options: .regularExpression) == nil
        {
            found.append("\(path): \(text) is not \(pattern)")
        }
        if let least = schema["minimum"] as? Int, let number = value as? Int, number < least {
            found.append("\(path): \(number) < \(least)")
        }
        return found + faults(inMembersOf: value, by: schema, at: path)
            + faults(inElementsOf: value, by: schema, at: path)
    }

    private func faults(inMembersOf value: Any, by schema: [String: Any], at path: String) -> [String] {
        guard let properties = schema["properties"] as? [String: [String: Any]], let object = value as? [String: Any]
        else { return [] }
        let missing = (schema["required"] as? [String] ?? []).filter { object[$0] == nil }.map { "\(path): no \($0)" }
        return missing
            + object.flatMap { key, member in
                properties[key].map { faults(in: member, by: $0, at: "\(path).\(key)") }
                    ?? ["\(path): \(key) is not in the schema"]
            }
    }

    private func faults(inElementsOf value: Any, by schema: [String: Any], at path: String) -> [String] {
        guard let items = schema["items"] as? [String: Any], let array = value as? [Any] else { return [] }
        var found: [String] = []
        if let least = schema["minItems"] as? Int, array.count < least { found.append("\(path): too few") }
        if let most = schema["maxItems"] as? Int, array.count > most { found.append("\(path): too many") }
        for (index, element) in array.enumerated() {
            found += faults(in: element, by: items, at: "\(path)[\(index)]")
        }
        return found
    }

    private func definition(_ reference: String) -> [String: Any] {
        let name = reference.split(separator: "/").last.map(String.init) ?? ""
        return (root["$defs"] as? [String: Any])?[name] as? [String: Any] ?? ["const": "a definition of \(name)"]
    }

    private func equal(_ a: Any, _ b: Any) -> Bool {
        a is NSNull ? b is NSNull : a as? String != nil && a as? String == b as? String
    }

    private func isType(_ name: String, _ value: Any) -> Bool {
        switch name {
        case "object": value is [String: Any]
        case "array": value is [Any]
        case "string": value is String
        case "null": value is NSNull
        case "boolean": (value as? NSNumber).map { isBoolean($0) } ?? false
        case "integer":
            (value as? NSNumber).map { !isBoolean($0) && $0.doubleValue == $0.doubleValue.rounded() }
                ?? false
        default: false
        }
    }

    /// Foundation reads `true` and `1` both as numbers; only their Objective-C type tells them apart.
    private func isBoolean(_ number: NSNumber) -> Bool { String(cString: number.objCType) == "c" }
}
