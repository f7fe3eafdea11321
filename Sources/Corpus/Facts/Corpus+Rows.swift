/// Lists as they are shown, each noted as one fact. What is not in a row cannot be read from a list.
extension Corpus {
    /// By date, then number, then file; those without a date first.
    package var meetingRows: [MeetingRow] {
        note(.meetingList)
        return lists.meetings.map(MeetingRow.init)
    }

    /// The earliest first, and before it the meetings without a date.
    package var yearRefs: [Ref<MeetingYear>] {
        note(.meetingList)
        return years.indices.map { Ref($0) }
    }

    /// By date, then number, then file.
    package func rows(of year: Ref<MeetingYear>) -> [MeetingRow] {
        self[year].meetings.map { MeetingRow(lists.meetings[$0.index]) }
    }

    package func row(of meeting: Ref<MeetingEntry>) -> MeetingRow {
        note(.meetingRow, meeting.index)
        return MeetingRow(lists.meetings[meeting.index])
    }

    /// In order of their ids.
    package var personRows: [PersonRow] {
        note(.personList)
        return lists.persons.map(PersonRow.init)
    }

    /// In order of their ids.
    package var delegationRows: [DelegationRow] {
        note(.delegationList)
        return lists.delegations.map(DelegationRow.init)
    }

    /// Resolutions and presidential statements, in natural order of their symbols.
    package var resolutionRows: [ResolutionRow] {
        note(.resolutionList)
        return lists.resolutions.map(ResolutionRow.init)
    }

    /// In natural order of their symbols. Where in a text they are cited is no part of the list: `quotation(of:)` tells.
    package var documents: [DocumentEntry] {
        note(.documentList)
        return lists.documents
    }

    package var names: CorpusNames {
        note(.names)
        return CorpusNames(lists, years: years)
    }

    package var counts: CorpusCounts {
        note(.counts)
        return CorpusCounts(lists)
    }
}
