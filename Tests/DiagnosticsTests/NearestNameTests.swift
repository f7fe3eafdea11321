import Testing

@testable import Diagnostics

@Test(arguments: [
    ("titel", "title"), ("Title", "title"), ("outptu", "output"), ("meeting", "meetings"), ("base_url", "baseURL"),
])
func `a slip of the pen finds the name that was meant`(written: String, meant: String) {
    #expect(NearestName.of(written, among: ["output", "title", "meetings", "baseURL"]) == meant)
}

@Test func `a name that is far from all finds none, and of two equally near the first is given`() {
    #expect(NearestName.of("colour", among: ["output", "title"]) == nil)
    #expect(NearestName.of("x", among: []) == nil)
    #expect(NearestName.of("cat", among: ["bat", "hat"]) == "bat")
    #expect(NearestName.of("", among: ["output"]) == nil)
    #expect(NearestName.of(String(repeating: "x", count: 1_000_000), among: ["x"]) == nil)
}
