/// One page on its way through its template.
struct TemplateRendering {
    private let programs: [TemplateProgram]
    /// By the number of its type, the innermost open record.
    private var open: [(any TemplateFrame)?]
    private(set) var text: [UInt8] = []

    /// What the innermost section is about, besides its record.
    private struct Place {
        var scalar = TemplateValue.text(nil)
        /// In the list that the section goes through, from 0.
        var index = 0
        var count = 1
    }

    /// - Parameters:
    ///   - number: of the page's type, which is one of `types`.
    init(_ page: any TemplateFrame, number: Int, of types: Int, programs: [TemplateProgram]) {
        self.programs = programs
        open = Array(repeating: nil, count: types)
        open[number] = page
        text.reserveCapacity(16 << 10)
    }

    mutating func run(_ program: Int) { run(program, at: Place()) }

    private mutating func run(_ program: Int, at place: Place) {
        run(programs[program].steps, programs[program].syntax, at: place)
    }

    private mutating func run(_ steps: [TemplateProgram.Step], _ syntax: TemplateSyntax, at place: Place) {
        for step in steps {
            switch step {
            case .literal(let bytes): text += bytes
            case .value(let path): write(value(at: path, place), syntax)
            case .section(let path, let inner, let number):
                runSection(about: value(at: path, place), inner, syntax, opens: number, at: place)
            case .inverted(let path, let inner): if !value(at: path, place).isPresent { run(inner, syntax, at: place) }
            case .part(let program): run(program, at: place)
            }
        }
    }

    private mutating func runSection(
        about value: TemplateValue, _ steps: [TemplateProgram.Step], _ syntax: TemplateSyntax, opens number: Int?,
        at place: Place
    ) {
        switch value {
        case .flag(let flag): if flag { run(steps, syntax, at: place) }
        case .text, .markup, .number: if value.isPresent { run(steps, syntax, at: Place(scalar: value)) }
        case .texts(let texts):
            for (index, text) in texts.enumerated() {
                run(steps, syntax, at: Place(scalar: .text(text), index: index, count: texts.count))
            }
        case .record(let record):
            guard let record, let number else { return }
            let outer = open[number]
            open[number] = record
            run(steps, syntax, at: Place())
            open[number] = outer
        case .list(let records):
            guard let number else { return }
            let outer = open[number]
            for (index, record) in records.enumerated() {
                open[number] = record
                run(steps, syntax, at: Place(index: index, count: records.count))
            }
            open[number] = outer
        }
    }

    private mutating func write(_ value: TemplateValue, _ syntax: TemplateSyntax) {
        switch value {
        case .text(let text): if let text { syntax.append(text, to: &self.text) }
        case .markup(let markup): if let markup { text += markup.bytes }
        case .number(let number): if let number { text += String(number).utf8 }
        case .flag, .record, .list, .texts: break
        }
    }

    private func value(at path: TemplatePath, _ place: Place) -> TemplateValue {
        var value: TemplateValue
        switch path.start {
        case .scalar: value = place.scalar
        case .record(let number): value = .record(open[number])
        case .position(let position): value = .flag(position.holds(at: place.index, of: place.count))
        case .field(let field, let number): value = open[number]?.value(at: field) ?? .text(nil)
        }
        for step in path.rest {
            switch (step, value) {
            case (.field(let field), .record(let record)): value = record?.value(at: field) ?? .text(nil)
            case (.count, _): value = .number(value.count)
            case (.field, _): value = .text(nil)
            }
        }
        return value
    }
}
