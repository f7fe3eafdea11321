import Diagnostics
import SiteGenerator

/// What must not stand in a message: the users and passwords written into addresses, and other words known to be secret.
struct Secrets: Sendable {
    /// Words that are hidden wherever they stand, the longest first: one may hold another.
    private let words: [String]

    init(_ words: [String] = []) {
        self.words = Set(words).filter { $0.utf8.count >= Self.shortest }
            .sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
    }

    /// With the secrets that programs are given in their environment: `RSYNC_PASSWORD`, `AWS_SECRET_ACCESS_KEY`,
    /// `RCLONE_CONFIG_ARCHIVE_PASS`. The name of a file is none.
    init(environment: [String: String]) {
        let secret = environment.filter { name, value in
            Self.isSecret(name) && !name.hasPrefix("GIT_CONFIG_KEY_") && !value.hasPrefix("/") && !value.hasPrefix("~")
        }
        self.init(Array(secret.values))
    }

    func with(_ more: [String]) -> Secrets { Secrets(words + more) }

    /// A shorter word keeps no secret, and hiding it would make a message unreadable.
    private static let shortest = 4

    private static func isSecret(_ name: some StringProtocol) -> Bool {
        let name = name.uppercased()
        return ["PASS", "SECRET", "TOKEN", "KEY", "CREDENTIAL"].contains { name.contains($0) }
    }

    /// Refuses an address that would put a secret on a command line, where everybody on the machine can read it:
    /// `:s3,secret_access_key=…:bucket`, `rsync://user:password@host/digests`.
    static func refuse(in address: String) throws(DiagnosticError) {
        let options = address.split(separator: ",").dropFirst()
        let keys = options.compactMap { $0.contains("=") ? $0.prefix { $0 != "=" } : nil }
        let key = keys.first(where: isSecret)
        guard key != nil || Secrets().redact(address) != address else { return }
        throw DiagnosticError(
            Diagnostic(
                id: "secret-in-target", severity: .error, file: SiteFolder.configurationName,
                message: "the address of a target holds " + (key.map { "a secret, \"\($0)\"" } ?? "a password"),
                suggestion: "Put it where the tool keeps such things (`rclone config`, an ssh key, RSYNC_PASSWORD)."))
    }

    /// The text with every secret replaced by `***`.
    func redact(_ text: String) -> String {
        Self.redactUsers(in: words.reduce(text) { $0.replacing($1, with: "***") })
    }

    /// `https://user:password@host` → `https://***@host`. A user without a password is no secret of `ssh` and `rsync`.
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
            let isLogin = ["ssh", "rsync", "sftp"].contains { result.suffix($0.utf8.count).elementsEqual($0.utf8) }
            let start = index + mark.count
            let authority = bytes[start...].prefix { $0 > 0x20 && !Array("/\"'<>".utf8).contains($0) }
            result += mark
            index = start
            guard let at = authority.lastIndex(of: UInt8(ascii: "@")) else { continue }
            if !isLogin || authority[..<at].contains(UInt8(ascii: ":")) {
                result += "***".utf8
                index = at
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
