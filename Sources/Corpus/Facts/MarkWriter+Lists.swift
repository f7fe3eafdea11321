import Diagnostics

/// Marks of lists, as they are shown.
extension MarkWriter {
    func list<Row>(_ rows: [Row], _ each: (inout Fingerprint, Row) -> Void) -> UInt64 {
        var print = Fingerprint()
        print.add(rows, each)
        return print.mark
    }

    func add(to print: inout Fingerprint, _ row: PersonRow) {
        print.add(row.id)
        print.add(row.name)
        add(row.delegation, to: &print)
    }

    func add(to print: inout Fingerprint, _ row: DelegationRow) {
        print.add(row.id)
        print.add(row.name)
        print.add(row.kind.rawValue)
        print.add(row.statements)
    }

    func add(to print: inout Fingerprint, _ row: ResolutionRow) {
        print.add(row.id)
        print.add(row.symbol)
        print.add(row.title)
        print.add(row.hasText ? 1 : 0)
        add(row.adoption, to: &print)
        print.add(row.paragraphs)
        print.add(row.citations)
    }

    func add(to print: inout Fingerprint, _ document: DocumentEntry) {
        print.add(mark(document, symbols: 0))
        print.add(document.citations) { add($1.passage, to: &$0) }
    }

    /// - Parameter rows: the marks of every meeting's row.
    func mark(_ year: MeetingYear, rows: [UInt64]) -> UInt64 {
        var print = Fingerprint()
        print.add(year.id)
        print.add(year.meetings) { $0.add(rows[$1.index]) }
        print.add(year.previous)
        print.add(year.next)
        return print.mark
    }

    func mark(_ counts: CorpusCounts) -> UInt64 {
        list([counts.meetings, counts.statements, counts.persons, counts.delegations, counts.resolutions]) {
            $0.add($1)
        }
    }

    /// Symbols are summed up, because a dictionary has no order.
    func mark(_ names: CorpusNames, _ symbols: SymbolTable) -> UInt64 {
        var print = Fingerprint()
        for ids in [names.years, names.meetings, names.persons, names.delegations] { print.add(ids) { $0.add($1) } }
        print.add(names.resolutions) { print, resolution in
            print.add(resolution.id)
            print.add(resolution.paragraphs) { $0.add($1) }
        }
        print.add(symbols.resolutions.keys.reduce(0) { $0 &+ Fingerprint.of($1) })
        print.add(symbols.documents.keys.reduce(0) { $0 &+ Fingerprint.of($1) })
        return print.mark
    }
}
