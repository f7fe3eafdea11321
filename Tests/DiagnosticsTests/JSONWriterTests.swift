import Foundation
import Testing

@testable import Diagnostics

private func text(_ layout: JSONWriter.Layout = .compact, _ write: (inout JSONWriter) -> Void) -> String {
    var json = JSONWriter(layout: layout)
    write(&json)
    return String(decoding: json.bytes, as: UTF8.self)
}

@Suite struct JSONWriterTests {
    @Test func `members and elements keep the order they are written in`() {
        let written = text { json in
            json.object { json in
                json.member("z", "last letter first")
                json.array("lines", [1, 9]) { $0.value($1) }
                json.member("names", ["Ada", "Bo"])
                json.object("inner") { $0.member("truth", true) }
                json.member("a", -7)
            }
        }
        #expect(
            written
                == #"{"z":"last letter first","lines":[1,9],"names":["Ada","Bo"],"inner":{"truth":true},"a":-7}"#)
    }

    @Test func `what is missing is written as null`() {
        let written = text { json in
            json.object { json in
                json.member("string", nil as String?)
                json.member("int", nil as Int?)
                json.member("double", nil as Double?)
            }
        }
        #expect(written == #"{"string":null,"int":null,"double":null}"#)
    }

    @Test func `a document may be a single value, and containers may be empty`() {
        #expect(text { $0.value("a") } == #""a""#)
        #expect(text { $0.object { _ in } } == "{}")
        #expect(text { json in json.array([Int]()) { $0.value($1) } } == "[]")
        #expect(
            text { json in json.array([[], [1, 2]]) { json, row in json.array(row) { $0.value($1) } } } == "[[],[1,2]]")
    }

    @Test func `the indented layout puts every member and element on its own line`() {
        let written = text(.indented) { json in
            json.object { json in
                json.member("a", 1)
                json.array("b", ["x", "y"]) { $0.value($1) }
                json.object("c") { _ in }
            }
        }
        #expect(written == "{\n  \"a\": 1,\n  \"b\": [\n    \"x\",\n    \"y\"\n  ],\n  \"c\": {}\n}")
    }

    @Test func `every control character is escaped, the common ones by their short form`() {
        for code in UInt8(0)..<0x20 {
            let written = text { $0.value(String(UnicodeScalar(code))) }
            #expect(written.utf8.allSatisfy { $0 >= 0x20 }, "U+\(String(code, radix: 16))")
        }
        #expect(text { $0.value("\n\r\t\"\\\u{0}\u{1F}") } == #""\n\r\t\"\\\u0000\u001f""#)
    }

    @Test func `line and paragraph separators are escaped, their neighbours stand as they are`() {
        #expect(text { $0.value("a\u{2028}b\u{2029}c\u{2027}“é”‑") } == "\"a\\u2028b\\u2029c\u{2027}“é”‑\"")
    }

    @Test func `keys are escaped like strings`() {
        #expect(text { json in json.object { $0.member("a\"b", 1) } } == #"{"a\"b":1}"#)
    }

    @Test func `numbers that JSON cannot say become null, the others read back the same`() throws {
        #expect(text { $0.value(Double.nan) } == "null")
        #expect(text { $0.value(-Double.infinity) } == "null")
        for number in [0.1, -0.0, 1e-7, 1.7976931348623157e308, Double.leastNonzeroMagnitude, 12_345_678_901.5] {
            let written = text { json in json.array([number]) { $0.value($1) } }
            let read = try JSONSerialization.jsonObject(with: Data(written.utf8)) as? [Double]
            #expect(read == [number], "\(written)")
        }
    }

    @Test func `any string reads back the same`() throws {
        let alphabet: [Unicode.Scalar] = [
            "a", "\"", "\\", "\n", "\u{0}", "\u{7F}", "é", "\u{2028}", "\u{301}", "𝕏", "\u{E000}",
        ]
        var state: UInt64 = 1
        for length in 0..<200 {
            var string = String.UnicodeScalarView()
            for _ in 0..<length % 40 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                string.append(alphabet[Int(state >> 33) % alphabet.count])
            }
            let bytes = Data(text { json in json.array([String(string)]) { $0.value($1) } }.utf8)
            let read = try #require(try JSONSerialization.jsonObject(with: bytes) as? [String])
            #expect(Array(read[0].unicodeScalars) == Array(string))
        }
    }
}
