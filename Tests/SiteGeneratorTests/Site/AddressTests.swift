import Testing

@testable import SiteGenerator

@Test(arguments: [
    ("meetings/sc-7847/", "speakers/koro-bessho/", "../../speakers/koro-bessho/"),
    ("meetings/sc-7847/", "meetings/sc-7848/#japan", "../sc-7848/#japan"),
    ("meetings/sc-7847/", "meetings/sc-7847/#japan", "#japan"), ("", "meetings/", "meetings/"),
    ("meetings/", "", "../"), ("", "", "./"),
    ("resolutions/s-res-14-2031/op-1/", "resolutions/s-res-14-2031/", "../"),
    ("resolutions/s-res-14-2031/op-1/", "style.css", "../../../style.css"),
])
func `the way from one page to another is relative`(from: String, to: String, way: String) {
    #expect(Address(path: from).relative(to: to) == way)
}
