/// What the names at a place of a template stand for: the page and the records within it whose sections are open.
struct TemplateScope {
    /// Innermost last, each type once: a record hides an outer one of its own type.
    private(set) var records: [any TemplateRecord.Type]
    /// What `{{.}}` is, within a section about a text or a number.
    private(set) var scalar: TemplateShape?
    /// Whether the innermost section is a list, so that `first()` and the like can be asked.
    private(set) var isInList = false
    /// Within a section whose name is wrong, no more is said about names that are not found.
    private(set) var isUnknown = false

    init(page: any TemplatePage.Type) { records = [page] }

    enum Meaning {
        /// A name; `isInner` when it belongs to the innermost record and not to one around it.
        case shape(TemplateShape, isInner: Bool)
        /// `word` is not a name; `known` are the names that could stand in its place.
        case nothing(word: String, known: [String])
    }

    private static let listFunctions = TemplatePath.Position.allCases.map(\.rawValue)

    func meaning(of name: String) -> Meaning {
        if name == ".", let innermost = records.last { return .shape(scalar ?? .record(innermost), isInner: true) }
        if isInList, Self.listFunctions.contains(name) { return .shape(.flag, isInner: true) }
        var words = name.split(separator: ".").map(String.init)[...]
        let head = words.removeFirst()
        guard let owner = records.lastIndex(where: { $0.shapes[head] != nil }), var shape = records[owner].shapes[head]
        else {
            return .nothing(
                word: head, known: records.reversed().flatMap { $0.names } + (isInList ? Self.listFunctions : []))
        }
        for word in words {
            let (shapes, names) = Self.fields(of: shape)
            guard let inner = shapes[word] else { return .nothing(word: word, known: names) }
            shape = inner
        }
        return .shape(shape, isInner: owner == records.count - 1)
    }

    /// The shape of what a name that has a meaning stands for.
    func shape(of name: String) -> TemplateShape {
        guard case .shape(let shape, _) = meaning(of: name) else { Self.refuse(name) }
        return shape
    }

    private static func refuse(_ name: String) -> Never {
        preconditionFailure("the check let \"\(name)\" pass, which is no name")
    }

    /// The way to what a name that has a meaning stands for.
    func path(to name: String, _ numbers: inout RecordNumbers) -> TemplatePath {
        if name == ".", let innermost = records.last {
            return TemplatePath(start: scalar == nil ? .record(numbers.number(of: innermost)) : .scalar)
        }
        if isInList, let position = TemplatePath.Position(rawValue: name) {
            return TemplatePath(start: .position(position))
        }
        var words = name.split(separator: ".").map(String.init)[...]
        let head = words.removeFirst()
        guard let owner = records.last(where: { $0.shapes[head] != nil }), let index = owner.names.firstIndex(of: head),
            var shape = owner.shapes[head]
        else { Self.refuse(name) }
        var path = TemplatePath(start: .field(index, of: numbers.number(of: owner)))
        for word in words {
            let (shapes, names) = Self.fields(of: shape)
            guard let inner = shapes[word], let index = names.firstIndex(of: word) else { Self.refuse(name) }
            if case .record = shape { path.rest.append(.field(index)) } else { path.rest.append(.count) }
            shape = inner
        }
        return path
    }

    /// The scope within a section about a value that is there.
    func entering(_ shape: TemplateShape) -> TemplateScope {
        var inner = self
        inner.isInList = false
        switch shape {
        case .flag: inner.isInList = isInList
        case .text, .address, .markup, .number: inner.scalar = shape
        case .texts:
            inner.scalar = .text
            inner.isInList = true
        case .record(let type): inner.enter(type)
        case .list(let type):
            inner.enter(type)
            inner.isInList = true
        }
        return inner
    }

    var enteringUnknown: TemplateScope {
        var inner = self
        inner.isUnknown = true
        return inner
    }

    /// The scope at the beginning of a part that is included here.
    var enteringPart: TemplateScope {
        var inner = self
        inner.isInList = false
        return inner
    }

    private mutating func enter(_ type: any TemplateRecord.Type) {
        records.removeAll { $0 == type }
        records.append(type)
        scalar = nil
    }

    private static func fields(of shape: TemplateShape) -> (shapes: [String: TemplateShape], names: [String]) {
        switch shape {
        case .record(let type): (type.shapes, type.names)
        case .list, .texts: (["count": .number], ["count"])
        case .text, .address, .markup, .flag, .number: ([:], [])
        }
    }
}

/// A file in the scope it is read in: a part means something else for each.
struct TemplateUse: Hashable {
    let path: String
    private let records: [ObjectIdentifier]
    private let scalar: String?

    init(_ path: String, in scope: TemplateScope) {
        self.path = path
        records = scope.records.map { ObjectIdentifier($0) }
        scalar = scope.scalar.map(\.title)
    }
}

extension TemplateRecord {
    static var shapes: [String: TemplateShape] { fields.shapes }
    static var names: [String] { fields.all.map(\.name) }
}
