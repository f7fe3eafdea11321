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
