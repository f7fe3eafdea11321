import Diagnostics
import Foundation
import SiteGenerator
import Testing

@testable import Publishing

/// What holds for every kind of target, with the real tools.
@Suite struct PublisherTests {
    @Test(arguments: PublishedSite.Place.available)
    func `what is live is the site, whole and at once nothing else has to travel`(place: PublishedSite.Place) throws {
        let site = try PublishedSite(place)
        try site.build(LinkedPages.first)
        let plan = try site.publish()
        #expect(plan.added.filter { $0.path.text != ".nojekyll" }.count == LinkedPages.first.count)
        #expect(try site.live() == LinkedPages.first)
        #expect(try site.publish().isEmpty)
    }

    @Test(arguments: PublishedSite.Place.available)
    func `only what differs travels, and what is gone is deleted`(place: PublishedSite.Place) throws {
        let site = try PublishedSite(place)
        try site.build(["index.html": "1", "a/index.html": "same", "b/index.html": "old", "c/d/index.html": "gone"])
        try site.publish()
        try site.plant("foreign", at: "c/note.txt")
        try site.build(["index.html": "2", "a/index.html": "same", "b/index.html": "new", "e/index.html": "added"])
        let plan = try site.publish()
        #expect(plan.changed.map(\.path.text) == ["b/index.html", "index.html"])
        #expect(plan.added.map(\.path.text) == ["e/index.html"])
        #expect(plan.deleted.map(\.path.text) == ["c/d/index.html"])
        #expect(plan.bytes == 9)
        let expected = [
            "index.html": "2", "a/index.html": "same", "b/index.html": "new", "e/index.html": "added",
            "c/note.txt": "foreign",
        ]
        #expect(try site.live() == expected)
    }

    @Test(arguments: PublishedSite.Place.available)
    func `names that a shell, a list or a pattern would take for something else arrive as they are`(
        place: PublishedSite.Place
    ) throws {
        let site = try PublishedSite(place)
        let names = [
            "-n", "--delete", "# note", "; note", "a b", " edge ", "'quote'", "\"double\"", "\\back", "*", "?", "[a-z]",
            "{x,y}", "$HOME", "`id`", "a:b", "~", "!", "%2e%2e", "é", "e\u{301}x", "日本", "a&b", "-- x/-y/#z", "a|b",
            "..x",
        ]
        var files = ["index.html": "h"]
        for name in names { files[name + ".txt"] = "1 " + name }
        for name in names { files[name + "/index.html"] = "1 " + name }
        try site.build(files)
        try site.publish()
        #expect(try site.live() == files)
        for name in names.prefix(13) {
            files[name + ".txt"] = nil
            files[name + "/index.html"] = "2 " + name
        }
        try site.build(files)
        try site.publish()
        #expect(try site.live() == files)
    }

    @Test(arguments: PublishedSite.Place.near)
    func `a change that keeps size and time travels`(place: PublishedSite.Place) throws {
        let site = try PublishedSite(place)
        let time = Date(timeIntervalSince1970: 1_500_000_000)
        for text in ["aaaa", "bbbb"] {
            try site.build(["index.html": text])
            let output = try site.folder().output + "/index.html"
            try FileManager.default.setAttributes([.modificationDate: time], ofItemAtPath: output)
            try site.publish()
            if place != .git {
                let live = site.liveFolder + "/index.html"
                try FileManager.default.setAttributes([.modificationDate: time], ofItemAtPath: live)
            }
            #expect(try site.live() == ["index.html": text])
        }
    }

