import Foundation
import Meetings
import Testing

@testable import DigestParser

@Suite(.enabled(if: Neighbours.seeds.count == 2, "the seed documents are not beside the repository"))
struct SeedTests {
    @Test func `seed 000 is read fully`() throws {
        let reading = try Reading(contentsOf: Neighbours.seeds[0])
        let meeting = reading.meeting
        #expect(meeting.body == "Security Council")
        #expect(meeting.numbers == [7847])
        #expect(meeting.timeMark == "AM")
        #expect(meeting.symbol == "SC/12647")
        #expect(meeting.times?.began == "10:12")
        #expect(meeting.times?.ended == "17:45")
        #expect(meeting.headline?.hasPrefix("Security Council Condemns Human Trafficking") == true)
        #expect(meeting.subheadlines.count == 1)
        #expect(meeting.status == .final)
        #expect(reading.headings == ["Briefings", "Action", "Statements", "Resolution"])
        #expect(reading.statements.count == 73)
        let action = try #require(
            meeting.blocks.firstIndex {
                if case .heading(let heading) = $0.content { heading.text == "Action" } else { false }
            })
        #expect(reading.kinds[..<action].count { $0 == "statement" } == 5)
        #expect(reading.kinds.last == "footer")
        #expect(reading.strayLines == [])
    }

    @Test func `seed 001 is provisional, with unnamed speakers and a statement to come`() throws {
        let reading = try Reading(contentsOf: Neighbours.seeds[1])
        #expect(reading.meeting.body == "Security Council")
        #expect(reading.meeting.headline == "Trafficking of persons in conflict situations")
        #expect(reading.meeting.status == .provisional)
        #expect(reading.statements.count == 39)
        #expect(reading.statements.count { $0.speaker.unnamed } == 22)
        #expect(reading.placeholders.map(\.delegation) == ["Libya"])
        #expect(reading.placeholders.map(\.id) == ["libya"])
        #expect(reading.strayLines == [])
    }

    @Test func `names of the seeds are in reading case`() throws {
        let names = try Neighbours.seeds.flatMap { try Reading(contentsOf: $0).statements.compactMap(\.speaker.name) }
        for name in [
            "Rafael Darío Ramírez Carreño", "Ban Ki-moon", "Gerard van Bohemen", "Saad Abdullah N. Al Saad",
            "Koro Bessho",
        ] {
            #expect(names.contains(name))
        }
        #expect(!names.contains { $0.lowercased().contains("to come") })
    }
}
