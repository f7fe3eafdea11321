import Testing

@Suite struct SourceTests {
    let sources = House.files(in: "Sources", ending: ".swift")
    let tests = House.files(in: "Tests", ending: ".swift")

    @Test func `no file is longer than 450 lines`() {
        for file in sources + tests {
            #expect(file.lines.count <= 450, "\(file) has \(file.lines.count) lines")
        }
    }

    @Test(arguments: [#"\btry!"#, #"\btry\?"#, #"\bas!"#, #"\bfatalError\b"#, #"\bTODO\b"#, #"\bFIXME\b"#])
    func `nothing in the program gives up or hides an error`(pattern: String) throws {
        let forbidden = try Regex(pattern)
        for file in sources {
            for (index, line) in file.code.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
                #expect(line.firstMatch(of: forbidden) == nil, "\(file):\(index + 1): \(line)")
            }
        }
    }

    @Test func `nothing is called by a name that says nothing`() {
        let empty = /(Utility|Utilities|Utils?|Helpers?|Managers?|Common|Core|Misc)$/
        let declaration = /\b(?:struct|enum|class|actor|protocol|typealias)\s+(\w+)/
        for file in sources + tests {
            let folders = file.path.split(separator: "/").dropLast().map(String.init)
            let types = file.code.matches(of: declaration).map { String($0.output.1) }
            for name in folders + [file.baseName] + types {
                #expect(name.firstMatch(of: empty) == nil, "\(name) in \(file)")
            }
        }
    }

    @Test func `a file has the name of a type it declares or extends`() throws {
        for file in sources where file.name != "main.swift" {
            let type = file.baseName.split(separator: "+")[0]
            let declaration = try Regex(
                #"\b(struct|enum|class|actor|protocol|extension|typealias)\s+([\w.]+\.)?\#(type)\b"#)
            #expect(file.code.firstMatch(of: declaration) != nil, "\(file) declares no \(type)")
        }
    }
}
