import Diagnostics

extension CorpusMarks {
    package func write(to writer: inout PackedWriter) {
        writer.write(marks) { $0.write(row: $1) }
    }

    /// - Parameter corpus: whose facts were marked.
    package init(_ reader: inout PackedReader, of corpus: Corpus) throws(PackedReader.Damage) {
        let marks: [[UInt64]] = try reader.list { reader throws(PackedReader.Damage) in try reader.row() }
        guard marks.map(\.count) == CorpusFact.Kind.allCases.map(corpus.count) else {
            throw PackedReader.Damage()
        }
        self.init(marks, of: corpus)
    }
}

extension Corpus {
    /// How many facts of a kind there are.
    fileprivate func count(of kind: CorpusFact.Kind) -> Int {
        switch kind {
        case .everything, .names, .counts, .meetingList, .personList, .delegationList, .resolutionList, .documentList: 1
        case .year: years.count
        case .meeting, .meetingRow, .meetingOutline, .voices, .lines, .decisions: lists.meetings.count
        case .block: lists.meetings.reduce(0) { $0 + $1.measure.blocks.count }
        case .person, .personLabel: lists.persons.count
        case .delegation, .delegationLabel: lists.delegations.count
        case .resolution, .resolutionOutline: lists.resolutions.count
        case .document: lists.documents.count
        }
    }
}
