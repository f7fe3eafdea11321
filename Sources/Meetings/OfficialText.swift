/// A resolution as the body that adopted it publishes it: the text to be cited, with the official numbers of its paragraphs.
package struct OfficialText: Sendable, Equatable {
    /// The file as the user names it.
    package var file: String
    /// `S/RES/2331 (2016)`
    package var symbol: String
    /// The day of adoption, `2016-12-20`; nil where the document does not say.
    package var date: String?
    /// Its lines are those of the file.
    package var text: FullText
    /// SHA-256 of the bytes as given, in lower-case hexadecimal.
    package var sha256: String

    package init(file: String, symbol: String, date: String?, text: FullText, sha256: String) {
        self.file = file
        self.symbol = symbol
        self.date = date
        self.text = text
        self.sha256 = sha256
    }
}
