import Diagnostics
import Foundation

@testable import SiteGenerator

/// A site whose owner edits it at random: digests, registry, templates, static files, `site.json`.
///
/// The same seed gives the same edits.
struct EditedSite {
    let folder: TemporaryFolder
    private var numbers: SeededEdits
    private(set) var history: [String] = []
    /// How many seconds ago the next file was written.
    private var age = 100_000
    /// The meetings that have a digest, by number.
    private var digests: [Int: Digest] = [:]

    /// The file of a digest, how often it was changed, and what was then corrected in its words (of one statement the last counts).
    private struct Digest {
        var file: String
        var edition = 0
        var isProvisional: Bool
        var corrections: [DigestText.Correction] = []
    }

    /// How it is built: in one session, by a command for each build that publishes its addresses, or for a look.
    private let way: Way
    private enum Way {
        case session(Session)
        case command, look
    }

    /// Before each build of a session somebody looks at what has changed.
    private final class Session {
        let memory = SessionMemory()
        private var seen: [String: String] = [:]

        /// The absolute paths of what is another than when this was asked last.
        func changed(_ inputs: [String: String], in folder: TemporaryFolder) -> Set<String> {
            defer { seen = inputs }
            let names = Set(inputs.keys).union(seen.keys).filter { inputs[$0] != seen[$0] && !$0.hasSuffix("/") }
            return Set(names.map { folder[$0] })
        }
    }

    init(seed: UInt64) throws {
        numbers = SeededEdits(seed)
        way = [.look, .command, .session(Session())][Int(seed % 3)]
        folder = try TemporaryFolder()
        try folder.write(#"{"title": "Digests", "baseURL": "https://example.org/d/"}"#, to: "site.json")
        for _ in 0..<3 { try add() }
        history = []
    }

    /// - Parameter files: another disk, which may fail: a command then does without texts that it would have to fetch.
    func build(threads: Int = 1, files: (any FileSystem)? = nil) throws -> BuildReport {
        let site = try SiteFolder(root: folder.path, files: files ?? POSIXFileSystem())
        switch way {
        case .look: return try SiteBuild(site, threads: threads).run()
        case .session(let session):
            let build = SiteBuild(site, threads: threads, memory: session.memory)
            build.glimpse(changed: session.changed(try inputs().files, in: folder)) { _ in }
            return try build.run()
        case .command:
            return try SiteBuild(
                site, threads: threads, publishesAddresses: true, fail: files == nil ? Self.stop : nil
            ).run()
        }
    }

    private static func stop(_ fault: Diagnostic) -> Never { preconditionFailure(fault.message) }

    /// What a first build of the same files makes.
    func clean() throws -> [String: String] {
        let copy = try copy()
        let publishes = if case .command = way { true } else { false }
        _ = try SiteBuild(SiteFolder(root: copy.path), threads: 1, publishesAddresses: publishes).run()
        return try Self.built(in: copy)
    }

    /// What builds made, by path, with marks of the books that tell of it.
    func built() throws -> [String: String] { try Self.built(in: folder) }

    static func built(in folder: TemporaryFolder) throws -> [String: String] {
        var tree = try folder.tree("_site")
        tree["addresses.json"] = try folder.tree()["addresses.json"]
        for book in ["manifest", "ledger"] {
            let bytes = Array(try Data(contentsOf: URL(filePath: folder["_site/.rapporteur/\(book)"])))
            tree[".rapporteur/\(book)"] = SHA256.hex(of: bytes)
        }
        return tree
    }

    /// The same site without its output.
    func copy() throws -> TemporaryFolder {
        let copy = try TemporaryFolder()
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) where name != "_site" {
            try FileManager.default.copyItem(atPath: folder[name], toPath: copy[name])
        }
        return copy
    }

    /// Everything but the output, and the edits so far.
    func inputs() throws -> (files: [String: String], site: EditedSite) {
        (try folder.tree().filter { !$0.key.hasPrefix("_site/") }, self)
    }

    /// Undoes every edit since.
    mutating func restore(_ inputs: (files: [String: String], site: EditedSite)) throws {
        for path in try self.inputs().files.keys where inputs.files[path] == nil {
            try FileManager.default.removeItem(atPath: folder[path])
        }
        for (path, text) in inputs.files where !path.hasSuffix("/") { try folder.write(text, to: path) }
        self = inputs.site
        history.append("undo the last")
    }

