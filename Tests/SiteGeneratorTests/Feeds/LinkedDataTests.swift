import Corpus
import Foundation
import Testing

@testable import SiteGenerator

@Suite struct LinkedDataTests {
    let site = LakeCouncil.site(LakeCouncil.threeMeetings)

    private func read(_ page: SitePage, in site: SiteModel) throws -> [String: Any] {
        let json = try #require(LinkedData.json(for: page, in: site))
        return try #require(try JSONSerialization.jsonObject(with: Data(json.bytes)) as? [String: Any])
    }

    @Test func `a meeting is an event with its day and who spoke`() throws {
        let ref = try #require(site.corpus.meeting(id: "lake-council-1"))
        let event = try read(.meeting(ref), in: site)
        #expect(event["@type"] as? String == "Event")
        #expect(event["startDate"] as? String == "2031-05-02")
        #expect(event["url"] as? String == "https://example.org/digests/meetings/lake-council-1/")
        let performers = try #require(event["performer"] as? [[String: Any]])
        #expect(performers.map { $0["name"] as? String } == ["Gunnar Ellisiv"])
    }

    @Test func `a meeting without a date has none`() throws {
        let ref = try #require(site.corpus.meeting(id: "lake-council-3"))
        #expect(try read(.meeting(ref), in: site)["startDate"] == nil)
    }

    @Test func `a speaker is a person with a delegation`() throws {
        let ref = try #require(site.corpus.person(id: "gunnar-ellisiv"))
        let person = try read(.speaker(ref), in: site)
        #expect(person["@type"] as? String == "Person")
        #expect((person["affiliation"] as? [[String: Any]])?.first?["name"] as? String == "Ilmar")
    }

    @Test func `a resolution is legislation`() throws {
        let ref = try #require(site.corpus.resolution(id: "s-res-9-2029"))
        let legislation = try read(.resolution(ref), in: site)
        #expect(legislation["@type"] as? String == "Legislation")
        #expect(legislation["legislationIdentifier"] as? String == "S/RES/9 (2029)")
        #expect(legislation["legislationDate"] == nil)
    }

    @Test func `nothing in a digest ends the element the data stands in`() throws {
        let ref = try #require(site.corpus.meeting(id: "lake-council-1"))
        let json = try #require(LinkedData.json(for: .meeting(ref), in: site))
        #expect(!json.bytes.contains(UInt8(ascii: "<")))
        #expect(try read(.meeting(ref), in: site)["name"] as? String == "Council Hears <b>Ice</b> & Snow")
    }

    @Test func `addresses are relative where the site does not say where it stands`() throws {
        let site = LakeCouncil.site(LakeCouncil.threeMeetings, baseURL: nil)
        let ref = try #require(site.corpus.meeting(id: "lake-council-1"))
        let event = try read(.meeting(ref), in: site)
        #expect(event["url"] as? String == "./")
        #expect((event["performer"] as? [[String: Any]])?.first?["url"] as? String == "../../speakers/gunnar-ellisiv/")
    }

    @Test func `a list has no data of its own`() {
        #expect(LinkedData.json(for: .speakers, in: site) == nil)
    }
}
