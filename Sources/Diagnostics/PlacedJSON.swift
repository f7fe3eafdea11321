/// A JSON value that knows where it stands in its file, so that a wrong setting is shown at its place.
package struct PlacedJSON: Sendable, Equatable {
    package var value: Value
    package var place: Place

    package enum Value: Sendable, Equatable {
        case null
        case bool(Bool)
        /// As written; `integer` reads it.
        case number(String)
        case string(String)
        case array([PlacedJSON])
        /// In the order of the file; no key stands twice.
        case object([Member])
    }

    package struct Member: Sendable, Equatable {
        package var key: String
        package var keyPlace: Place
        package var value: PlacedJSON
    }

    /// Where a value stands: line from 1, column in bytes from 1, and how many bytes a caret underlines
    /// (1 for arrays and objects: their opening bracket).
    package struct Place: Sendable, Equatable {
        package var line: Int
        package var column: Int
        package var length: Int
    }

    package init(value: Value, place: Place) {
        self.value = value
        self.place = place
    }

    /// How deep arrays and objects may lie in one another.
    package static let maximumDepth = 128

    /// Reads a whole file strictly by RFC 8259; a byte-order mark before it is passed over.
    /// - Parameter file: as the user names it, for the diagnostics.
    /// - Throws: one `json-…` diagnostic with line, column and next step at the first thing that is wrong:
    ///   syntax, bytes that are not UTF-8, a key that stands twice, or more than `maximumDepth` levels.
    package init(file: String, bytes: [UInt8]) throws(DiagnosticError) {
        var reader = JSONReader(file: file, bytes: bytes)
        self = try reader.document()
    }

    /// The number as a whole number, when it is written as one and fits.
    package var integer: Int? {
        if case .number(let written) = value { Int(written) } else { nil }
    }

    /// What kind of value this is, as a message names it.
    package var kindName: String {
        switch value {
        case .null: "null"
        case .bool: "true or false"
        case .number: "a number"
        case .string: "a text"
        case .array: "a list"
        case .object: "an object"
        }
    }
}
