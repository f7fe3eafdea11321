import Foundation
import Testing

@testable import Preview

@Suite struct InputSnapshotTests {
    let site: WorkedOnSite

    init() throws { site = try WorkedOnSite() }

    private var snapshot: InputSnapshot { get throws { InputSnapshot(of: try site.inputs, root: site.root) } }

    @Test func `everything a build reads is in it, the output and files of editors are not`() throws {
        for name in ["Templates/parts/a.md", "Public/img/a.svg", "people.json"] { try site.write("{}", to: name) }
        let before = try snapshot
        #expect(
            Set(before.files.keys)
                == Set(
                    [
                        "site.json", "Meetings/3rd-meeting.txt", "Templates/parts/a.md", "Public/img/a.svg",
                        "people.json",
                    ]
                    .map(site.path)))
        for name in [
            "_site/index.html", "Meetings/.3rd-meeting.txt.swp", "Meetings/3rd-meeting.txt~", "Public/#a#",
            "Public/4913", ".git/index", "notes.txt", "Public/a.tmp",
        ] {
            try site.write("x", to: name)
        }
        #expect(try snapshot == before)
    }

    @Test(arguments: ["site.json", "Meetings/3rd-meeting.txt", "Meetings/new.txt", "Templates/deep/a.md", "Public/a"])
    func `a file that was written to is another one`(name: String) throws {
        let paths = try site.inputs
        let before = InputSnapshot(of: paths, root: site.root)
        try site.write("something else", to: name)
        #expect(InputSnapshot(of: paths, root: site.root) != before)
    }

    @Test func `what a link leads to is looked at where it is`() throws {
        let outside = try WorkedOnSite()
        try outside.write("one", to: "kept.txt")
        try FileManager.default.createSymbolicLink(
            atPath: site.path("Meetings/linked.txt"), withDestinationPath: outside.path("kept.txt"))
        try outside.write("{}", to: "names.json")
        for (name, target) in [
            ("Meetings/circle", site.path("Meetings")), ("Meetings/lost.txt", outside.path("nothing")),
            ("people.json", outside.path("names.json")),
        ] {
            try FileManager.default.createSymbolicLink(atPath: site.path(name), withDestinationPath: target)
        }
        let before = try snapshot
        #expect(before.folders.contains(outside.root))
        #expect(before.files[site.path("Meetings/lost.txt")] == nil)
        for name in ["kept.txt", "names.json"] {
            let last = try snapshot
            try outside.write("another", to: name)
            #expect(try snapshot != last)
        }
    }

    @Test func `a folder that is not there yet is looked for where it would be`() throws {
        try site.write(#"{"title": "T", "meetings": "texts/kept/all"}"#, to: "site.json")
        try FileManager.default.createDirectory(atPath: site.path("texts/kept/all"), withIntermediateDirectories: true)
        let paths = try site.inputs
        try FileManager.default.removeItem(atPath: site.path("texts/kept"))
        let folders = InputSnapshot(of: paths, root: site.root).folders
        #expect(folders == [site.root, site.path("texts")])
    }

    @Test func `looking again at what changed gives what looking at everything gives`() throws {
        try site.write("a", to: "Public/img/a.svg")
        var looked = try snapshot
        let changes: [(String, Bool)] = [
            ("Meetings/3rd-meeting.txt", true), ("Meetings/new.txt", true), ("Public/img/b.svg", true),
            ("Public/img/b.svg~", false), ("Public/img/a.svg", true), ("site.json", true),
        ]
        for (round, (name, counts)) in changes.enumerated() {
            if name == "Public/img/a.svg" {
                try FileManager.default.removeItem(atPath: site.path(name))
            } else if name != "site.json" {
                try site.write("round \(round)", to: name)
            }
            if name == "site.json" { try site.write(#"{"title": "Another"}"#, to: name) }
            let found = looked.look(at: [site.path(name), site.path("Meetings/never.txt")])
            #expect(found == (counts ? [site.path(name)] : []), "\(name)")
            #expect(try looked == snapshot, "\(name)")
        }
    }

    @Test func `where a link, a folder or a file of another place is meant, everything is looked at`() throws {
        var looked = try snapshot
        #expect(looked.look(at: [site.path("people.json")]) == nil)
        #expect(looked.look(at: [site.path("Meetings/deep/new.txt")]) == nil)
        try site.write("x", to: "Public/deep/a.svg")
        #expect(looked.look(at: [site.path("Public/deep")]) == nil)
        try FileManager.default.createSymbolicLink(
            atPath: site.path("Meetings/linked.txt"), withDestinationPath: site.path("Meetings/3rd-meeting.txt"))
        #expect(looked.look(at: [site.path("Meetings/linked.txt")]) == nil)
        var linked = try snapshot
        #expect(linked.look(at: [site.path("Meetings/3rd-meeting.txt")]) == nil)
    }
}
