/// What a commit does to the output, written down before it begins, so that a killed one can be completed.
///
/// Each step may be taken again after it was taken: what is staged no longer was moved, what stands no longer was
/// deleted. Text: `rapporteur.journal/1`, then a line for each step, then `end`.
struct OutputJournal: Sendable, Equatable {
    var moves: [Move] = []
    /// Old files that the new build no longer makes, deleted last.
    var deletions: [OutputPath] = []

    /// A new file, or a whole new folder, moved in from where it was staged.
    struct Move: Sendable, Equatable {
        var path: OutputPath
        /// Old files that stand in its way and are deleted just before: a file where a folder comes, the files of a
        /// folder where a file comes, a name that differs in letter case at most.
        var clearings: [OutputPath] = []
    }

    private static let head = "rapporteur.journal/1"
    private static let end = "end"

    init() {}

    /// - Returns: nil when the bytes are no whole journal.
    init?(bytes: [UInt8]) {
        guard var lines = Self.lines(of: bytes, head: Self.head),
            lines.popLast().map({ $0 == Self.end }) == true
        else { return nil }
        var clearings: [OutputPath] = []
        for line in lines {
            guard let space = line.utf8.firstIndex(of: UInt8(ascii: " ")),
                let path = OutputPath(String(line[line.utf8.index(after: space)...]))
            else { return nil }
            switch line[..<space] {
            case "clear": clearings.append(path)
            case "move":
                moves.append(Move(path: path, clearings: clearings))
                clearings = []
            case "delete": deletions.append(path)
            default: return nil
            }
        }
    }

    var bytes: [UInt8] {
        var text = Self.head + "\n"
        for move in moves {
            for path in move.clearings { text += "clear \(path.text)\n" }
            text += "move \(move.path.text)\n"
        }
        for path in deletions { text += "delete \(path.text)\n" }
        return Array((text + Self.end + "\n").utf8)
    }

    /// The lines after the first, which must be `head`; every line must be ended.
    private static func lines(of bytes: [UInt8], head: String) -> [Substring]? {
        guard let text = String(validating: bytes, as: UTF8.self), text.utf8.last == UInt8(ascii: "\n") else {
            return nil
        }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        return lines.first.map { $0 == head } == true ? Array(lines.dropFirst()) : nil
    }
}
