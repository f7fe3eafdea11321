import Foundation
import Testing

@testable import Publishing

extension PublishedSite {
    /// A way to a target as a test sets it up.
    enum Place: String, CaseIterable, CustomTestStringConvertible {
        case folder, rsync, ssh, git, rclone, s3

        var testDescription: String { rawValue }

        /// The tool that does the transport.
        var tool: String? {
            switch self {
            case .folder: nil
            case .rsync, .ssh: "rsync"
            case .git: "git"
            case .rclone, .s3: "rclone"
            }
        }

        /// What has to be installed for it to be tried, and is not.
        var missing: [String] {
            let programs =
                switch self {
                case .ssh: ["rsync", "ssh", "ssh-keygen", "sshd"]
                default: tool.map { [$0] } ?? []
                }
            let store = self == .s3 && Server.s3Program == nil ? ["rclone with `serve s3` (make publish-setup)"] : []
            return programs.filter { !Command.exists($0) } + store
        }

        /// What can be tried on this machine. `PlaceTests` tells what is left out.
        static let available = allCases.filter { $0.missing.isEmpty }

        /// The same without what is slow and differs only in the way there.
        static let near = Moments.isThorough ? available : available.filter { $0 != .ssh && $0 != .s3 }

        /// What a tool needs to know to come there.
        var words: [String: String] {
            get throws {
                switch self {
                case .ssh: ["RSYNC_RSH": try Server.ssh.get().sshCommand]
                case .s3:
                    [
                        "RCLONE_CONFIG_ARCHIVE_TYPE": "s3", "RCLONE_CONFIG_ARCHIVE_PROVIDER": "Other",
                        "RCLONE_CONFIG_ARCHIVE_ENDPOINT": "http://127.0.0.1:\(try Server.s3.get().port)",
                        "RCLONE_CONFIG_ARCHIVE_FORCE_PATH_STYLE": "true",
                        "RCLONE_CONFIG_ARCHIVE_ACCESS_KEY_ID": Server.s3Key,
                        "RCLONE_CONFIG_ARCHIVE_SECRET_ACCESS_KEY": Server.s3Secret,
                    ]
                case .folder, .rsync, .git, .rclone: [:]
                }
            }
        }
    }

    /// The environment of the tests without the settings of whoever runs them.
    static let ownEnvironment: [String: String] = {
        var environment = ProcessInfo.processInfo.environment.filter { name, _ in
            !["AWS_", "RCLONE_", "RSYNC_", "GIT_"].contains { name.hasPrefix($0) }
        }
        environment["RCLONE_CONFIG"] = "/dev/null"
        environment["GIT_CONFIG_GLOBAL"] = "/dev/null"
        environment["GIT_CONFIG_NOSYSTEM"] = "1"
        return environment
    }()
}

/// A test that is skipped says so: which way of publishing was not tried here, and what is missing for it.
@Suite struct PlaceTests {
    typealias Place = PublishedSite.Place

    private static func comment(_ place: Place) -> Comment {
        "not installed: \(place.missing.joined(separator: ", "))"
    }

    @Test(.enabled(if: Place.rsync.missing.isEmpty, comment(.rsync))) func `rsync is tried`() {}
    @Test(.enabled(if: Place.ssh.missing.isEmpty, comment(.ssh))) func `rsync over ssh is tried`() throws {
        _ = try Server.ssh.get()
    }
    @Test(.enabled(if: Place.git.missing.isEmpty, comment(.git))) func `git is tried`() {}
    @Test(.enabled(if: Place.rclone.missing.isEmpty, comment(.rclone))) func `rclone is tried`() {}
    @Test(.enabled(if: Place.s3.missing.isEmpty, comment(.s3))) func `S3 is tried`() throws { _ = try Server.s3.get() }
}
