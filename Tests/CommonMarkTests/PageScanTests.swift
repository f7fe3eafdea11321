import CommonMark
import Testing

@Suite struct PageScanTests {
    private func scan(_ html: String) -> PageScan { PageScan(Array(html.utf8)) }

    @Test func `ids and addresses are found in order, with their places`() {
        let page = scan("<h2 id=\"a\">x</h2><a class=x href='b#c' id=d>y</a><img alt=\"\" src=e.png/>")
        #expect(page.ids.map(\.value) == ["a", "d"])
        #expect(page.ids.map(\.offset) == [8, 42])
        #expect(page.addresses.map(\.value) == ["b#c", "e.png/"])
    }

    @Test func `names in capitals and space around the equals sign are read`() {
        #expect(scan("<A HREF = \"x\"\n ID\n=\n'y'>").addresses.map(\.value) == ["x"])
        #expect(scan("<A HREF = \"x\"\n ID\n=\n'y'>").ids.map(\.value) == ["y"])
    }

    @Test func `where a page sends its readers on is found`() {
        #expect(scan("<meta charset=x><META content='1; url=../b/' HTTP-EQUIV=Refresh>").refresh == "1; url=../b/")
        #expect(scan("<meta http-equiv=other content=x><meta name=refresh content=y><p content=z>").refresh == nil)
    }

    @Test func `references in a value are decoded`() {
        #expect(scan("<a href=\"?a=1&amp;b=2&#x26;c&#39;&nbsp;&\">").addresses.map(\.value) == ["?a=1&b=2&c'&nbsp;&"])
    }

    @Test(arguments: [
        "<!-- <a href=\"x\"> -->", "<!---> <!-- --!> <a href=x> -->", "<script>'<a href=\"x\">'</script>",
        "<STYLE><a href=x></style>",
        "<textarea><a href=x></textarea>", "<title><a href=x></title>", "</a href=\"x\">", "<!doctype href=x>",
        "<?a href=x?>",
        "a < href=\"x\"", "<a data-href=\"x\" hrefs=\"x\" i=\"x\" title=' href=x'>", "<a href>", "&lt;a href=x>", "<",
        "<a", "<a href",
        "<a href=", "<script>", "<!--", "<script></scrip", "",
    ]) func `what is no attribute of a start tag is passed over`(html: String) {
        #expect(scan(html).addresses.map(\.value).filter { !$0.isEmpty } == [])
    }

    @Test func `reading goes on behind what is passed over`() {
        #expect(scan("<!--x--><script>x</SCRIPT ><a href=y></a><!--><a href=z>").addresses.map(\.value) == ["y", "z"])
    }

    @Test func `a value that is not closed goes to the end`() {
        #expect(scan("<a href=\"x>").addresses.map(\.value) == ["x>"])
    }
}
