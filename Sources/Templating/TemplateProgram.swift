import Diagnostics

/// A template made ready for rendering in one scope: every name is a way to a field, every part a number.
struct TemplateProgram: Sendable {
    let syntax: TemplateSyntax
    let steps: [Step]

    enum Step: Sendable {
        case literal([UInt8])
        case value(TemplatePath)
        /// `opens` is the number of the type of the records it is about; nil where it is about none.
        case section(TemplatePath, [Step], opens: Int?)
        case inverted(TemplatePath, [Step])
        /// The program at an index of `TemplatePrograms.all`.
        case part(Int)
    }
}

/// The programs of all templates and of the parts they include, made from files that the check found free of faults.
struct TemplatePrograms: Sendable {
    private(set) var all: [TemplateProgram] = []
    private(set) var numbers = RecordNumbers()
    private var indices: [Use: Int] = [:]
    private var waiting: [(index: Int, use: Use, scope: TemplateScope)] = []
    private let scans: [String: TemplateScan]

    private struct Use: Hashable {
        let file: TemplateUse
        let indentation: [UInt8]
        /// Whether its first line goes on one of the file that includes it.
        let isInline: Bool
    }

    init(_ scans: [String: TemplateScan]) { self.scans = scans }

    /// The index of the program of a page's template, and the number of the page's type.
    mutating func add(_ page: any TemplatePage.Type) -> (program: Int, page: Int) {
        let scope = TemplateScope(page: page)
        let index = number(
            of: Use(file: TemplateUse(page.template, in: scope), indentation: [], isInline: false), in: scope)
        while let next = waiting.popLast() { all[next.index] = program(next.use, next.scope) }
        return (index, numbers.number(of: page))
    }

    private mutating func number(of use: Use, in scope: TemplateScope) -> Int {
        if let index = indices[use] { return index }
        // A place for it first: a part may include itself.
        all.append(TemplateProgram(syntax: .txt, steps: []))
        indices[use] = all.count - 1
        waiting.append((all.count - 1, use, scope))
        return all.count - 1
    }

    private mutating func program(_ use: Use, _ scope: TemplateScope) -> TemplateProgram {
        guard let scan = scans[use.file.path], let syntax = TemplateSyntax(path: use.file.path) else {
            preconditionFailure("the check let \(use.file.path) pass, which is no template")
        }
        var open: [(tag: TemplateTag?, scope: TemplateScope, steps: [TemplateProgram.Step])] = [(nil, scope, [])]
        var position = 0
        for tag in scan.tags {
            let cut = scan.cut(of: tag)
            let level = open[open.count - 1]
            open[open.count - 1].steps += scan.literal(
                position..<cut.lowerBound, indentation: use.indentation, isInline: use.isInline,
                goesOn: cut == tag.extent)
            position = cut.upperBound
            switch tag.kind {
            case .value, .markup: open[open.count - 1].steps.append(.value(level.scope.path(to: tag.name, &numbers)))
            case .section: open.append((tag, level.scope.entering(level.scope.shape(of: tag.name)), []))
            case .inverted: open.append((tag, level.scope, []))
            case .end: close(&open)
            case .part:
                let scope = level.scope.enteringPart
                let part = Use(
                    file: TemplateUse(tag.name, in: scope),
                    indentation: use.indentation + scan.source.bytes[cut.lowerBound..<tag.extent.lowerBound],
                    isInline: cut == tag.extent)
                open[open.count - 1].steps.append(.part(number(of: part, in: scope)))
            case .comment: break
            }
        }
        open[0].steps += scan.literal(
            position..<scan.source.bytes.count, indentation: use.indentation, isInline: use.isInline, goesOn: false)
        return TemplateProgram(syntax: syntax, steps: open[0].steps)
    }

    private mutating func close(
        _ open: inout [(tag: TemplateTag?, scope: TemplateScope, steps: [TemplateProgram.Step])]
    ) {
        guard let inner = open.popLast(), let tag = inner.tag, let outer = open.last else { return }
        let path = outer.scope.path(to: tag.name, &numbers)
        open[open.count - 1].steps.append(
            tag.kind == .section
                ? .section(path, inner.steps, opens: record(of: outer.scope.shape(of: tag.name)))
                : .inverted(path, inner.steps))
    }

    private mutating func record(of shape: TemplateShape) -> Int? {
        switch shape {
        case .record(let type), .list(let type): numbers.number(of: type)
        case .text, .address, .markup, .flag, .number, .texts: nil
        }
    }
}

/// White space around tags, as Mustache has it: a tag that only steers takes the whole line when it stands alone on one,
/// and a part that does is indented as its tag is.
extension TemplateScan {
    /// What of the file a tag takes the place of.
    fileprivate func cut(of tag: TemplateTag) -> Range<Int> {
        switch tag.kind {
        case .value, .markup: return tag.extent
        case .section, .inverted, .end, .part, .comment: break
        }
        let bytes = source.bytes
        let isBlank = { (byte: UInt8) in byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
        let start = bytes[..<tag.extent.lowerBound].lastIndex { !isBlank($0) }.map { $0 + 1 } ?? 0
        var end = bytes[tag.extent.upperBound...].firstIndex { !isBlank($0) } ?? bytes.count
        guard start == 0 || bytes[start - 1] == UInt8(ascii: "\n") else { return tag.extent }
        if end < bytes.count, bytes[end] == UInt8(ascii: "\r") { end += 1 }
        guard end == bytes.count || bytes[end] == UInt8(ascii: "\n") else { return tag.extent }
        return start..<min(end + 1, bytes.count)
    }

    /// The words between two tags, each line of them that is not empty behind the indentation.
    /// - Parameter goesOn: whether a tag that writes something stands behind them on their last line.
    fileprivate func literal(
        _ range: Range<Int>, indentation: [UInt8], isInline: Bool, goesOn: Bool
    ) -> [TemplateProgram.Step] {
        let bytes = source.bytes
        let newline = UInt8(ascii: "\n")
        var text: [UInt8] = []
        for index in range.lowerBound...range.upperBound {
            let isContent = index < range.upperBound ? bytes[index] != newline : goesOn
            if isContent, index == 0 ? !isInline : bytes[index - 1] == newline { text += indentation }
            if index < range.upperBound { text.append(bytes[index]) }
        }
        return text.isEmpty ? [] : [.literal(text)]
    }
}
