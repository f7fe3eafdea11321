import Meetings
import Testing

@testable import Corpus

struct IdentityTests {
    private func corpus(_ meetings: MeetingBuilder..., registry: Registry = .empty) -> Corpus {
        Corpus(meetings: meetings.map(\.meeting), registry: registry)
    }

    private func names(_ corpus: Corpus) -> [String] { corpus.persons.map(\.name) }

    @Test func `one name for one delegation in two meetings is one person`() {
        let corpus = corpus(
            MeetingBuilder("a.txt", number: 1, date: "2020-01-01").turn("Ana Moura", of: "Japan"),
            MeetingBuilder("b.txt", number: 2, date: "2020-02-01").turn("Ana Moura", of: "Japan"))
        #expect(names(corpus) == ["Ana Moura"])
        #expect(corpus.persons[0].turns.count == 2)
    }

    @Test func `case, diacritics, hyphens and initials make no second person`() {
        let corpus = corpus(
            MeetingBuilder("a.txt", number: 1).turn("José Q. Al-Rahman", of: "Qatar"),
            MeetingBuilder("b.txt", number: 2).turn("Jose Al Rahman", of: "Qatar"),
            MeetingBuilder("c.txt", number: 3).turn("Jose Alrahman", of: "Qatar"))
        #expect(corpus.persons.count == 1)
        #expect(corpus.persons[0].variants.count == 3)
        #expect(corpus.persons[0].evidence.allSatisfy { $0.rule == .sameNameAndDelegation })
        #expect(corpus.persons[0].evidence.count == 2)
    }

    /// Many names: which of two forms a dictionary gives first is chance.
    @Test func `an accent composed or not is one form`() {
        let names = ["Ana", "Ebba", "Ilmar", "Odd", "Ulla", "Yrsa", "Kari", "Liv", "Mats", "Nils", "Per", "Siv"]
        var (first, later) = (MeetingBuilder("a.txt", number: 1), MeetingBuilder("b.txt", number: 2))
        for name in names {
            first = first.turn("\(name) Jose\u{301}", of: "Qatar")
            later = later.turn("\(name) Jos\u{E9}", of: "Qatar")
        }
        let corpus = corpus(first, later)
        #expect(corpus.persons.count == names.count)
        for person in corpus.persons {
            #expect(person.variants.map(\.turns) == [2])
            #expect(person.variants.map { Array($0.printed.utf8.suffix(2)) } == [Array("\u{C9}".utf8)])
        }
    }

    @Test func `different initials are different people and the bare name is nobody of them`() {
        let corpus = corpus(
            MeetingBuilder("a.txt", number: 1).turn("John A. Smith", of: "Canada").turn("John B. Smith", of: "Canada")
                .turn("John Smith", of: "Canada"))
        #expect(corpus.persons.count == 3)
    }

    @Test func `one name for two States is two persons, the later with the delegation in the address`() {
        let corpus = corpus(
            MeetingBuilder("a.txt", number: 1, date: "2020-01-01").turn("Ana Moura", of: "Japan"),
            MeetingBuilder("b.txt", number: 2, date: "2020-02-01").turn("Ana Moura", of: "Ukraine"))
        #expect(corpus.persons.map(\.id) == ["ana-moura", "ana-moura-ukraine"])
        #expect(corpus.proposals.isEmpty)
    }

    @Test func `an office told in two ways is one person's`() {
        let corpus = corpus(
            MeetingBuilder("a.txt", number: 1)
                .turn("Yan Orlo", role: "Executive Director of the United Nations Office on Drugs and Crime (UNODC)"),
            MeetingBuilder("b.txt", number: 2)
                .turn(
                    "Yan V. Orlo", of: "United Nations Office on Drugs and Crime",
                    role: "Under-Secretary-General and Executive Director"),
            MeetingBuilder("c.txt", number: 3).turn("Yan Orlo", role: "Special Envoy on Drugs"))
        #expect(names(corpus) == ["Yan Orlo"])
        #expect(corpus.persons[0].id == "yan-orlo")
        #expect(corpus.persons[0].evidence.contains { $0.rule == .sameNameAndOffice })
    }

    @Test func `namesakes in offices that share only a rank stay apart and are asked about`() {
        let corpus = corpus(
            MeetingBuilder("a.txt", number: 1).turn("Ali Karim", role: "Director of the Blue Lamp Network"),
            MeetingBuilder("b.txt", number: 2).turn("Ali Karim", role: "Special Envoy for Rivers"))
        #expect(corpus.persons.count == 2)
        #expect(corpus.proposals.map(\.reason) == [.sameName])
    }

    @Test func `a delegate who speaks in another capacity in the same meeting is one person`() {
        let corpus = corpus(
            MeetingBuilder("a.txt", number: 1).turn("Ana Moura", of: "Japan")
                .turn("Ana Moura", role: "Chair of the Committee on Bridges"))
        #expect(corpus.persons.count == 1)
        #expect(corpus.persons[0].affiliations.count == 2)
        #expect(corpus.persons[0].evidence.map(\.rule) == [.sameNameInMeeting])
    }

