import Foundation
import Testing

@Suite struct ModuleTests {
    let table: ModuleTable
    let manifest: Manifest

    init() throws {
        table = try ModuleTable()
        manifest = try Manifest()
    }

    @Test func `the table names every module, and every module is in the table`() {
        #expect(Set(table.allowed.keys) == Set(manifest.dependencies.keys))
    }

    @Test func `a target depends on what its row allows`() {
        for (module, dependencies) in manifest.dependencies where module != "EmbedFiles" {
            #expect(dependencies == table.allowed[module], "\(module)")
        }
    }

    @Test func `every import stands in the table`() throws {
        let files = House.files(in: "Sources", ending: ".swift")
        #expect(files.count > 20)
        for file in files {
            let module = try #require(Self.module(of: file))
            let allowed = try #require(table.allowed[module], "\(file)").union(ModuleTable.platform)
            for match in file.code.matches(
                of: /(?m)^\s*(?:@\w+\s+|package\s+|public\s+)*import\s+(?:struct\s+|enum\s+|func\s+)?(\w+)/)
            {
                #expect(allowed.contains(String(match.output.1)), "\(file) imports \(match.output.1)")
            }
        }
    }

    @Test func `no way leads back: the table has no circle`() {
        var left = table.allowed.mapValues { $0.intersection(table.allowed.keys) }
        while let ready = left.first(where: { $0.value.isEmpty })?.key {
            left[ready] = nil
            left = left.mapValues { $0.subtracting([ready]) }
        }
        #expect(left.isEmpty, "\(left.keys.sorted())")
    }

    private static func module(of file: House.File) -> String? {
        let folders = file.path.split(separator: "/").map(String.init)
        guard folders.count > 2 else { return nil }
        guard folders[1] == "EmbedFiles" else { return folders[1] }
        return folders[2] == "Tool" ? "EmbedFilesTool" : "EmbedFiles"
    }
}
