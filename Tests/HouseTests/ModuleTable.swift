import Foundation

/// The table of modules in `Documentation/Architecture.md`: the truth about who may import whom.
struct ModuleTable {
    /// By module, what it may import: modules of ours and outside ones.
    let allowed: [String: Set<String>]

    /// What the platform brings and every module may use.
    static let platform: Set<String> = [
        "Foundation", "FoundationEssentials", "Dispatch", "Synchronization", "Glibc", "Musl", "Darwin", "PackagePlugin",
    ]

    init() throws {
        var allowed: [String: Set<String>] = [:]
        for line in try House.file("Documentation/Architecture.md").lines where line.hasPrefix("| `") {
            let cells = line.split(separator: "|").map(Self.names)
            guard cells.count == 4, let module = cells[0].first else { continue }
            allowed[module] = Set(cells[2] + cells[3])
        }
        self.allowed = allowed
    }

    /// The words between backticks.
    private static func names(in cell: Substring) -> [String] {
        cell.split(separator: "`", omittingEmptySubsequences: false).enumerated()
            .filter { $0.offset % 2 == 1 }.map { String($0.element) }
    }
}

/// The targets of `Package.swift` that are part of the program, with what they depend on.
struct Manifest {
    let dependencies: [String: Set<String>]

    init() throws {
        var dependencies: [String: Set<String>] = [:]
        let code = try House.file("Package.swift").code
        for kind in [".target(", ".executableTarget(", ".plugin(", ".systemLibrary("] {
            for declaration in code.components(separatedBy: kind).dropFirst() {
                let text = Self.untilClosed(declaration)
                guard let name = Self.quoted(after: "name:", in: text).first else { continue }
                let list = text.components(separatedBy: "dependencies: [").dropFirst().first.map(Self.untilClosed) ?? ""
                dependencies[name] = Set(Self.dependencyNames(in: list))
            }
        }
        self.dependencies = dependencies
    }

    /// `"A", .product(name: "B", package: "b")` → A, B.
    private static func dependencyNames(in list: String) -> [String] {
        let withoutPackages = list.replacing(/package: "[^"]*"/, with: "")
        return withoutPackages.matches(of: /"([^"]*)"/).map { String($0.output.1) }
    }

    private static func quoted(after label: String, in text: String) -> [String] {
        text.components(separatedBy: label).dropFirst().compactMap { part in
            part.split(separator: "\"", maxSplits: 2, omittingEmptySubsequences: false).dropFirst().first
                .map(String.init)
        }
    }

    /// The text up to the bracket that closes the one just before it.
    private static func untilClosed(_ text: String) -> String {
        var depth = 1
        let end = text.firstIndex { character in
            if "([".contains(character) { depth += 1 }
            if ")]".contains(character) { depth -= 1 }
            return depth == 0
        }
        return String(text[..<(end ?? text.endIndex)])
    }
}