    @Test(arguments: PublishedSite.Place.near)
    func `more deletions than allowed stop before anything is sent`(place: PublishedSite.Place) throws {
        let site = try PublishedSite(place)
        let pages = Dictionary(uniqueKeysWithValues: (1...4).map { ("p\($0)/index.html", "x") })
        try site.build(pages.merging(["index.html": "1"]) { $1 })
        try site.publish()
        let before = try site.everythingLive()
        try site.build(["index.html": "2", "p1/index.html": "x", "p2/index.html": "x"])
        let error = #expect(throws: DiagnosticError.self) {
            try site.publish(site.target(maxDeletes: 1), confirmed: false)
        }
        #expect(error?.diagnostics.map(\.id) == ["many-deletions"])
        #expect(try site.everythingLive() == before)
        try site.publish(site.target(maxDeletes: 1), confirmed: true)
        #expect(try site.live().count == 3)
    }

    @Test(arguments: PublishedSite.Place.near)
    func `a target with files and no record is left alone until that is confirmed`(place: PublishedSite.Place) throws {
        let site = try PublishedSite(place)
        try site.plant("theirs", at: "index.html")
        try site.plant("theirs", at: "other.html")
        try site.build(["index.html": "ours"])
        let error = #expect(throws: DiagnosticError.self) { try site.publish(confirmed: false) }
        #expect(error?.diagnostics.map(\.id) == ["foreign-target"])
        #expect(try site.everythingLive() == ["index.html": "theirs", "other.html": "theirs"])
        try site.publish(confirmed: true)
        #expect(try site.live() == ["index.html": "ours", "other.html": "theirs"])
    }

    @Test(arguments: PublishedSite.Place.near)
    func `a record that names a file outside the target is refused`(place: PublishedSite.Place) throws {
        let site = try PublishedSite(place)
        try site.plant(
            #"""
            {"format": "rapporteur.published/1", "files": [{"path": "../precious", "content": null, "exists": true, "bytes": 1}]}
            """#, at: PublishedManifest.name)
        try site.write("precious", to: "precious")
        try site.build(["index.html": "x"])
        let error = #expect(throws: DiagnosticError.self) { try site.publish() }
        #expect(error?.diagnostics.map(\.id) == ["unreadable-record"])
        #expect(FileManager.default.fileExists(atPath: site.root + "/precious"))
    }

    @Test(arguments: PublishedSite.Place.near)
    func `everything travels again when asked for`(place: PublishedSite.Place) throws {
        let site = try PublishedSite(place)
        try site.build(LinkedPages.first)
        try site.publish()
        try site.plant("tampered with", at: "index.html")
        #expect(try site.publish().isEmpty)
        let publisher = try site.publisher()
        try publisher.carryOut(try publisher.plan(everything: true), confirmed: false)
        #expect(try site.live() == LinkedPages.first)
    }

    @Test func `two publishes to one target do not run at once`() throws {
        let site = try PublishedSite(.folder)
        do {
            let publisher = try site.publisher()
            let error = #expect(throws: DiagnosticError.self) { try site.publisher() }
            #expect(error?.diagnostics.map(\.id) == ["publish-at-work"])
            withExtendedLifetime(publisher) {}
        }
        _ = try site.publisher()
    }

    @Test(arguments: PublishedSite.Place.available.filter { $0.tool != nil })
    func `a tool that is missing is named, with how to install it`(place: PublishedSite.Place) throws {
        let site = try PublishedSite(place)
        let error = #expect(throws: DiagnosticError.self) { try site.publisher(environment: ["PATH": site.root]) }
        #expect(error?.diagnostics.map(\.id) == ["missing-tool"])
        #expect(error?.diagnostics.first?.suggestion?.contains("apt install \(place.tool ?? "")") == true)
    }

    @Test func `without a built site there is nothing to publish`() throws {
        let site = try PublishedSite(.folder)
        let error = #expect(throws: DiagnosticError.self) { try site.publish() }
        #expect(error?.diagnostics.map(\.id) == ["not-built"])
    }

    @Test func `a file for a folder, or the reverse, is told and not sent`() throws {
        for (old, new) in [("a", "a/b"), ("a/b", "a")] {
            let site = try PublishedSite(.rsync)
            try site.build([old: "x"])
            try site.publish()
            try site.build([new: "x"])
            let error = #expect(throws: DiagnosticError.self) { try site.publish() }
            #expect(error?.diagnostics.map(\.id) == ["file-for-folder"])
            #expect(try site.live() == [old: "x"])
        }
    }

    @Test func `a file renamed in letter case only is never deleted under its new name`() throws {
        let site = try PublishedSite(.folder)
        try site.build(["index.html": "x", "Map.svg": "x"])
        try site.publish()
        try site.build(["index.html": "x", "map.svg": "x"])
        #expect(try site.publish().left.map(\.text) == ["Map.svg"])
        #expect(try site.live()["map.svg"] == "x")
        #expect(try site.publish().isEmpty)
    }
}
