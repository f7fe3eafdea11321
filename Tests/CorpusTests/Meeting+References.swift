import Meetings

@testable import Corpus

extension Meeting {
    /// References in statements and in the text around them, in the order of the text.
    var references: [Reference] {
        blocks.flatMap { block in
            if case .statement(let statement) = block.content { statement.paragraphs } else { block.runningText }
        }
        .flatMap(\.references)
    }
}
