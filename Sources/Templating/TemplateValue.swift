import Mustache

/// A text, a number, or nothing, as the Mustache library shows it and asks whether it is there.
struct ScalarValue: MustacheCustomRenderable, MustacheParent {
    let renderText: String
    /// Whether a section about this value is left out.
    let isNull: Bool

    static let absent = ScalarValue(renderText: "", isNull: true)

    static func text(_ text: String?) -> ScalarValue {
        guard let text, !text.isEmpty else { return absent }
        return ScalarValue(renderText: text, isNull: false)
    }

    static func number(_ number: Int?) -> ScalarValue {
        guard let number else { return absent }
        return ScalarValue(renderText: String(number), isNull: number == 0)
    }

    /// No names within: the library looks further out, and does not reflect on the value.
    func child(named: String) -> Any? { nil }
}

/// A list as the Mustache library walks it; `count` is how many there are.
struct ListValue<Element, Value>: MustacheSequence, MustacheParent {
    private let elements: [Element]
    private let value: (Element) -> Value

    static func make(_ elements: [Element], _ value: @escaping (Element) -> Value) -> Any {
        elements.isEmpty ? EmptyList() : ListValue(elements: elements, value: value)
    }

    func makeIterator() -> LazyMapSequence<[Element], Value>.Iterator { elements.lazy.map(value).makeIterator() }

    func child(named name: String) -> Any? { name == "count" ? ScalarValue.number(elements.count) : nil }
}

/// Not a sequence: within the section for an empty list the library would look for names in the list itself.
private struct EmptyList: MustacheCustomRenderable, MustacheParent {
    var renderText: String { "" }
    var isNull: Bool { true }

    func child(named name: String) -> Any? { name == "count" ? ScalarValue.number(0) : nil }
}
