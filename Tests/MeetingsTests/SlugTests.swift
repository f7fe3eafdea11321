import Testing

@testable import Meetings

@Test(arguments: [
    ("Koro Bessho", "koro-bessho"), ("Côte d’Ivoire", "cote-d-ivoire"), ("S/RES/2331 (2016)", "s-res-2331-2016"),
    ("Bogusław Winid", "boguslaw-winid"), ("Feridun Hadi Sinirlioğlu", "feridun-hadi-sinirlioglu"),
    ("Türkiye", "turkiye"), ("  — ", ""),
])
func `a name becomes an address of plain letters, digits and hyphens`(name: String, slug: String) {
    #expect(Slug.make(name) == slug)
}

@Test func `a name in another script has an address of its own`() {
    #expect(Slug.make("Пётр") == "petr")
    #expect(!Slug.make("山田太郎").isEmpty)
}

@Test(arguments: ["Turkey", "TÜRKIYE", "Republic of Türkiye"])
func `a State is found by each name it has or had`(name: String) {
    #expect(StateTable.shipped.state(named: name)?.code == "TUR")
}

@Test func `the shipped table holds every member and observer State`() {
    #expect(StateTable.shipped.states.count { $0.standing == .member } == 193)
    #expect(StateTable.shipped.states.count { $0.standing == .observer } == 2)
    #expect(StateTable.shipped.state(named: "Atlantis") == nil)
}
