import Meetings

extension FullText {
    /// Clauses with their place in `ResolutionEntry.paragraphs`: preambular first.
    var clauses: [Clause] { preamble + operative }

    func forEachReference(of resolution: Ref<ResolutionEntry>, _ visit: (Passage, Reference) -> Void) {
        for (index, clause) in clauses.enumerated() {
            clause.forEachPart { part, references in
                for reference in references {
                    visit(.clause(resolution, paragraph: index, part: part), reference)
                }
            }
        }
        for (index, annex) in annexes.enumerated() {
            for (number, paragraph) in annex.paragraphs.enumerated() {
                for reference in paragraph.references {
                    visit(.annex(resolution, annex: index, paragraph: number), reference)
                }
            }
        }
    }
}

extension FullText.Clause {
    /// The opening, then each point before the points under it, then what continues the paragraph.
    func forEachPart(_ visit: (Passage.ClausePart, [Reference]) -> Void) {
        visit(.opening, references)
        // A stack instead of recursion: how deep points go is for the text to say.
        var open = points.indices.reversed().map { (path: [$0], point: points[$0]) }
        while let (path, point) = open.popLast() {
            visit(.point(path), point.references)
            for index in point.points.indices.reversed() { open.append((path + [index], point.points[index])) }
        }
        for (index, paragraph) in continuation.enumerated() { visit(.continuation(index), paragraph.references) }
    }
}

extension Citation {
    init(_ reference: Reference, at passage: Passage) {
        self.init(passage: passage, start: reference.start, end: reference.end)
    }
}
