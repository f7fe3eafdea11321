import Foundation

@testable import Publishing

/// A program that stands before a real one on the `PATH`, hands every call on to it, and breaks at one of them.
struct FaultyTool {
    enum Manner: String, CaseIterable, Sendable {
        /// The tool is killed while it works, and with it everything after: the machine went down.
        case killed
        /// The call does nothing and fails; the later ones work.
        case failing
        /// The call does its work, and fails all the same: the answer was lost.
        case lost
    }

    /// With the faulty tool in the `PATH`.
    let environment: [String: String]
    private let folder: String

    /// - Parameter delay: seconds before a tool is killed.
    init(_ manner: Manner, atCall call: Int, delay: Double, for site: PublishedSite) throws {
        let name = site.place.tool ?? ""
        folder = site.root + "/faulty-\(call)-\(manner)"
        let real = Command.path(name) ?? name
        let script = """
            #!/bin/sh
            call=$(cat '\(folder)/calls' 2>/dev/null || echo 0)
            echo $((call + 1)) > '\(folder)/calls'
            [ "$call" -lt \(call) ] && exec '\(real)' "$@"
            case \(manner.rawValue)-$((call - \(call))) in
            killed-0)
                exec 3<&0
                '\(real)' "$@" <&3 &
                sleep \(delay)
                kill -9 $! 2>/dev/null
                wait $!
                exit 137 ;;
            killed-*) exit 137 ;;
            failing-0) echo 'no route to host' >&2; exit 12 ;;
            lost-0) '\(real)' "$@"; exit 12 ;;
            *) exec '\(real)' "$@" ;;
            esac

            """
        try site.write(script, to: "faulty-\(call)-\(manner)/\(name)")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder + "/" + name)
        var environment = site.environment
        environment["PATH"] = folder + ":" + environment["PATH", default: ""]
        self.environment = environment
    }

    /// How many calls were made.
    var count: Int {
        let text = FileManager.default.contents(atPath: folder + "/calls").map { String(decoding: $0, as: UTF8.self) }
        return text.flatMap { Int($0.trimmingCharacters(in: .whitespacesAndNewlines)) } ?? 0
    }
}
