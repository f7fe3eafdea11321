import Meetings
import Testing

@testable import Corpus

struct DelegationTests {
    private func corpus(_ meetings: MeetingBuilder..., registry: Registry = .empty) -> Corpus {
        Corpus(meetings: meetings.map(\.meeting), registry: registry)
    }

    private func delegation(_ id: String, in corpus: Corpus) throws -> Delegation {
        corpus[try #require(corpus.delegation(id: id))]
    }

    @Test func `old and new names of a State are one page with the name of the table`() throws {
        let corpus = corpus(
            MeetingBuilder("a.txt", number: 1).turn("Ana Moura", of: "Turkey"),
            MeetingBuilder("b.txt", number: 2).turn(nil, of: "Türkiye").comingStatement(of: "the Republic of Turkey"))
        #expect(corpus.delegations.map(\.id) == ["turkiye"])
        let page = try delegation("turkiye", in: corpus)
        #expect(page.name == "Türkiye")
        #expect(page.kind == .state)
        #expect(page.code == "TUR")
        #expect(page.turns.count == 2)
        #expect(page.placeholders.count == 1)
        #expect(page.speakers.count == 1)
    }

    @Test(arguments: [
        ("European Union delegation", "european-union", Delegation.Kind.organisation),
        ("the European Union", "european-union", .organisation),
        (
            "Organization for Security and Cooperation in Europe (OSCE)",
            "organization-for-security-and-cooperation-in-europe", .organisation
        ),
        ("OSCE", "organization-for-security-and-cooperation-in-europe", .organisation),
        (
            "Office of the International Criminal Police Organization (INTERPOL)",
            "international-criminal-police-organization", .organisation
        ),
        ("United Nations Office on Drugs and Crime", "united-nations-office-on-drugs-and-crime", .office),
        ("Holy See", "holy-see", .observer),
        ("State of Palestine", "state-of-palestine", .observer),
        ("Non-Aligned Movement", "non-aligned-movement", .group),
        ("Group of Friends of Clear Water", "group-of-friends-of-clear-water", .group),
        ("Blue Lamp Network", "blue-lamp-network", .civilSociety),
        ("League of Harbour Towns", "league-of-harbour-towns", .organisation),
        ("Kestria", "kestria", .state),
    ])
    func `kinds are told apart`(printed: String, id: String, kind: Delegation.Kind) {
        let corpus = corpus(MeetingBuilder("a.txt", number: 1).turn(nil, of: printed))
        #expect(corpus.delegations.map(\.id) == [id])
        #expect(corpus.delegations.first?.kind == kind)
    }

    @Test func `an abbreviation that the corpus explains stands for the whole name`() throws {
        let corpus = corpus(
            MeetingBuilder("a.txt", number: 1).turn(nil, of: "Merrow Flood Forecasting Centre (MFFC)"),
            MeetingBuilder("b.txt", number: 2).turn("Ana Moura", of: "MFFC"))
        #expect(corpus.delegations.map(\.id) == ["merrow-flood-forecasting-centre"])
        #expect(corpus.delegations[0].abbreviation == "MFFC")
        #expect(corpus.delegations[0].turns.count == 2)
    }

    @Test func `an abbreviation with two explanations stands for neither`() {
        let corpus = corpus(
            MeetingBuilder("a.txt", number: 1).turn(nil, of: "Port Watch Society (PWS)"),
            MeetingBuilder("b.txt", number: 2).turn(nil, of: "Paper Workers Society (PWS)"),
            MeetingBuilder("c.txt", number: 3).turn(nil, of: "PWS"))
        #expect(corpus.delegations.count == 3)
    }

    @Test func `an office in a role is where the turn belongs, unless it was held formerly`() throws {
        let corpus = corpus(
            MeetingBuilder("a.txt", number: 1)
                .turn("Yan Orlo", role: "Executive Director of the United Nations Office on Drugs and Crime (UNODC)")
                .turn(
                    "Eva Lund", role: "Permanent Observer of the Organization of American States to the United Nations"
                )
                .turn("Tom Reed", role: "former Director of the World Food Programme")
                .turn("Ann Bell", role: "Secretary-General of the United Nations"))
        #expect(
            corpus.meetings[0].turns.map { $0.delegation.map { corpus[$0].abbreviation ?? "" } }
                == ["UNODC", "OAS", nil, nil])
    }

