import Corpus
import Diagnostics
import Meetings

/// A page as data: the `index.json` that stands beside it, for programs that read the site.
///
/// Addresses in it are paths from the site's root (`meetings/sc-7847/#japan`). `Documentation/PageData.md` lists what
/// each kind of page gives.
struct PageData {
    let site: SiteModel
    private var corpus: Corpus { site.corpus }

    /// Nil for the page of lost addresses, which has no data, and for the search, whose data is its index.
    func document(_ page: SitePage) -> [UInt8]? {
        switch page {
        case .notFound, .search: nil
        case .meeting(let ref): meeting(ref)
        case .earlierVersion(let ref, let index): MeetingJSON.document(corpus[ref].earlierVersions[index].meeting)
        case .speaker(let ref): speaker(corpus[ref])
        case .delegation(let ref): delegation(corpus[ref])
        case .resolution(let ref): resolution(ref)
        case .paragraph(let ref, let index): paragraph(index, of: ref)
        case .home: home()
        case .meetings:
            list("meetings", corpus.meetingRows, each: write)
        case .year(let ref): list("meetings", corpus.rows(of: ref), each: write)
        case .speakers:
            list("speakers", corpus.personRows) { json, person in
                json.member("id", person.id)
                json.member("name", person.name)
                json.member("page", Address.speaker(person.id).path)
            }
        case .delegations:
            list("delegations", corpus.delegationRows) { json, delegation in
                json.member("id", delegation.id)
                json.member("name", delegation.name)
                json.member("kind", delegation.kind.rawValue)
                json.member("page", Address.delegation(delegation.id).path)
            }
        case .resolutions:
            list("resolutions", corpus.resolutionRows) { json, resolution in
                json.member("id", resolution.id)
                json.member("symbol", resolution.symbol)
                json.member("title", resolution.title)
                json.member("page", Address.resolution(resolution.id).path)
            }
        case .documents:
            list("documents", corpus.documents) { json, document in
                json.member("symbol", document.symbol)
                json.member("kind", document.kind.rawValue)
                json.member("official", document.officialAddress)
                json.member("page", SiteMap.address(of: document.page))
                json.member("citations", document.citations.count)
                write(document.hasCitingPage ? [] : document.citations, as: "citedBy", to: &json)
            }
        }
    }

    private func write(_ json: inout JSONWriter, _ row: MeetingRow) {
        json.member("id", row.id)
        json.member("title", MeetingNames(row.heading.outline).title)
        json.member("date", row.heading.date.value)
        json.member("page", Address.meeting(row.id).path)
    }

    private func meeting(_ ref: Ref<MeetingEntry>) -> [UInt8] {
        let entry = corpus[ref]
        let page = Address.meeting(entry.id).path
        let turns = Dictionary(entry.turns.map { (corpus.statement($0.ref).id, $0) }, uniquingKeysWith: { a, _ in a })
        var additions = MeetingJSON.Additions()
        additions.meeting = { json in
            json.member("id", entry.id)
            json.member("page", page)
        }
        additions.statement = { json, statement in
            json.member("page", page + "#" + statement.id)
            let turn = turns[statement.id]
            json.member("speakerPage", turn?.person.map { Address.speaker(corpus.label(of: $0).id).path })
            json.member("delegationPage", turn?.delegation.map { Address.delegation(corpus.label(of: $0).id).path })
        }
        additions.reference = { json, reference in
            json.member("page", SiteMap.address(of: corpus.link(for: reference, in: ref)))
        }
        return MeetingJSON.document(entry.meeting, adding: additions)
    }

