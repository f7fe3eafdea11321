import Diagnostics
import DigestParser
import Foundation
import Meetings

@testable import Proofreading

/// A release of an invented council, with the parts a test is about.
struct Release {
    var mark = "AM"
    var date: String? = "10 May 2030"
    var summary = ["The Council of the Lakes met today to review the water levels of the year."]
    var times = "The meeting began at 10:03 a.m. and ended at 12:41 p.m."
    var statements: [String] = ["ADA LOW (Norway) said that the lakes were full."]

    var text: String {
        let header = ["Council of the Lakes", "412th Meeting (\(mark))", date].compactMap(\.self).joined(
            separator: "\n")
        let parts =
            [header, "Council of the Lakes Reviews Water Levels"] + summary + [times, "Statements"] + statements
        return parts.joined(separator: "\n\n") + "\n\nFor information media. Not an official record.\n"
    }
}

extension SlipRule {
    /// The words a rule underlines in a release, in their order.
    func marked(_ release: Release) throws -> [String] { try marked(release.text) }

    /// The words a rule underlines in statements of a release.
    func marked(_ statements: String...) throws -> [String] { try marked(Release(statements: statements)) }

    func marked(_ text: String) throws -> [String] {
        let source = try SourceText(file: "digest.txt", bytes: Array(text.utf8))
        return try found(text).map { diagnostic in
            guard let lines = diagnostic.lines, let column = diagnostic.column, let length = diagnostic.length else {
                return diagnostic.lines.map { "line \($0.lowerBound)" } ?? "file"
            }
            return String(decoding: source.line(lines.lowerBound).dropFirst(column - 1).prefix(length), as: UTF8.self)
        }
    }

    func found(_ text: String, file: String = "digest.txt") throws -> [Diagnostic] {
        let source = try SourceText(file: file, bytes: Array(text.utf8))
        return Proofreader(rules: [self]).slips(in: DigestParser().parse(source, sha256: ""), of: source)
    }
}

let states = StateNames(.shipped)
