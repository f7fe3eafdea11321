import Diagnostics
import Foundation

/// Diagnostics in the Static Analysis Results Interchange Format 2.1.0 (OASIS), which code hosts and editors show at
/// their place in the file.
///
/// Its columns count UTF-16 units where a diagnostic's count bytes, so the text of each file is looked at once more.
struct SARIF {
    private let diagnostics: [Diagnostic]
    private let name: (String) -> String
    private let source: (String) -> SourceText?

    /// - Parameters:
    ///   - name: how a file is named to the user.
    ///   - source: the text of a file; nil when it cannot be read as text, and then columns are left out.
    init(
        _ diagnostics: [Diagnostic], name: @escaping (String) -> String, source: @escaping (String) -> SourceText?
    ) {
        self.diagnostics = diagnostics
        self.name = name
        self.source = source
    }

    var bytes: [UInt8] {
        let rules = Set(diagnostics.map(\.id)).sorted()
        let indices = Dictionary(uniqueKeysWithValues: zip(rules, rules.indices))
        var sources: [String: SourceText?] = [:]
        for file in Set(diagnostics.compactMap(\.file)) { sources[file] = source(file) }
        var json = JSONWriter(layout: .indented)
        json.object { json in
            json.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
            json.member("version", "2.1.0")
            json.array("runs", [0]) { json, _ in
                json.object { json in
                    json.object("tool") { json in writeTool(rules, to: &json) }
                    json.member("columnKind", "utf16CodeUnits")
                    json.array("results", diagnostics) { json, diagnostic in
                        json.object { json in
                            let source = diagnostic.file.flatMap { sources[$0] ?? nil }
                            write(diagnostic, rule: indices[diagnostic.id] ?? 0, source, to: &json)
                        }
                    }
                }
            }
        }
        return json.bytes + [UInt8(ascii: "\n")]
    }

    private func writeTool(_ rules: [String], to json: inout JSONWriter) {
        json.object("driver") { json in
            json.member("name", "rapporteur")
            json.member("semanticVersion", Rapporteur.configuration.version)
            json.array("rules", rules) { json, rule in
                json.object { json in json.member("id", rule) }
            }
        }
    }

    private func write(_ diagnostic: Diagnostic, rule: Int, _ source: SourceText?, to json: inout JSONWriter) {
        json.member("ruleId", diagnostic.id)
        json.member("ruleIndex", rule)
        json.member("level", diagnostic.severity.rawValue)
        json.object("message") { json in
            let suggestion = diagnostic.suggestion.map { ". \($0)" } ?? ""
            json.member("text", DiagnosticText.harmless((diagnostic.message + suggestion).utf8))
        }
        json.array("locations", [diagnostic.file].compactMap(\.self)) { json, file in
            json.object { json in
                json.object("physicalLocation") { json in
                    json.object("artifactLocation") { json in json.member("uri", Self.uri(name(file))) }
                    if let lines = diagnostic.lines {
                        json.object("region") { json in writeRegion(diagnostic, lines, source, to: &json) }
                    }
                }
            }
        }
    }

    private func writeRegion(
        _ diagnostic: Diagnostic, _ lines: ClosedRange<Int>, _ source: SourceText?, to json: inout JSONWriter
    ) {
        json.member("startLine", lines.lowerBound)
        guard let column = diagnostic.column, let source, 1...source.lines.count ~= lines.lowerBound else {
            json.member("endLine", lines.upperBound)
            return
        }
        let line = source.line(lines.lowerBound)
        let start = Self.units(line.prefix(column - 1))
        json.member("startColumn", start + 1)
        guard let length = diagnostic.length else { return }
        json.member("endColumn", start + 1 + Self.units(line.dropFirst(column - 1).prefix(length)))
    }

    private static func units(_ bytes: ArraySlice<UInt8>) -> Int { String(decoding: bytes, as: UTF8.self).utf16.count }

    /// A file's name as a reference that holds from where the user stands.
    private static func uri(_ name: String) -> String {
        let allowed = CharacterSet(charactersIn: "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/")
        let path = name.addingPercentEncoding(withAllowedCharacters: allowed) ?? name
        return name.hasPrefix("/") ? "file://" + path : path
    }
}
