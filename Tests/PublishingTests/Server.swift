import Foundation

@testable import Publishing

/// A server on this machine that the tests start for themselves. It ends with the process that runs them, however that
/// ends: it is held by a pipe of that process.
final class Server: Sendable {
    let port: Int
    /// Its own files; removed by the system's next cleaning, because tests use it to their end.
    let folder: String
    private let life: FileHandle

    /// - Parameter command: the words that start it, for a free port and its folder.
    /// - Throws: that it does not answer.
    init(_ name: String, command: (_ port: Int, _ folder: String) throws -> [String]) throws {
        folder =
            FileManager.default.temporaryDirectory.appending(path: "\(name)-\(UUID().uuidString)")
            .resolvingSymlinksInPath().path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        port = try Self.freePort()
        let words = try command(port, folder)
        let holder = Process()
        holder.executableURL = URL(filePath: "/bin/sh")
        holder.arguments = ["-c", #""$@" 2> "$FOLDER/log" & read -r _; kill $!; rm -rf "$FOLDER""#, "sh"] + words
        holder.environment = PublishedSite.ownEnvironment.merging(["FOLDER": folder]) { $1 }
        let pipe = Pipe()
        holder.standardInput = pipe
        holder.standardOutput = FileHandle.nullDevice
        holder.standardError = FileHandle.nullDevice
        life = pipe.fileHandleForWriting
        // No other program may hold it too.
        _ = fcntl(life.fileDescriptor, F_SETFD, FD_CLOEXEC)
        try holder.run()
        for _ in 0..<200 where !Self.answers(port) { usleep(50_000) }
        guard Self.answers(port) else { throw Command.Failure(command: words, complaint: "it does not answer") }
    }

    private static func freePort() throws -> Int {
        let socket = socket(AF_INET, streamType, 0)
        defer { close(socket) }
        var address = loopback(port: 0)
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let code = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(socket, address, length) | getsockname(socket, address, &length)
            }
        }
        guard code == 0 else { throw Command.Failure(command: ["bind"], complaint: "no port is free") }
        return Int(UInt16(bigEndian: address.sin_port))
    }

    private static func answers(_ port: Int) -> Bool {
        let socket = socket(AF_INET, streamType, 0)
        defer { close(socket) }
        var address = loopback(port: port)
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                connect(socket, address, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
    }

    private static func loopback(port: Int) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        return address
    }

    #if canImport(Glibc)
        private static let streamType = Int32(SOCK_STREAM.rawValue)
    #else
        private static let streamType = SOCK_STREAM
    #endif
}

extension Server {
    /// The door of ssh, with keys of its own for itself and for who comes in.
    static let ssh = Result {
        try Server("sshd") { port, folder in
            for key in ["host", "user"] {
                try Command.run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", "\(folder)/\(key)")
            }
            let publicKey = try String(contentsOfFile: folder + "/user.pub", encoding: .utf8)
            try publicKey.write(toFile: folder + "/authorized", atomically: false, encoding: .utf8)
            let hostKey = try String(contentsOfFile: folder + "/host.pub", encoding: .utf8)
            try "[127.0.0.1]:\(port) \(hostKey)".write(toFile: folder + "/known", atomically: false, encoding: .utf8)
            let configuration = """
                ListenAddress 127.0.0.1:\(port)
                HostKey \(folder)/host
                AuthorizedKeysFile \(folder)/authorized
                PidFile \(folder)/pid
                StrictModes no
                UsePAM no
                PasswordAuthentication no
                PermitRootLogin prohibit-password
                MaxStartups 100

                """
            try configuration.write(toFile: folder + "/configuration", atomically: false, encoding: .utf8)
            // What Debian's sshd wants to be there before it starts as root.
            if getuid() == 0 { mkdir("/run/sshd", 0o755) }
            return [Command.path("sshd") ?? "sshd", "-D", "-f", folder + "/configuration"]
        }
    }

    /// The words with which rsync reaches it.
    var sshCommand: String {
        "ssh -F none -p \(port) -i \(folder)/user -o IdentitiesOnly=yes -o BatchMode=yes "
            + "-o UserKnownHostsFile=\(folder)/known -o StrictHostKeyChecking=yes "
            // One connection for all tests: opening one costs more than what they do with it.
            + "-o ControlMaster=auto -o ControlPersist=10 -o ControlPath=\(folder)/control"
    }

    /// A store that speaks as S3 does; each folder in its folder is a bucket.
    static let s3 = Result {
        try Server("s3") { port, folder in
            try FileManager.default.createDirectory(atPath: folder + "/buckets", withIntermediateDirectories: true)
            return [
                s3Program ?? "rclone", "serve", "s3", "--addr", "127.0.0.1:\(port)", "--auth-key",
                "\(s3Key),\(s3Secret)", folder + "/buckets",
            ]
        }
    }

    static let s3Key = "key-of-the-test"
    static let s3Secret = "secret-of-the-test"

    /// rclone can be such a store from 1.65 on: the system's own, or the one that `make publish-setup` brings.
    static let s3Program: String? = {
        let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let own = package.appending(path: ".build/publish-tools/bin/rclone").path
        return [own, Command.path("rclone") ?? own].first { program in
            access(program, X_OK) == 0 && (try? Command.run(program, "serve", "--help"))?.contains("  s3  ") == true
        }
    }()
}
