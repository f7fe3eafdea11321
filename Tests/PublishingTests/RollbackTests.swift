import Diagnostics
import Foundation
import SiteGenerator
import Testing

@testable import Publishing

@Suite struct RollbackTests {
    private static let keeping = PublishedSite.Place.available.filter { $0 == .folder || $0 == .git }

    @Test(arguments: keeping)
    func `a rollback returns to the site before, and another one undoes it`(place: PublishedSite.Place) throws {
        let site = try PublishedSite(place)
        for edition in [LinkedPages.first, LinkedPages.second, LinkedPages.third] {
            try site.build(edition)
            try site.publish()
        }
        try site.rollBack()
        #expect(try site.live() == LinkedPages.second)
        try site.rollBack()
        #expect(try site.live() == LinkedPages.third)
        try site.build(LinkedPages.first)
        try site.publish()
        try site.rollBack()
        #expect(try site.live() == LinkedPages.third)
    }

    @Test(arguments: keeping)
    func `without a site before there is nothing to return to`(place: PublishedSite.Place) throws {
        let site = try PublishedSite(place)
        for _ in 0..<2 {
            let error = #expect(throws: DiagnosticError.self) { try site.rollBack() }
            #expect(error?.diagnostics.map(\.id) == ["no-previous"])
            try site.build(LinkedPages.first)
            try site.publish()
        }
    }

    @Test(arguments: PublishedSite.Place.available.filter { $0 != .folder && $0 != .git })
    func `a kind of target that keeps nothing says so`(place: PublishedSite.Place) throws {
        let site = try PublishedSite(place)
        let error = #expect(throws: DiagnosticError.self) { try site.rollBack() }
        #expect(error?.diagnostics.map(\.id) == ["no-previous"])
    }

    @Test func `what is kept lies outside the served folder, and no more than is needed`() throws {
        let site = try PublishedSite(.folder)
        for edition in [LinkedPages.first, LinkedPages.second, LinkedPages.third, LinkedPages.second] {
            try site.build(edition)
            try site.publish()
            #expect(try site.live() == edition)
        }
        let kept = try FileManager.default.contentsOfDirectory(atPath: site.disk + "/.live.rapporteur/kept")
        let needed = LinkedPages.third.filter { LinkedPages.second[$0.key] != $0.value }
        #expect(Set(kept).count == Set(needed.values).count)
    }

    @Test func `everything sent again keeps the way back`() throws {
        let site = try PublishedSite(.folder)
        try site.build(LinkedPages.first)
        try site.publish()
        try site.build(LinkedPages.second)
        try site.publish()
        let publisher = try site.publisher()
        try publisher.carryOut(try publisher.plan(everything: true), confirmed: true)
        #expect(try site.live() == LinkedPages.second)
    }
}
