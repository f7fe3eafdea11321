import Diagnostics

extension CorpusMarks {
    package func write(to writer: inout PackedWriter) {
        writer.write(marks) { $0.write(row: $1) }
    }

    /// - Parameter corpus: whose facts were marked.
    package init(_ reader: inout PackedReader, of corpus: Corpus) throws(PackedReader.Damage) {
        let marks: [[UInt64]] = try reader.list { reader throws(PackedReader.Damage) in try reader.row() }
        guard marks.map(\.count) == CorpusFact.Kind.allCases.map(corpus.lists.count) else {
            throw PackedReader.Damage()
        }
        self.init(marks, of: corpus)
    }
}

extension Corpus.Lists {
    /// How many facts of a kind there are.
    fileprivate func count(of kind: CorpusFact.Kind) -> Int {
        switch kind {
        case .everything, .names, .counts, .meetingList, .personList, .delegationList, .resolutionList, .documentList: 1
        case .meeting, .meetingRow, .meetingOutline, .voices, .lines, .decisions: meetings.count
        case .block: meetings.reduce(0) { $0 + $1.measure.blocks.count }
        case .person, .personLabel: persons.count
        case .delegation, .delegationLabel: delegations.count
        case .resolution, .resolutionOutline: resolutions.count
        case .document: documents.count
        }
    }
}
