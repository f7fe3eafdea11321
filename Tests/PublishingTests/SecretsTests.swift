import Diagnostics
import Foundation
import SiteGenerator
import Testing

@testable import Publishing

@Suite struct SecretsTests {
    @Test(arguments: [
        ("https://user:word@example.org/x", "https://***@example.org/x"),
        ("https://token@example.org/x", "https://***@example.org/x"),
        (
            "fatal: unable to access 'https://x-access-token:word@example.org/x/': no",
            "fatal: unable to access 'https://***@example.org/x/': no"
        ),
        ("https://a:b@c@example.org", "https://***@example.org"),
        ("ssh://git@example.org/x", "ssh://git@example.org/x"),
        ("ssh://git:word@example.org/x", "ssh://***@example.org/x"),
        ("rsync://reader@example.org/x", "rsync://reader@example.org/x"),
        ("git@example.org:x", "git@example.org:x"), ("https://example.org/@x", "https://example.org/@x"),
        ("://", "://"), ("a ://@", "a ://***@"),
    ])
    func `who may come in is hidden in an address`(text: String, shown: String) {
        #expect(Secrets().redact(text) == shown)
    }

    @Test func `what the environment keeps for a tool is hidden, the longest word first`() {
        let secrets = Secrets(environment: [
            "RSYNC_PASSWORD": "open", "RCLONE_CONFIG_X_SECRET_ACCESS_KEY": "open sesame", "GITHUB_TOKEN": "abc",
            "RCLONE_CONFIG_X_KEY_FILE": "/keys/mine", "GIT_CONFIG_KEY_0": "remote.x.url", "HOME": "/mine",
        ])
        #expect(
            secrets.redact("open sesame, open! abc /keys/mine remote.x.url")
                == "***, ***! abc /keys/mine remote.x.url")
    }

    @Test(arguments: [
        ":s3,access_key_id=x,secret_access_key=y:bucket", ":sftp,host=h,user=u,pass=p:", ":webdav,bearer_token=x:",
        "rsync://me:opensesame@example.org/x",
    ])
    func `an address that would show a secret to everybody is refused`(address: String) throws {
        let error = #expect(throws: DiagnosticError.self) { try Secrets.refuse(in: address) }
        #expect(error?.diagnostics.map(\.id) == ["secret-in-target"])
        #expect(error.map { "\($0.diagnostics)".contains("opensesame") } == false)
    }

    @Test(arguments: [
        "archive:digests", ":s3,provider=Other,env_auth=true:bucket", "me@example.org:/var/www", "/x,y=z/k",
    ])
    func `an address without one is not`(address: String) throws { try Secrets.refuse(in: address) }

    /// Writes down the words and the surroundings of every call of a tool.
    private func listening(_ site: PublishedSite, at tool: String) throws -> [String: String] {
        let real = try #require(Command.path(tool))
        try site.write(
            "#!/bin/sh\nprintf '%s\\n' \"$@\" >> '\(site.root)/words'\nexec '\(real)' \"$@\"\n", to: "ears/\(tool)")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: site.root + "/ears/" + tool)
        return site.environment.merging(["PATH": site.root + "/ears:" + (site.environment["PATH"] ?? "")]) { $1 }
    }

    @Test(.enabled(if: PublishedSite.Place.git.missing.isEmpty, "git is not installed"))
    func `a password in the address of a repository reaches git, but no command line and no message`() throws {
        let site = try PublishedSite(.git)
        try site.build(["index.html": "x"])
        let remote = "http://me:opensesame@127.0.0.1:9/digests.git"
        let target = PublishTarget(name: "web", destination: .git(remote: remote, branch: "pages"))
        let environment = try listening(site, at: "git")
        let error = #expect(throws: DiagnosticError.self) { try site.publish(target, environment: environment) }
        let told = try #require(error?.diagnostics)
        #expect(told.first?.message.contains("git could not reach the repository") == true)
        #expect(told.first?.message.contains("127.0.0.1") == true)
        #expect(!String(decoding: PublishPlan.json(failure: told), as: UTF8.self).contains("opensesame"))
        #expect(!target.shownAddress.contains("opensesame"))
        let words = try String(contentsOfFile: site.root + "/words", encoding: .utf8)
        #expect(words.contains("ls-remote") && !words.contains("opensesame"))
    }

    @Test(.enabled(if: PublishedSite.Place.rclone.missing.isEmpty, "rclone is not installed"))
    func `what rclone is told by the environment stands on no command line and in no message`() throws {
        let site = try PublishedSite(.rclone)
        try site.build(["index.html": "x"])
        var environment = try listening(site, at: "rclone")
        environment["RCLONE_CONFIG_ARCHIVE_TYPE"] = "opensesame"
        environment["RCLONE_CONFIG_ARCHIVE_PASS"] = "opensesame"
        let target = PublishTarget(name: "web", destination: .rclone(to: "archive:digests"))
        let error = #expect(throws: DiagnosticError.self) { try site.publish(target, environment: environment) }
        let told = try #require(error?.diagnostics.first)
        #expect(told.message.contains("***") && !told.message.contains("opensesame"), "\(told.message)")
        let words = try String(contentsOfFile: site.root + "/words", encoding: .utf8)
        #expect(words.contains("archive:digests") && !words.contains("opensesame"))
    }
}
