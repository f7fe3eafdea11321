import Diagnostics

/// Reads templates as rendering will, page by page and part by part, but over the declared fields instead of values.
struct TemplateCheck {
    private let scans: [String: TemplateScan]
    private var faults: Set<Diagnostic> = []
    private var inclusions: [PartInclusion<TemplateUse>] = []
    private var waiting: [(use: TemplateUse, scope: TemplateScope)] = []
    private var seen: Set<TemplateUse> = []

    /// - Parameter scans: the templates by path, all of them free of faults.
    init(_ scans: [String: TemplateScan]) { self.scans = scans }

    /// The faults of every page and of what it includes, in the order of files and lines.
    mutating func faults(of pages: [any TemplatePage.Type]) -> [Diagnostic] {
        for page in pages { _ = use(page.template, in: TemplateScope(page: page)) }
        while let next = waiting.popLast() { check(next.use, next.scope) }
        faults.formUnion(PartInclusion.endless(inclusions).map(\.fault))
        return faults.sorted {
            ($0.file ?? "", $0.lines?.lowerBound ?? 0, $0.column ?? 0, $0.message)
                < ($1.file ?? "", $1.lines?.lowerBound ?? 0, $1.column ?? 0, $1.message)
        }
    }

    /// The files that were read, pages and parts.
    var usedPaths: Set<String> { Set(seen.map(\.path)) }

    private mutating func use(_ path: String, in scope: TemplateScope) -> TemplateUse {
        let use = TemplateUse(path, in: scope)
        if seen.insert(use).inserted { waiting.append((use, scope)) }
        return use
    }

    /// A section that is open, and how it was come to from the beginning of the file.
    private struct Level {
        var scope: TemplateScope
        /// Whether a record or list within the innermost record was entered.
        var descends = false
        /// Whether one was entered that belongs to a record further out.
        var climbs = false
    }

    private mutating func check(_ use: TemplateUse, _ scope: TemplateScope) {
        guard let scan = scans[use.path] else { return }
        var levels = [Level(scope: scope)]
        for tag in scan.tags {
            guard let level = levels.last else { return }
            switch tag.kind {
            case .value, .markup: checkValue(tag, in: level.scope, scan)
            case .section: levels.append(entering(tag, from: level, scan))
            case .inverted:
                levels.append(level)
                _ = shape(of: tag, in: level.scope, scan)
            case .end: levels.removeLast()
            case .part: checkPart(tag, from: use, level, scan)
            case .comment: break
            }
        }
    }

    private mutating func entering(_ tag: TemplateTag, from level: Level, _ scan: TemplateScan) -> Level {
        var inner = level
        guard let (shape, isInner) = shape(of: tag, in: level.scope, scan) else {
            inner.scope = level.scope.enteringUnknown
            return inner
        }
        inner.scope = level.scope.entering(shape)
        if tag.name != ".", shape.isRecordOrList {
            inner.descends = level.descends || isInner
            inner.climbs = level.climbs || !isInner
        }
        return inner
    }

    private mutating func checkPart(_ tag: TemplateTag, from use: TemplateUse, _ level: Level, _ scan: TemplateScan) {
        guard scans[tag.name] != nil else {
            let nearest = NearestName.of(tag.name, among: scans.keys.sorted())
            faults.insert(
                scan.fault(
                    "template-part", at: tag.place, "there is no template \"\(tag.name)\"",
                    nearest.map { "Write {{> \($0)}}." } ?? "Name a file by its path in the folder of templates."))
            return
        }
        guard TemplateSyntax(path: tag.name) == TemplateSyntax(path: use.path) else {
            faults.insert(
                scan.fault(
                    "template-part", at: tag.place, "\"\(tag.name)\" is escaped for another format than this file",
                    "Include a part with this file's own extension."))
            return
        }
        if level.scope.isUnknown { return }
        let included = self.use(tag.name, in: level.scope.enteringPart)
        inclusions.append(
            PartInclusion(
                from: use, to: included, descends: level.descends, climbs: level.climbs,
                fault: scan.fault(
                    "template-endless", at: tag.place, "\"\(tag.name)\" includes itself without end",
                    "Include it within a section about a list or record of the record it is about.")))
    }

    private mutating func checkValue(_ tag: TemplateTag, in scope: TemplateScope, _ scan: TemplateScan) {
        guard let (shape, _) = shape(of: tag, in: scope, scan) else { return }
        let name = tag.name
        let problem: (String, String)? =
            switch (shape, tag.kind) {
            case (.markup, .value):
                ("\"\(name)\" is markup: with two braces its tags would show as text", "Write {{{\(name)}}}.")
            case (.text, .markup), (.address, .markup), (.number, .markup):
                ("\"\(name)\" is a \(shape.title) and has to be escaped", "Write {{\(name)}}.")
            case (.text, _) where tag.startsAddress:
                (
                    "\"\(name)\" is a text and could lead anywhere",
                    "Write a scheme or a path before it, as in speaker:{{\(name)}}, or use a field that is an address."
                )
            case (.flag, _): ("\"\(name)\" is a flag and has no text", "Write {{#\(name)}}…{{/\(name)}}.")
            case (.list, _), (.texts, _):
                ("\"\(name)\" is a list", "Write {{#\(name)}}…{{/\(name)}} for each of it, or {{\(name).count}}.")
            case (.record, _): ("\"\(name)\" is a record", "Write one of its fields, or {{#\(name)}}…{{/\(name)}}.")
            default: nil
            }
        guard let (message, suggestion) = problem else { return }
        faults.insert(scan.fault("template-value", at: tag.place, message, suggestion))
    }

    /// What a tag is about; nil, with a fault, when its name is none.
    private mutating func shape(
        of tag: TemplateTag, in scope: TemplateScope, _ scan: TemplateScan
    ) -> (TemplateShape, isInner: Bool)? {
        switch scope.meaning(of: tag.name) {
        case .shape(let shape, let isInner): return (shape, isInner)
        case .nothing(let word, let known):
            if scope.isUnknown { return nil }
            let suggestion =
                if let nearest = NearestName.of(word, among: known) {
                    "Write \"\(nearest)\"."
                } else if known.isEmpty {
                    "Write the name without what follows the dot: it has no fields."
                } else {
                    "The names here are \(known.joined(separator: ", "))."
                }
            faults.insert(
                scan.fault("template-name", at: tag.place, "\"\(word)\" is not a name here", suggestion))
            return nil
        }
    }
}
