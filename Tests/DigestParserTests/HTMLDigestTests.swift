import Meetings
import Testing

@testable import DigestParser

struct HTMLDigestTests {
    private let page = """
        <!DOCTYPE html>
        <html><head><title>River | Press</title><script>var x = "<p>BO LIND (Malta) said nothing</p>";</script></head>
        <body><nav><ul><li><a href="/">Security Council</a></li></ul></nav>
        <a href="#main">Skip to main content</a>
        <article>
        <h5>The House</h5>
        <div class="symbol">SC/15541</div>
        <div><time>21 December 2023</time></div>
        <h1>Council Hears&nbsp;of River</h1>
        <div class="body"><p>The Security Council heard today of the river, its boats and its locks, from many speakers.</p>
        <p>The meeting began at 10:02&nbsp;a.m. and ended at 10:31 a.m.</p>
        <p><u>Statements of the Day</u></p>
        <p>MIRA SOLBERG&#8209;BERG (<u>Norway</u>) said that it rose, &mdash; and fell.</p>
        <p>She
           went on.</p>

        <p>PEDRO COMISS&Aacute;RIO (Mozambique) agreed.<br>BO LIND (Malta) did not.
        </div>
        <div class="tags"><a href="/r">Rivers</a></div>
        </article>
        <footer><p>For information media. Not an official record.</p><a href="/">A-Z</a></footer>
        </body></html>
        """

    @Test func `the release is found inside the page`() throws {
        let reading = try Reading(page, file: "saved.html")
        let meeting = reading.meeting
        #expect(meeting.symbol == "SC/15541")
        #expect(meeting.date.value == "2023-12-21")
        #expect(meeting.headline == "Council Hears\u{A0}of River")
        #expect(meeting.times?.ended == "10:31")
        #expect(reading.headings == ["Statements of the Day"])
        #expect(reading.statements.map(\.speaker.name) == ["Mira Solberg-Berg", "Pedro Comissário", "Bo Lind"])
        #expect(
            reading.statements[0].paragraphs.map(\.text) == [
                "MIRA SOLBERG\u{2011}BERG (Norway) said that it rose, — and fell.", "She went on.",
            ])
        #expect(
            reading.kinds == [
                "other", "header", "summary", "times", "heading", "statement", "statement", "statement", "footer",
                "other",
            ])
    }

    @Test func `lines are those of the file, and every line has its block`() throws {
        let reading = try Reading(page, file: "saved.html")
        #expect(reading.statements[0].paragraphs.map(\.lines) == [13...13, 14...15])
        #expect(reading.meeting.times?.lines == 11...11)
        // The two turns on one line of markup share it.
        #expect(reading.strayLines == [17])
    }

    @Test func `a page without an end, an article or a heading is still read`() throws {
        let reading = try Reading(
            "<html><p>The Security Council met today, and heard much.<p>MIRA SOLBERG (Norway) said so", file: "x.htm")
        #expect(reading.statements.map(\.speaker.name) == ["Mira Solberg"])
    }

    @Test func `old pages keep their text in tables`() throws {
        let reading = try Reading(
            "<html><body><table><tr><td><a href=a>Home</a></td><td><p>The Security Council met today and heard of boats."
                + "<p>MIRA SOLBERG (Norway) said so at length and in detail.</td></tr></table></body></html>",
            file: "x.html")
        #expect(reading.kinds.contains("statement"))
    }

    @Test(arguments: ["<", "<html>", "<html></html>", "</p></p>", "<p>", "&#0;", "<!--", "<table><table><table>"])
    func `any bytes give a result`(_ text: String) throws {
        let reading = try Reading(text, file: "x.html")
        #expect(reading.strayLines == [])
    }

    @Test func `depth is no danger`() throws {
        let deep =
            String(repeating: "<div>", count: 50_000) + "<p>MIRA SOLBERG (Norway) said so."
            + String(repeating: "</div>", count: 50_000)
        #expect(try Reading("<html><body>" + deep, file: "x.html").strayLines == [])
    }
}
