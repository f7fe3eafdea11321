import Mustache

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