    @Test func `a title and surname joins the full name of the same meeting`() {
        let corpus = corpus(
            MeetingBuilder("a.txt", number: 1).turn("Rosa Jaquez", of: "Mexico").turn("Ms. Jaquez", of: "Mexico")
                .turn("Ms. Jaquez"))
        #expect(names(corpus) == ["Rosa Jaquez"])
        #expect(corpus.persons[0].evidence.map(\.rule) == [.surnameInMeeting, .surnameInMeeting])
    }

    @Test func `a title and surname joins across meetings only within the delegation and without a rival`() {
        let full = MeetingBuilder("a.txt", number: 1, date: "2020-01-01").turn("Rosa Jaquez", of: "Mexico")
        let titled = MeetingBuilder("b.txt", number: 2, date: "2021-01-01").turn("Ms. Jaquez", of: "Mexico")
        let rival = MeetingBuilder("c.txt", number: 3, date: "2021-02-01").turn("Eva Jaquez", of: "Mexico")
        let elsewhere = MeetingBuilder("d.txt", number: 4, date: "2021-03-01").turn("Ms. Jaquez", of: "Peru")
        let late = MeetingBuilder("e.txt", number: 5, date: "2031-01-01").turn("Ms. Jaquez", of: "Mexico")
        #expect(names(corpus(full, titled)) == ["Rosa Jaquez"])
        #expect(names(corpus(full, titled, rival)) == ["Eva Jaquez", "Ms. Jaquez", "Rosa Jaquez"])
        #expect(names(corpus(full, elsewhere)) == ["Ms. Jaquez", "Rosa Jaquez"])
        #expect(names(corpus(full, late)) == ["Ms. Jaquez", "Rosa Jaquez"])
    }

    @Test func `a title that contradicts another keeps surnames of other meetings apart`() {
        let full = MeetingBuilder("a.txt", number: 1).turn("Robin Vale", of: "Malta").turn("Ms. Vale", of: "Malta")
        let other = MeetingBuilder("b.txt", number: 2).turn("Mr. Vale", of: "Malta")
        #expect(names(corpus(full, other)).sorted() == ["Mr. Vale", "Robin Vale"])
    }

    @Test func `nobody is made of a name to come`() {
        let corpus = corpus(MeetingBuilder("a.txt", number: 1).turn(nil, of: "Ukraine").turn(nil, of: "OSCE"))
        #expect(corpus.persons.isEmpty)
        #expect(corpus.meetings[0].turns.count == 2)
        #expect(corpus.delegation(id: "ukraine").map { corpus[$0].turns.count } == 1)
    }

    @Test func `the registry decides over every rule`() {
        let meetings = [
            MeetingBuilder("a.txt", number: 1).turn("Ana Moura", of: "Japan").meeting,
            MeetingBuilder("b.txt", number: 2).turn("Ana Mouro Lima", of: "Brazil").meeting,
        ]
        let registry = Registry(
            people: [.init(name: "Ana Moura Lima", otherNames: ["Ana Moura", "ANA MOURO LIMA"])], different: [],
            delegations: [])
        let corpus = Corpus(meetings: meetings, registry: registry)
        #expect(names(corpus) == ["Ana Moura Lima"])
        #expect(corpus.persons[0].evidence.map(\.rule) == [.registry])
    }

    @Test(arguments: [
        ("Sacha Llorenty", "Sacha Llorentty", SamePersonProposal.Reason.nearSpelling),
        ("Vasily Nebenzia", "Vasily Nebenzya", .nearSpelling),
        ("Nadia Murad", "Nadia Murad Basee Taha", .partOfName),
    ])
    func `near spellings in one delegation are proposed and not merged`(
        first: String, second: String, reason: SamePersonProposal.Reason
    ) {
        let meetings = [
            MeetingBuilder("a.txt", number: 1).turn(first, of: "Peru").meeting,
            MeetingBuilder("b.txt", number: 2).turn(second, of: "Peru").meeting,
        ]
        let corpus = Corpus(meetings: meetings)
        #expect(corpus.persons.count == 2)
        #expect(corpus.proposals.map(\.reason) == [reason])
        #expect(corpus.diagnostics.map(\.id) == ["same-person"])
        #expect(corpus.diagnostics.map(\.file) == ["b.txt"])
        let apart = Registry(different: [.init(names: [first, second])])
        #expect(Corpus(meetings: meetings, registry: apart).proposals.isEmpty)
    }

    @Test func `near spellings of two delegations are no question`() {
        let corpus = corpus(
            MeetingBuilder("a.txt", number: 1).turn("Vasily Nebenzia", of: "Peru"),
            MeetingBuilder("b.txt", number: 2).turn("Vasily Nebenzya", of: "Malta"))
        #expect(corpus.proposals.isEmpty)
    }
}
