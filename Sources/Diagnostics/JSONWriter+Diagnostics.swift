extension JSONWriter {
    /// Writes diagnostics as a list of objects with every key: `id`, `severity`, `file`, `lines` (first and last),
    /// `column`, `length`, `message`, `suggestion`; `null` where there is none.
    package mutating func diagnostics(_ key: String, _ diagnostics: [Diagnostic]) {
        array(key, diagnostics) { json, diagnostic in
            json.object { json in
                json.member("id", diagnostic.id)
                json.member("severity", diagnostic.severity.rawValue)
                json.member("file", diagnostic.file)
                if let lines = diagnostic.lines {
                    json.array("lines", [lines.lowerBound, lines.upperBound]) { $0.value($1) }
                } else {
                    json.member("lines", nil as Int?)
                }
                json.member("column", diagnostic.column)
                json.member("length", diagnostic.length)
                json.member("message", diagnostic.message)
                json.member("suggestion", diagnostic.suggestion)
            }
        }
    }
}