    private func speaker(_ person: Person) -> [UInt8] {
        object { json in
            json.member("id", person.id)
            json.member("name", person.name)
            json.member("variants", person.variants.map(\.printed))
            json.array("offices", person.affiliations) { json, office in
                json.object { json in
                    json.member("role", office.role)
                    json.member("delegation", office.delegation.map { corpus.label(of: $0).name })
                    json.member("from", corpus.heading(of: office.turns[0].meeting).date.value)
                    let last = office.turns[office.turns.count - 1]
                    json.member("to", corpus.heading(of: last.meeting).date.value)
                }
            }
            json.array("evidence", person.evidence) { json, evidence in
                json.object { json in
                    json.member("rule", evidence.rule.rawValue)
                    write(evidence.turn, on: corpus.block(evidence.turn).lines, to: &json)
                }
            }
            writeFigures(of: person.turns, to: &json)
            write(person.spokeFor, as: "spokeFor", to: &json)
            write(own: person.turns, to: &json)
        }
    }

    private func delegation(_ delegation: Delegation) -> [UInt8] {
        object { json in
            json.member("id", delegation.id)
            json.member("name", delegation.name)
            json.member("kind", delegation.kind.rawValue)
            json.member("code", delegation.code)
            json.array("speakers", delegation.speakers) { json, speaker in
                json.object { json in
                    json.member("name", corpus.label(of: speaker.person).name)
                    json.member("page", Address.speaker(corpus.label(of: speaker.person).id).path)
                    json.member("turns", speaker.turns.count)
                }
            }
            writeFigures(of: delegation.turns, to: &json)
            write(delegation.spokeFor, as: "spokeFor", to: &json)
            write(delegation.representedBy, as: "representedBy", to: &json)
            write(delegation.alignedWith, as: "alignedWith", to: &json)
            write(delegation.alignedBy, as: "alignedBy", to: &json)
            write(own: delegation.turns, to: &json)
            json.array("heardIn", delegation.turnsHeardIn) { json, turn in
                json.object { write(turn, on: corpus.lines(of: turn), to: &$0) }
            }
            json.array("votes", delegation.votes) { json, cast in
                json.object { json in
                    json.member("meeting", corpus.outline(of: cast.meeting).id)
                    json.member("subject", corpus.vote(cast.vote, of: cast.meeting).vote.subject)
                    json.member("position", cast.position.rawValue)
                }
            }
        }
    }

    private func resolution(_ ref: Ref<ResolutionEntry>) -> [UInt8] {
        let resolution = corpus[ref]
        return object { json in
            json.member("id", resolution.id)
            json.member("symbol", resolution.symbol)
            json.member("title", resolution.title)
            json.member("official", resolution.officialAddress)
            json.member("adoptedAt", resolution.adoption.map { corpus.outline(of: $0.meeting).id })
            json.member("adopted", resolution.adoption.flatMap { $0.how?.rawValue })
            json.array("paragraphs", resolution.paragraphs) { json, paragraph in
                json.object { json in
                    json.member("id", paragraph.id)
                    json.member("number", paragraph.number)
                    json.member("page", Address.paragraph(resolution.id, paragraph.id).path)
                }
            }
            json.array("cites", resolution.cites) { json, cited in json.value(corpus.outline(of: cited).symbol) }
            write(resolution.citations, as: "citedBy", to: &json)
            json.array("timeline", corpus.timeline(of: ref).years) { json, year in
                json.object { json in
                    json.member("year", year.year)
                    json.array("cites", year.cites) { json, cited in json.value(corpus.outline(of: cited).symbol) }
                    json.array("citedBy", year.citedBy) { json, citing in json.value(corpus.outline(of: citing).symbol)
                    }
                    json.member("mentions", year.mentions)
                }
            }
        }
    }

    private func paragraph(_ index: Int, of ref: Ref<ResolutionEntry>) -> [UInt8]? {
        guard let clause = corpus.clause(of: ref, paragraph: index) else { return nil }
        let resolution = corpus[ref]
        let paragraph = resolution.paragraphs[index]
        return object { json in
            json.member("symbol", resolution.symbol)
            json.member("id", paragraph.id)
            json.member("number", paragraph.number)
            json.member("opening", clause.opening)
            json.member("text", clause.text)
            json.array("cites", paragraph.cites) { json, cited in json.value(corpus.outline(of: cited).symbol) }
            write(paragraph.citations, as: "citedBy", to: &json)
            // The last build's, in a glimpse: the statement may have lost a paragraph since.
            let related = (site.related(to: ref)[paragraph.id] ?? []).filter {
                corpus.statement($0.turn).paragraphs.indices.contains($0.paragraph)
            }
            json.array("related", related) { json, related in
                json.object { json in
                    let statement = corpus.statement(related.turn)
                    let meeting = corpus.outline(of: related.turn.meeting)
                    json.member("meeting", meeting.id)
                    json.member("statement", statement.id)
                    json.member("source", meeting.file)
                    write(lines: statement.paragraphs[related.paragraph].lines, to: &json)
                    json.member("terms", related.terms)
                    json.member("score", related.score)
                }
            }
        }
    }

