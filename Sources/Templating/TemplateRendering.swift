/// One page on its way through its template.
struct TemplateRendering {
    private let programs: [TemplateProgram]
    private var levels: [Level]
    private(set) var text: [UInt8] = []

    /// A page, or what an open section is about.
    private struct Level {
        var record: (any TemplateFrame)?
        var scalar: TemplateValue?
        /// In the list that the section goes through, from 0.
        var index = 0
        var count = 1
    }

    init(_ page: any TemplateFrame, programs: [TemplateProgram]) {
        self.programs = programs
        levels = [Level(record: page)]
        text.reserveCapacity(16 << 10)
    }

    mutating func run(_ program: Int) { run(programs[program].steps, programs[program].syntax) }

    private mutating func run(_ steps: [TemplateProgram.Step], _ syntax: TemplateSyntax) {
        for step in steps {
            switch step {
            case .literal(let bytes): text += bytes
            case .value(let path): write(value(at: path), syntax)
            case .section(let path, let inner): runSection(about: value(at: path), inner, syntax)
            case .inverted(let path, let inner): if !value(at: path).isPresent { run(inner, syntax) }
            case .part(let program): run(program)
            }
        }
    }

    private mutating func runSection(
        about value: TemplateValue, _ steps: [TemplateProgram.Step], _ syntax: TemplateSyntax
    ) {
        switch value {
        case .flag(let flag): if flag { run(steps, syntax) }
        case .text, .markup, .number:
            if value.isPresent { run(steps, syntax, at: Level(scalar: value)) }
        case .record(let record):
            if let record { run(steps, syntax, at: Level(record: record)) }
        case .list(let records):
            for (index, record) in records.enumerated() {
                run(steps, syntax, at: Level(record: record, index: index, count: records.count))
            }
        case .texts(let texts):
            for (index, text) in texts.enumerated() {
                run(steps, syntax, at: Level(scalar: .text(text), index: index, count: texts.count))
            }
        }
    }

    private mutating func run(_ steps: [TemplateProgram.Step], _ syntax: TemplateSyntax, at level: Level) {
        levels.append(level)
        run(steps, syntax)
        levels.removeLast()
    }

    private mutating func write(_ value: TemplateValue, _ syntax: TemplateSyntax) {
        switch value {
        case .text(let text): if let text { self.text += syntax.escape(text).utf8 }
        case .markup(let markup): if let markup { text += markup.utf8 }
        case .number(let number): if let number { text += String(number).utf8 }
        case .flag, .record, .list, .texts: break
        }
    }

    private func value(at path: TemplatePath) -> TemplateValue {
        var value: TemplateValue
        switch path.start {
        case .innermost:
            let level = levels[levels.count - 1]
            value = level.scalar ?? .record(level.record)
        case .position(let position):
            let level = levels[levels.count - 1]
            value = .flag(position.holds(at: level.index, of: level.count))
        case .field(let index, let type):
            value = levels.last { $0.record?.type == type }?.record?.value(at: index) ?? .text(nil)
        }
        for step in path.rest {
            switch (step, value) {
            case (.field(let index), .record(let record)): value = record?.value(at: index) ?? .text(nil)
            case (.count, _): value = .number(value.count)
            case (.field, _): value = .text(nil)
            }
        }
        return value
    }
}
