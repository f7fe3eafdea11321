/// One name of a record: its shape, where the value comes from, and a line for the documentation.
///
/// Texts, numbers and records may be nil; a text that is empty counts as not there. The value is a key path
/// (`\.headline`) or a closure.
package struct TemplateField<Record: TemplateRecord>: Sendable {
    let name: String
    let shape: TemplateShape
    let about: String
    /// The value as the Mustache library takes it; never an `Optional`.
    let value: @Sendable (Record) -> Any

    private init(
        _ name: String, _ shape: TemplateShape, _ about: String, _ value: @escaping @Sendable (Record) -> Any
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
        Self(name, .text, about) { ScalarValue.text(value($0)) }
    }

    /// An address out of a text that may not be trusted. One that is neither relative nor `http`, `https` or
    /// `mailto` counts as not there.
    package static func address(
        _ name: String, _ value: @escaping @Sendable (Record) -> String?, _ about: String = ""
    ) -> Self {
        Self(name, .address, about) { ScalarValue.text(value($0).flatMap(WebAddress.safe)) }
    }

    /// Markdown (in a `.md` template) or HTML (in an `.html` one) that this program made: it is written as it is.
    package static func markup(
        _ name: String, _ value: @escaping @Sendable (Record) -> String?, _ about: String = ""
    ) -> Self {
        Self(name, .markup, about) { ScalarValue.text(value($0)) }
    }

    package static func flag(
        _ name: String, _ value: @escaping @Sendable (Record) -> Bool, _ about: String = ""
    ) -> Self {
        Self(name, .flag, about) { value($0) }
    }

    package static func number(
        _ name: String, _ value: @escaping @Sendable (Record) -> Int?, _ about: String = ""
    ) -> Self {
        Self(name, .number, about) { ScalarValue.number(value($0)) }
    }

    package static func texts(
        _ name: String, _ value: @escaping @Sendable (Record) -> [String], _ about: String = ""
    ) -> Self {
        Self(name, .texts, about) { ListValue.make(value($0), ScalarValue.text) }
    }

    package static func record<Inner: TemplateRecord>(
        _ name: String, _ value: @escaping @Sendable (Record) -> Inner?, _ about: String = ""
    ) -> Self {
        Self(name, .record(Inner.self), about) { record in
            if let inner = value(record) { RecordBox(inner) } else { ScalarValue.absent }
        }
    }

    package static func list<Item: TemplateRecord>(
        _ name: String, _ value: @escaping @Sendable (Record) -> [Item], _ about: String = ""
    ) -> Self {
        Self(name, .list(Item.self), about) { ListValue.make(value($0), RecordBox.init) }
    }
}

/// The fields of a record, in the order in which the documentation lists them. Names are unique.
package struct TemplateFields<Record: TemplateRecord>: Sendable, ExpressibleByArrayLiteral {
    let all: [TemplateField<Record>]
    let values: [String: @Sendable (Record) -> Any]
    let shapes: [String: TemplateShape]

    package init(arrayLiteral fields: TemplateField<Record>...) {
        all = fields
        values = Dictionary(uniqueKeysWithValues: fields.map { ($0.name, $0.value) })
        shapes = Dictionary(uniqueKeysWithValues: fields.map { ($0.name, $0.shape) })
    }
}