    // MARK: Edits

    /// One edit, or a few at once.
    mutating func edit() throws {
        for _ in 0...(numbers.below(3) == 0 ? 2 : 0) { try editOnce() }
    }

    private mutating func editOnce() throws {
        switch numbers.below(20) {
        case 0, 1: try add()
        case 2: try remove()
        case 3: try rename()
        case 4...7: try change()
        case 8: try finish()
        case 9:
            try write("people.json", numbers.below(2) == 0 ? "{}" : Self.joined)
        case 10:
            try write("Templates/404.md", "# Lost\n\nSee [meetings](page:meetings), edition \(numbers.below(3)).\n")
        case 11:
            try write("Public/\(numbers.below(2) == 0 ? "a" : "robots").txt", "Edition \(numbers.below(3))\n")
        case 12:
            try write(
                "site.json",
                #"{"title": "Digests \#(numbers.below(2))", "baseURL": "https://example.org/\#(numbers.below(2))/"}"#)
        case 13, 14: try harmCache()
        case 15...18: try correct()
        default: try write("Meetings/briefing.txt", "Noon briefing. Edition \(numbers.below(3)): nothing was said.\n")
        }
    }

    private static let joined =
        #"{"people": [{"name": "Anna Linde", "otherNames": ["Hanna Linde"], "offices": [{"delegation": "Sweden"}]}]}"#

    private mutating func add() throws {
        let number = 9901 + numbers.below(8)
        if digests[number] == nil {
            digests[number] = Digest(file: "m\(number).txt", isProvisional: numbers.below(4) == 0)
        }
        try save(number)
    }

    private mutating func change() throws {
        guard let number = numbers.pick(digests.keys.sorted()) else { return }
        digests[number]?.edition += 1
        digests[number]?.corrections = []
        try save(number)
    }

    /// Only words of one statement change: a comma, a word, a line break.
    private mutating func correct() throws {
        guard let number = numbers.pick(digests.keys.sorted()) else { return }
        digests[number]?.corrections.append(
            .init(statement: numbers.below(4), kind: numbers.pick(DigestText.Correction.Kind.allCases) ?? .comma))
        try save(number)
    }

    private mutating func remove() throws {
        guard digests.count > 1, let number = numbers.pick(digests.keys.sorted()),
            let digest = digests.removeValue(forKey: number)
        else { return }
        history.append("remove \(digest.file)")
        try FileManager.default.removeItem(atPath: folder["Meetings/" + digest.file])
    }

    private mutating func rename() throws {
        guard let number = numbers.pick(digests.keys.sorted()), let file = digests[number]?.file else { return }
        let name = "\(numbers.below(900))-\(file)"
        history.append("rename \(file) to \(name)")
        try FileManager.default.moveItem(atPath: folder["Meetings/" + file], toPath: folder["Meetings/" + name])
        digests[number]?.file = name
    }

    /// The final text of a meeting comes, and the provisional copy stays or goes.
    private mutating func finish() throws {
        guard let number = numbers.pick(digests.keys.sorted().filter { digests[$0]?.isProvisional == true }),
            let file = digests[number]?.file
        else { return }
        if numbers.below(2) == 0 {
            digests[number] = Digest(file: "final-\(number)-\(numbers.below(900)).txt", isProvisional: false)
            history.append("keep \(file) as provisional copy")
        } else {
            digests[number]?.isProvisional = false
        }
        try save(number)
    }

    /// A file that earlier builds kept is deleted, cut, or given the place of another.
    private mutating func harmCache() throws {
        let cache = "_site/.rapporteur/cache"
        guard FileManager.default.fileExists(atPath: folder[cache]) else { return }
        let names = try FileManager.default.contentsOfDirectory(atPath: folder[cache]).sorted()
        guard let name = numbers.pick(names), let other = numbers.pick(names) else { return }
        history.append("harm \(name)")
        let bytes = Array(try Data(contentsOf: URL(filePath: folder["\(cache)/\(other)"])))
        switch numbers.below(3) {
        case 0: try FileManager.default.removeItem(atPath: folder["\(cache)/\(name)"])
        case 1: try folder.write(Array(bytes.dropLast(numbers.below(40))), to: "\(cache)/\(name)")
        default: try folder.write(bytes, to: "\(cache)/\(name)")
        }
    }

    private mutating func save(_ number: Int) throws {
        guard let digest = digests[number] else { return }
        let text = DigestText(
            number: number, edition: digest.edition, isProvisional: digest.isProvisional,
            corrections: digest.corrections
        ).text
        try write("Meetings/" + digest.file, text)
    }

    private mutating func write(_ path: String, _ text: String) throws {
        history.append("write \(path) (\(text.utf8.count) bytes)")
        try folder.write(text, to: path)
        try settle(path)
    }

    /// Makes a file look older mostly, each time a little less: what was just written is not trusted to stay.
    private mutating func settle(_ path: String) throws {
        age -= 1
        if numbers.below(4) == 0 { return }
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSinceNow: -Double(age))], ofItemAtPath: folder[path])
    }
}

