import Templating
import Testing

@Suite struct TemplateSchemaTests {
    @Test func `the documentation names every field of every page and record once`() {
        #expect(
            TemplateSchema.documentation(of: [MeetingFixture.self]) == """
                ### `meeting.md`

                | name | is a | what it says |
                |---|---|---|
                | `headline` | text | the headline as printed |
                | `source` | address | where the release was published |
                | `summary` | markup |  |
                | `final` | flag |  |
                | `votes` | number |  |
                | `groups` | list of texts |  |
                | `president` | [SpeakerFixture](#speakerfixture) |  |
                | `statements` | list of [StatementFixture](#statementfixture) | every turn, in order |
                | `points` | list of [PointFixture](#pointfixture) |  |

                ### PointFixture

                | name | is a | what it says |
                |---|---|---|
                | `label` | text |  |
                | `points` | list of [PointFixture](#pointfixture) |  |

                ### SpeakerFixture

                | name | is a | what it says |
                |---|---|---|
                | `name` | text |  |
                | `role` | text |  |

                ### StatementFixture

                | name | is a | what it says |
                |---|---|---|
                | `headline` | text |  |
                | `speaker` | [SpeakerFixture](#speakerfixture) |  |


                """)
    }
}
