import Testing

@testable import Diagnostics

private func read(_ text: String) throws -> PlacedJSON {
    try PlacedJSON(file: "x.json", bytes: Array(text.utf8))
}

private func fault(_ bytes: [UInt8]) -> Diagnostic? {
    do {
        _ = try PlacedJSON(file: "x.json", bytes: bytes)
        return nil
    } catch { return error.diagnostics.first }
}

private func fault(_ text: String) -> Diagnostic? { fault(Array(text.utf8)) }

@Test func `each value knows its line, its column in bytes and its length`() throws {
    let json = try read("{\n  \"é\": [1, true],\r\n\t\"b\": \"ü\"\r}")
    guard case .object(let members) = json.value else { throw DiagnosticError([]) }
    #expect(json.place == .init(line: 1, column: 1, length: 1))
    #expect(members[0].keyPlace == .init(line: 2, column: 3, length: 4))
    guard case .array(let list) = members[0].value.value else { throw DiagnosticError([]) }
    #expect(list[0].place == .init(line: 2, column: 10, length: 1))
    #expect(list[1].place == .init(line: 2, column: 13, length: 4))
    #expect(members[1].value.place == .init(line: 3, column: 7, length: 4))
}

@Test(arguments: [
    ("\"a\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "a\"\\/\u{8}\u{C}\n\r\t"), ("\"\\u00e9\"", "é"), ("\"\\uD83D\\uDE00\"", "😀"),
    ("\"\\u0000\"", "\0"), ("\"\u{2028}\"", "\u{2028}"),
])
func `a text is read with its escapes`(source: String, text: String) throws {
    #expect(try read(source).value == .string(text))
}

@Test(arguments: ["0", "-0", "12", "1.5", "-1e10", "2E+3", "0.1e-2"])
func `a number of the standard's form is kept as written`(number: String) throws {
    #expect(try read(number).value == .number(number))
}

@Test(arguments: [
    ("{\"a\" 1}", 1, 6), ("{\"a\": }", 1, 7), ("[1,\n 2,\n]", 2, 3), ("{\"a\": 1,}", 1, 8), ("[1 2]", 1, 4),
    ("{'a': 1}", 1, 2), ("{\n// no\n}", 2, 1), ("[01]", 1, 2), ("[.5]", 1, 2), ("[1.]", 1, 2), ("[-]", 1, 2),
    ("[+1]", 1, 2), ("[NaN]", 1, 2), ("[truex]", 1, 2), ("\"a", 1, 1), ("\"a\nb\"", 1, 1), ("\"\t\"", 1, 2),
    ("\"\\x\"", 1, 2), ("\"\\u12\"", 1, 2), ("\"\\ud800\"", 1, 2), ("\"\\udc00\"", 1, 2), ("{} {}", 1, 4),
    ("{", 1, 2), ("[\n", 2, 1), ("{\"a\"", 1, 5), ("\"\\", 1, 1),
])
func `what is not JSON is told at its place with a next step`(source: String, line: Int, column: Int) {
    let fault = fault(source)
    #expect(fault?.id == "json-syntax", "\(source)")
    #expect(fault?.file == "x.json")
    #expect(fault?.lines == line...line, "\(source)")
    #expect(fault?.column == column, "\(source)")
    #expect(fault?.suggestion?.isEmpty == false)
}

@Test func `a key that stands twice in one object is an error at the second`() {
    let fault = fault("{\"a\": 1,\n \"b\": {\"a\": 1}, \"\\u0061\": 2}")
    #expect(fault?.id == "json-duplicate-key")
    #expect(fault?.lines == 2...2)
    #expect(fault?.column == 17)
}

@Test func `an empty file, bytes that are not UTF-8 and depth without end each have a message of their own`() {
    #expect(fault("")?.id == "json-empty")
    #expect(fault(" \n ")?.id == "json-empty")
    #expect(fault([0x22, 0xE9, 0x22])?.id == "json-not-utf8")
    #expect(fault([0xE9])?.id == "json-syntax")
    #expect(fault(String(repeating: "[", count: 1_000_000))?.id == "json-too-deep")
    #expect(fault(String(repeating: "[", count: 128) + String(repeating: "]", count: 128)) == nil)
    #expect(fault(String(repeating: "{\"a\":", count: 129))?.id == "json-too-deep")
}

@Test func `a byte-order mark is passed over and not counted`() throws {
    #expect(try PlacedJSON(file: "x", bytes: [0xEF, 0xBB, 0xBF, 0x31]).place.column == 1)
}

@Test func `any change of one byte gives a value or one diagnostic inside the file`() {
    let source = Array("{\"a\": [1.5e3, \"\\u00e9\\n\", null], \"b\": {\"c\": false}}\n".utf8)
    for index in source.indices {
        for byte in UInt8.min...UInt8.max {
            var bytes = source
            bytes[index] = byte
            guard let fault = fault(bytes) else { continue }
            #expect(fault.column! >= 1 && fault.column! <= source.count + 1)
        }
    }
    for length in source.indices.dropLast(1) { #expect(fault(Array(source[..<length])) != nil) }
}

// MARK: Decoding

@Test func `an unknown key is told with the nearest right one`() throws {
    var decoder = PlacedJSONDecoder(file: "site.json")
    let json = try read("{\n  \"titel\": \"T\", \"output\": \"o\", \"zzzzzz\": 1\n}")
    let object = decoder.object(json, named: "site.json", keys: ["title", "output"])
    #expect(object?.members.map(\.key) == ["output"])
    #expect(decoder.diagnostics.map(\.id) == ["json-unknown-key", "json-unknown-key"])
    #expect(decoder.diagnostics[0].lines == 2...2)
    #expect(decoder.diagnostics[0].column == 3)
    #expect(decoder.diagnostics[0].suggestion?.contains("\"title\"") == true)
    #expect(decoder.diagnostics[1].suggestion?.contains("\"output\", \"title\"") == true)
}

@Test func `every wrong kind and missing key of one object is told in one reading`() throws {
    var decoder = PlacedJSONDecoder(file: "site.json")
    let json = try read("{\"s\": 1, \"i\": 1.5, \"b\": null, \"l\": {}, \"m\": [1, \"x\"]}")
    let list = try read("[]")
    let checked = decoder.object(json, named: "site.json", keys: ["s", "i", "b", "l", "m", "r"])
    let object = try #require(checked)
    #expect(decoder.string("s", of: object) == nil)
    #expect(decoder.integer("i", of: object) == nil)
    #expect(decoder.bool("b", of: object) == nil)
    #expect(decoder.list("l", of: object) == nil)
    #expect(decoder.strings("m", of: object) == ["x"])
    #expect(decoder.require("r", of: object, suggestion: "Write it.") == nil)
    #expect(
        decoder.diagnostics.map(\.message) == [
            "\"s\" should be a text, not a number", "\"i\" should be a whole number, not a number",
            "\"b\" should be true or false, not null", "\"l\" should be a list, not an object",
            "an entry of \"m\" should be a text, not a number", "site.json has no \"r\"",
        ])
    #expect(decoder.object(list, named: "site.json") == nil)
}