    @Test func `who is heard within the statement of another is found from there`() throws {
        let corpus = corpus(
            MeetingBuilder("a.txt", number: 1).turn("Ana Moura", of: "Norway", hearing: ["Chad", "Norway"]).turn(
                nil, of: "France"))
        let turn = corpus.meetings[0].turns[0]
        #expect(turn.heard.map { corpus[$0].id } == ["chad"])
        let chad = try delegation("chad", in: corpus)
        #expect(chad.turns.isEmpty)
        #expect(chad.turnsHeardIn == [turn.ref])
        #expect(corpus.ties(of: turn.heard[0]).map(\.heard) == [[turn.ref]])
    }

    @Test func `groups show who spoke for them and who aligned with them`() throws {
        let corpus = corpus(
            MeetingBuilder("a.txt", number: 1)
                .turn("Ana Moura", of: "Norway", for: ["Nordic countries"])
                .turn("Eva Lund", of: "Liechtenstein", for: ["Australia", "Switzerland"])
                .turn(nil, of: "France", with: ["European Union"])
                .turn("Tom Reed", of: "European Union delegation"))
        let nordic = try delegation("nordic-countries", in: corpus)
        #expect(nordic.kind == .group)
        #expect(nordic.turnsOnBehalf.count == 1)
        #expect(nordic.representedBy.map { corpus[$0.delegation].id } == ["norway"])
        let union = try delegation("european-union", in: corpus)
        #expect(union.alignedBy.map { corpus[$0.delegation].id } == ["france"])
        #expect(union.turnsAligned == union.alignedBy[0].turns)
        let home = try delegation("liechtenstein", in: corpus)
        #expect(home.spokeFor.map { corpus[$0.delegation].id } == ["australia", "switzerland"])
        let person = corpus[try #require(corpus.person(id: "eva-lund"))]
        #expect(person.spokeFor.map { corpus[$0.delegation].id } == ["australia", "switzerland"])
    }

    @Test func `votes are listed with the delegations they name`() throws {
        let corpus = corpus(
            MeetingBuilder("a.txt", number: 1).vote(against: ["Russia"], abstain: ["China", "Kestria"]))
        #expect(corpus.meetings[0].votes[0].against.map { corpus[$0].id } == ["russian-federation"])
        let kestria = try delegation("kestria", in: corpus)
        #expect(kestria.kind == .state)
        #expect(kestria.votes.map(\.position) == [.abstain])
    }

    @Test func `the registry names delegations and their kinds`() {
        let registry = Registry(
            people: [], different: [],
            delegations: [.init(name: "Kestria", otherNames: ["Old Kestria"], kind: .observer)])
        let corpus = corpus(
            MeetingBuilder("a.txt", number: 1).turn(nil, of: "Old Kestria").turn(nil, of: "Kestria"),
            registry: registry)
        #expect(corpus.delegations.map(\.name) == ["Kestria"])
        #expect(corpus.delegations[0].kind == .observer)
    }

    @Test func `two delegations under one “and” are two, when both are known`() throws {
        let corpus = corpus(
            MeetingBuilder("a.txt", number: 1)
                .turn(
                    "Ana Moura", of: "Maravel", for: ["Delta and Vellamo", "Fiji and Delta", "Salt and Pepper Group"]
                )
                .turn(nil, of: "Delta").turn(nil, of: "Vellamo", with: ["representative of Maravel"]))
        #expect(
            corpus.meetings[0].turns[0].onBehalfOf.map { corpus[$0].id }
                == ["delta", "vellamo", "fiji", "salt-and-pepper-group"])
        #expect(corpus.meetings[0].turns[2].alignedWith.map { corpus[$0].id } == ["maravel"])
    }

    @Test func `a name with “and” that a table has is one`() {
        let corpus = corpus(
            MeetingBuilder("a.txt", number: 1).turn(
                nil, of: "Peru", for: ["Antigua and Barbuda", "Group of 77 and China"]))
        #expect(corpus.delegations.map(\.id) == ["antigua-and-barbuda", "group-of-77-and-china", "peru"])
    }
}