    private func home() -> [UInt8] {
        object { json in
            let counts = corpus.counts
            json.member("meetings", counts.meetings)
            json.member("statements", counts.statements)
            json.member("speakers", counts.persons)
            json.member("delegations", counts.delegations)
            json.member("resolutions", counts.resolutions)
        }
    }

    // MARK: Pieces

    private func object(_ body: (inout JSONWriter) -> Void) -> [UInt8] {
        var json = JSONWriter()
        json.object(body)
        return json.bytes + [UInt8(ascii: "\n")]
    }

    private func list<Entry>(
        _ name: String, _ entries: [Entry], each: (inout JSONWriter, Entry) -> Void
    ) -> [UInt8] {
        object { json in
            json.array(name, entries) { json, entry in json.object { each(&$0, entry) } }
        }
    }

    /// The statements that the page shows with their words.
    private func write(own turns: [TurnRef], to json: inout JSONWriter) {
        json.array("turns", turns) { json, turn in
            json.object { write(turn, on: corpus.block(turn).lines, to: &$0) }
        }
    }

    /// Statements by year, and the first and the last date.
    private func writeFigures(of turns: [TurnRef], to json: inout JSONWriter) {
        json.array("years", corpus.years(of: turns)) { json, year in
            json.object { json in
                json.member("year", year.year)
                json.member("meetings", year.meetings)
                json.member("statements", year.turns)
                json.member("words", year.words)
            }
        }
        let span = corpus.span(of: turns)
        json.member("first", span.flatMap { corpus.heading(of: $0.first.meeting).date.value })
        json.member("last", span.flatMap { corpus.heading(of: $0.last.meeting).date.value })
    }

    /// Other delegations, and in how many statements.
    private func write(_ associations: [Association], as key: String, to json: inout JSONWriter) {
        json.array(key, associations) { json, association in
            json.object { json in
                json.member("id", corpus.label(of: association.delegation).id)
                json.member("name", corpus.label(of: association.delegation).name)
                json.member("statements", association.turns.count)
            }
        }
    }

    /// The members that say which statement is meant.
    private func write(_ turn: TurnRef, on lines: LineRange, to json: inout JSONWriter) {
        let heading = corpus.heading(of: turn.meeting)
        json.member("meeting", heading.outline.id)
        json.member("statement", corpus.anchor(of: turn))
        json.member("date", heading.date.value)
        write(lines: lines, to: &json)
    }

    private func write(lines: LineRange, to json: inout JSONWriter) {
        json.array("lines", [lines.lowerBound, lines.upperBound]) { $0.value($1) }
    }

    private func write(_ citations: [Citation], as key: String, to json: inout JSONWriter) {
        json.array(key, citations) { json, citation in
            json.object { json in
                switch citation.passage {
                case .turn(let turn, _): write(turn, on: corpus.lines(of: turn), to: &json)
                case .block(let meeting, let block, _):
                    json.member("meeting", corpus.outline(of: meeting).id)
                    write(lines: corpus.lines(of: TurnRef(meeting: meeting, block: block)), to: &json)
                case .clause(let resolution, let paragraph, _):
                    json.member("resolution", corpus.outline(of: resolution).symbol)
                    json.member("paragraph", corpus.outline(of: resolution).paragraph(paragraph).id)
                case .annex(let resolution, let annex, _):
                    json.member("resolution", corpus.outline(of: resolution).symbol)
                    json.member("annex", annex + 1)
                }
            }
        }
    }
}
