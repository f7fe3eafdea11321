import Foundation

/// The genre's working words: nouns for those who speak, verbs of telling, titles and offices.
///
/// Data, not code: `Data/vocabulary.tsv`, which says of each list what is in it. Names of places, bodies and people
/// are no vocabulary.
enum Vocabulary {
    static let abbreviations = table("abbreviations")
    static let honorifics = table("honorifics")
    static let courtesies = table("courtesies")
    static let capitalTitles = table("capitalTitles")
    static let speakers = table("speakers")
    static let offices = table("offices")
    static let divisions = table("divisions")
    static let associations = table("associations")
    static let organisations = table("organisations")
    static let postNominals = table("postNominals")
    static let regions = table("regions")
    static let irregularVerbs = table("irregularVerbs")
    static let tellingVerbs = table("tellingVerbs")
    static let asides = table("asides")
    static let groups = table("groups")
    static let pronouns = table("pronouns")

    private static func table(_ name: Substring) -> WordTable { WordTable(words[name, default: []]) }

    private static let words = DataFile.rows("vocabulary.tsv").reduce(into: [Substring: [LowercaseWord]]()) {
        words, fields in
        guard fields.count == 2 else { return }
        for word in fields[1].utf8.split(separator: Ascii.semicolon) {
            words[fields[0], default: []].append(LowercaseWord(Substring(word.drop { $0 == Ascii.space })))
        }
    }
}

/// Tables carried inside the program: rows of fields parted by tabs; `#` opens a comment.
enum DataFile {
    static func rows(_ name: String) -> [[Substring]] {
        let file = EmbeddedFiles.all.first { $0.path.hasSuffix(name) }
        let text = file.flatMap { Data(base64Encoded: $0.base64) }.map { String(decoding: $0, as: UTF8.self) } ?? ""
        return text.utf8.split(separator: UInt8(ascii: "\n")).filter { $0.first != UInt8(ascii: "#") }
            .map { $0.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map { Substring($0) } }
    }
}
