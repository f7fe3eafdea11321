import Diagnostics
import Foundation
import Testing

@testable import Preview

@Suite struct LivePageTests {
    @Test(arguments: [
        ("<body>a</body></html>", "<body>a|</body></html>"), ("<BODY>a</BODY>", "<BODY>a|</BODY>"), ("a", "a|"),
        ("", "|"),
        ("<script>'</body>'</script>b</body>", "<script>'</body>'</script>b|</body>"),
    ])
    func `the script comes before the end of the body`(page: String, expected: String) {
        let bytes = LivePage.bytes(Data(page.utf8), edition: "1-0", home: "/a/")
        let tag = "<script src=\"/.rapporteur/live.js\" data-edition=\"1-0\" data-home=\"/a/\"></script>\n"
        #expect(String(decoding: bytes, as: UTF8.self) == expected.replacing("|", with: tag))
    }

    @Test func `the script is there, and takes what it shows for text`() {
        let script = String(decoding: LivePage.script, as: UTF8.self)
        #expect(script.contains(LivePage.eventsPath))
        #expect(
            !script.contains("innerHTML") && !script.contains("outerHTML") && !script.contains("insertAdjacentHTML"))
    }

    @Test func `an event is one block of lines, whatever stands in it`() throws {
        let hostile = "a\r\n\r\nevent: site\ndata: {}\u{2028}</script>\"\\\0"
        let fault = LiveSite.Fault(
            place: hostile, message: hostile, excerpt: hostile, suggestion: nil, id: "x")
        for event in [
            LiveEvent.faults([fault, fault]), .site(edition: "1", before: nil, home: hostile, changed: [hostile]),
        ] {
            let lines = String(decoding: event.bytes, as: UTF8.self).split(
                separator: "\n", omittingEmptySubsequences: false)
            #expect(lines.count == 4 && lines[0].hasPrefix("event: ") && lines[1].hasPrefix("data: {"))
            #expect(lines[2].isEmpty && lines[3].isEmpty)
            #expect(!event.bytes.contains(UInt8(ascii: "\r")))
            _ = try PlacedJSON(file: "event", bytes: Array(lines[1].dropFirst(6).utf8))
        }
    }

    @Test func `a listener hears how things stand, then what changes`() async {
        let site = LiveSite(folder: "/nowhere")
        site.fail([.init(place: nil, message: "m", excerpt: nil, suggestion: nil, id: "i")])
        var events = site.events().makeAsyncIterator()
        let edition = site.mark.edition
        #expect(await events.next() == .site(edition: edition, before: nil, home: "/", changed: []))
        guard case .faults = await events.next() else {
            Issue.record("the faults are not told")
            return
        }
        site.publish(changed: ["a"])
        #expect(
            await events.next() == .site(edition: site.mark.edition, before: edition, home: "/", changed: ["a"]))
        site.publish(changed: [])
        site.beat()
        #expect(await events.next() == .heartbeat, "nothing new is not told")
        #expect(site.mark.edition != edition)
        #expect(LiveSite(folder: "/nowhere").mark.edition != edition, "another run is another edition")
    }
}
