import Testing

@testable import Proofreading

@Suite struct BodyCaseRuleTests {
    let rule = BodyCaseRule()

    private func marked(_ sentence: String) throws -> [String] {
        let usual = "The Security Council met today.  The Council heard a report.  The Council adjourned."
        return try rule.marked(
            """
            Security Council
            412th Meeting (AM)
            10 May 2030

            Security Council Reviews Water Levels

            \(usual)

            \(sentence)

            The meeting began at 10:03 a.m. and ended at 12:41 p.m.
            """)
    }

    @Test func `the body in lower case is marked`() throws {
        #expect(try marked("The council further decided to wait.") == ["council"])
    }

    @Test(arguments: [
        "The council of the town decided.", "Its town council met, and the council decided.", "Councils decide.",
        "“The council decided,” it was said.",
    ])
    func `another council is not`(sentence: String) throws {
        #expect(try marked(sentence) == [])
    }
}
