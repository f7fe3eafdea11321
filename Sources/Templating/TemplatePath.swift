/// The way from the open sections to what a name in a template stands for, found once when templates are loaded.
struct TemplatePath {
    let start: Start
    var rest: [Step] = []

    enum Start {
        /// `{{.}}` within a section about a text or a number.
        case scalar
        /// `{{.}}` within one about a record: the innermost open one of a type, by the type's number.
        case record(Int)
        /// `first()` and the like: about the place in the list of the innermost section.
        case position(Position)
        /// The field at an index of the innermost open record of a type, by the type's number.
        case field(Int, of: Int)
    }

    enum Step {
        /// The field at an index of a record.
        case field(Int)
        /// How long a list is.
        case count
    }

    enum Position: String, CaseIterable {
        case first = "first()"
        case last = "last()"
        case even = "even()"
        case odd = "odd()"

        /// - Parameter index: from 0.
        func holds(at index: Int, of count: Int) -> Bool {
            switch self {
            case .first: index == 0
            case .last: index == count - 1
            case .even: index % 2 == 0
            case .odd: index % 2 == 1
            }
        }
    }
}

/// Numbers from 0 for the types of records that templates name.
struct RecordNumbers {
    private var numbers: [ObjectIdentifier: Int] = [:]

    var count: Int { numbers.count }

    mutating func number(of type: any TemplateRecord.Type) -> Int {
        let type = ObjectIdentifier(type)
        if let number = numbers[type] { return number }
        numbers[type] = numbers.count
        return numbers.count - 1
    }
}
