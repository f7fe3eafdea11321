/// What must not stand in a message: the users and passwords written into addresses, and other words known to be secret.
struct Secrets: Sendable {
    /// Words that are hidden wherever they stand.
    var words: [String] = []

    /// The text with every secret replaced by `***`.
    func redact(_ text: String) -> String {
        let text = words.reduce(text) { $1.isEmpty ? $0 : $0.replacing($1, with: "***") }
        return Self.redactUsers(in: text)
    }

    /// `https://user:password@host` → `https://***@host`. The user of an `ssh` address without a password is no secret.
    private static func redactUsers(in text: String) -> String {
        let bytes = Array(text.utf8)
        let mark = Array("://".utf8)
        var result: [UInt8] = []
        var index = 0
        while index < bytes.count {
            guard bytes[index...].starts(with: mark) else {
                result.append(bytes[index])
                index += 1
                continue
            }
            let start = index + mark.count
            let authority = bytes[start...].prefix { $0 > 0x20 && !Array("/\"'<>".utf8).contains($0) }
            result += mark
            index = start
            guard let at = authority.lastIndex(of: UInt8(ascii: "@")) else { continue }
            let isPlainUser =
                result.dropLast(3).suffix(3).elementsEqual("ssh".utf8) && !authority[..<at].contains(UInt8(ascii: ":"))
            if !isPlainUser {
                result += "***".utf8
                index = at
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
