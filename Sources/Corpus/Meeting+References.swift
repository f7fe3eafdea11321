import Meetings

/// Walks the references of a meeting in the order of the text.
extension Meeting {
    /// References in statements and in the text around them; those of decisions' texts are `FullText`'s.
    func forEachReference(at meeting: Ref<MeetingEntry>, _ visit: (Passage, Reference) -> Void) {
        for (index, block) in blocks.enumerated() {
            if case .statement(let statement) = block.content {
                let turn = TurnRef(meeting: meeting, block: index)
                for (number, paragraph) in statement.paragraphs.enumerated() {
                    for reference in paragraph.references { visit(.turn(turn, paragraph: number), reference) }
                }
            } else {
                for (number, paragraph) in block.runningText.enumerated() {
                    for reference in paragraph.references {
                        visit(.block(meeting, block: index, paragraph: number), reference)
                    }
                }
            }
        }
    }
}

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
