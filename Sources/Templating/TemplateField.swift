/// One name of a record: its shape, where the value comes from, and a line for the documentation.
///
/// Texts, numbers and records may be nil; a text that is empty counts as not there. The value is a key path
/// (`\.headline`) or a closure.
package struct TemplateField<Record: TemplateRecord>: Sendable {
    let name: String
    let shape: TemplateShape
    let about: String
    let value: @Sendable (Record) -> TemplateValue

    private init(
        _ name: String, _ shape: TemplateShape, _ about: String, _ value: @escaping @Sendable (Record) -> TemplateValue
    ) {
        self.name = name
        self.shape = shape
        self.about = about
        self.value = value
    }

    /// Any text, trusted or not: it is escaped for the place where it is written.
    package static func text(
        _ name: String, _ value: @escaping @Sendable (Record) -> String?, _ about: String = ""
    ) -> Self {
        Self(name, .text, about) { .text(nonempty(value($0))) }
    }

    /// An address out of a text that may not be trusted. One that is neither relative nor `http`, `https` or
    /// `mailto` counts as not there.
    package static func address(
        _ name: String, _ value: @escaping @Sendable (Record) -> String?, _ about: String = ""
    ) -> Self {
        Self(name, .address, about) { .text(nonempty(value($0).flatMap(WebAddress.safe))) }
    }

    /// Markdown (in a `.md` template) or HTML (in an `.html` one) that this program made: it is written as it is.
    package static func markup(
        _ name: String, _ value: @escaping @Sendable (Record) -> Markup?, _ about: String = ""
    ) -> Self {
        Self(name, .markup, about) { .markup(value($0).flatMap { $0.bytes.isEmpty ? nil : $0 }) }
    }

    /// The same for a short piece.
    package static func markup(
        _ name: String, _ value: @escaping @Sendable (Record) -> String?, _ about: String = ""
    ) -> Self {
        Self(name, .markup, about) { .markup(nonempty(value($0)).map(Markup.init)) }
    }

    package static func flag(
        _ name: String, _ value: @escaping @Sendable (Record) -> Bool, _ about: String = ""
    ) -> Self {
        Self(name, .flag, about) { .flag(value($0)) }
    }

    package static func number(
        _ name: String, _ value: @escaping @Sendable (Record) -> Int?, _ about: String = ""
    ) -> Self {
        Self(name, .number, about) { .number(value($0)) }
    }

    package static func texts(
        _ name: String, _ value: @escaping @Sendable (Record) -> [String], _ about: String = ""
    ) -> Self {
        Self(name, .texts, about) { .texts(value($0)) }
    }

    package static func record<Inner: TemplateRecord>(
        _ name: String, _ value: @escaping @Sendable (Record) -> Inner?, _ about: String = ""
    ) -> Self {
        Self(name, .record(Inner.self), about) { .record(value($0).map(RecordFrame.init)) }
    }

    package static func list<Item: TemplateRecord>(
        _ name: String, _ value: @escaping @Sendable (Record) -> [Item], _ about: String = ""
    ) -> Self {
        Self(name, .list(Item.self), about) { .list(RecordFrame.all(value($0))) }
    }
}

private func nonempty(_ text: String?) -> String? { text?.isEmpty == true ? nil : text }

/// The fields of a record, in the order in which the documentation lists them. Names are unique.
package struct TemplateFields<Record: TemplateRecord>: Sendable, ExpressibleByArrayLiteral {
    let all: [TemplateField<Record>]
    /// Of each, where its value comes from.
    let values: [FrameValue]
    let shapes: [String: TemplateShape]

    package init(arrayLiteral fields: TemplateField<Record>...) {
        all = fields
        values = fields.map { field in { field.value(unsafeDowncast($0, to: RecordFrame<Record>.self).record) } }
        shapes = Dictionary(uniqueKeysWithValues: fields.map { ($0.name, $0.shape) })
    }
}
