import Foundation
import SiteGenerator

/// A process to be started and waited for.
///
/// It stays in the process group of this program, so that Ctrl-C reaches it, and may ask for a passphrase at the
/// terminal.
struct Spawn {
    let path: String
    /// With the name of the program as the first.
    let arguments: [String]
    let environment: [String: String]
    /// Where it reads, and the files its two streams are written to.
    var streams: (input: Input, output: String, complaint: String)

    enum Input {
        case file(String)
        case descriptor(Int32)
    }

    init(path: String, arguments: [String], environment: [String: String]) {
        self.path = path
        self.arguments = arguments
        self.environment = environment
        streams = (.file("/dev/null"), "/dev/null", "/dev/null")
    }

    /// - Returns: the exit status, or 128 and the number of the signal that ended the process.
    func run() throws(FileFault) -> Int32 {
        let variables = environment.map { "\($0.key)=\($0.value)" }.sorted()
        let process = try Self.withStrings(arguments) { (arguments) throws(FileFault) in
            try Self.withStrings(variables) { (variables) throws(FileFault) in try start(arguments, variables) }
        }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0 {
            guard errno == EINTR else { throw FileFault("wait for", path, code: errno) }
        }
        let signal = status & 0x7F
        return signal == 0 ? status >> 8 & 0xFF : 128 + signal
    }

    private typealias Strings = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>

    private func start(_ arguments: Strings, _ environment: Strings) throws(FileFault) -> pid_t {
        #if canImport(Darwin)
            var actions: posix_spawn_file_actions_t?
        #else
            var actions = posix_spawn_file_actions_t()
        #endif
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        switch streams.input {
        case .file(let path): posix_spawn_file_actions_addopen(&actions, 0, path, O_RDONLY, 0)
        case .descriptor(let descriptor): posix_spawn_file_actions_adddup2(&actions, descriptor, 0)
        }
        let write = O_WRONLY | O_CREAT | O_TRUNC
        posix_spawn_file_actions_addopen(&actions, 1, streams.output, write, 0o600)
        posix_spawn_file_actions_addopen(&actions, 2, streams.complaint, write, 0o600)
        var process: pid_t = 0
        let code = posix_spawn(&process, path, &actions, nil, arguments, environment)
        guard code == 0 else { throw FileFault("start", path, code: code) }
        return process
    }

    /// A list of C strings, ended by a null.
    private static func withStrings<Value>(
        _ strings: [String], _ body: (Strings) throws(FileFault) -> Value
    ) throws(FileFault) -> Value {
        let list = Strings.allocate(capacity: strings.count + 1)
        for (index, string) in strings.enumerated() { (list + index).initialize(to: strdup(string)) }
        (list + strings.count).initialize(to: nil)
        defer {
            for index in strings.indices { free(list[index]) }
            list.deallocate()
        }
        return try body(list)
    }
}