/// The digest of a meeting of four small States, in one of many editions that differ in names, words, citations and votes.
private struct DigestText {
    let text: String

    /// Another sign or word in the statement of a number.
    struct Correction {
        let statement: Int
        let kind: Kind

        enum Kind: String, CaseIterable {
            case comma = "pilots, keep"
            case word = "pilots rarely keep"
            case lineBreak = "pilots\nkeep"
        }
    }

    init(number: Int, edition: Int, isProvisional: Bool, corrections: [Correction]) {
        var numbers = SeededEdits(UInt64(number * 1000 + edition))
        let resolution = 2500 + number % 8
        var parts = [
            "Security Council\n\(number)\(Self.ending(number)) Meeting (AM)",
            "Council \(numbers.pick(["Hears", "Weighs", "Takes Up"]) ?? "") \(numbers.below(3) == 0 ? "Lighthouses" : "Harbours")",
            "\(1 + number % 8) \(numbers.below(5) == 0 ? "April" : "March") 2020",
        ]
        if isProvisional {
            parts.append("(Note: A complete summary of today's meeting will be available after its conclusion.)")
        }
        parts += ["The Council met to consider resolution \(2500 + numbers.below(8)) (2020).", "Statements"]
        for state in ["Sweden", "Norway", "Malta", "Peru"] where numbers.below(4) > 0 {
            let names = ["Sweden": ["ANNA LINDE", "HANNA LINDE"], "Norway": ["OTTO BERG", "OTTO BERG"]]
            let name = numbers.pick(names[state] ?? ["JUAN MESA-\(state.uppercased())", "NAME TO COME"]) ?? ""
            let cited =
                numbers.below(2) == 0
                ? " He recalled paragraph \(1 + numbers.below(3)) of resolution \(2500 + numbers.below(8)) (2020)." : ""
            let behalf = numbers.below(5) == 0 ? ", also speaking on behalf of Malta," : ""
            parts.append(
                "\(name) (\(state))\(behalf) said that harbour pilots keep the sandbanks of the northern bay, edition \(numbers.below(4)).\(cited)"
            )
        }
        let statements = parts.indices.filter { parts[$0].contains(") said that") || parts[$0].contains(", said that") }
        for correction in corrections.reversed() where correction.statement < statements.count {
            let part = statements[correction.statement]
            parts[part] = parts[part].replacing("pilots keep", with: correction.kind.rawValue)
        }
        if numbers.below(2) == 0 {
            parts += [
                "Action",
                "The Council then adopted resolution \(resolution) (2020) by a vote of 3 in favour to 1 against (Peru), with no abstentions.",
                "Resolution", "The full text of resolution \(resolution) (2020) reads as follows:",
                "“The Security Council,", "“Recalling its resolution \(2500 + numbers.below(8)) (2020),",
            ]
            for paragraph in 1...(2 + numbers.below(2)) {
                parts.append(
                    "“\(paragraph).   Decides that harbour pilots keep the sandbanks of the northern bay, part \(numbers.below(3));"
                )
            }
        }
        text = parts.joined(separator: "\n\n") + "\n"
    }

    private static func ending(_ number: Int) -> String {
        switch number % 10 {
        case 1: "st"
        case 2: "nd"
        case 3: "rd"
        default: "th"
        }
    }
}

/// The same numbers for the same seed (splitmix64).
struct SeededEdits {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }

    /// Nil from an empty list.
    mutating func pick<Element>(_ elements: [Element]) -> Element? {
        elements.isEmpty ? nil : elements[below(elements.count)]
    }
}
