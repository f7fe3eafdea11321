/// A quotation that does not end, or ends without having begun.
///
/// A quotation over several paragraphs opens again in each and ends in the last; so one left open is at fault only
/// where the next paragraph does not open one.
struct UnbalancedQuotationRule: SlipRule {
    static let id = "unbalanced-quotation"

    func slips(in text: ProofText) -> [Slip] {
        let passages = Array(text.running)
        return passages.indices.flatMap { index -> [Slip] in
            let next = index + 1 < passages.count ? passages[index + 1] : nil
            return slips(in: passages[index], before: next, text)
        }
    }

    private func slips(in passage: Passage, before next: Passage?, _ text: ProofText) -> [Slip] {
        var slips: [Slip] = []
        var open: Int?
        var index = passage.range.lowerBound
        while index < passage.range.upperBound {
            let width = Typography.width(in: text.bytes, at: index)
            let mark = Typography.quotationMark(in: text.bytes, at: index)
            switch (mark, open) {
            case (.opening, let before?):
                slips.append(unclosed(before, text))
                open = index
            case (.opening, nil), (.straight, nil): open = index
            case (.closing, nil) where Typography.letter(in: text.bytes, at: index + width) > 0:
                slips.append(
                    Slip(
                        at: index..<index + width, "a closing quotation mark stands where one opens",
                        suggestion: "Write “ in its place."))
                open = index
            case (.closing, nil):
                slips.append(
                    Slip(
                        at: index..<index + width, "a quotation ends here that has not begun",
                        suggestion: "Put in the opening mark, or remove this one."))
            case (.closing, _?), (.straight, _?): open = nil
            case (nil, _): break
            }
            index += width
        }
        if let open, next.map({ Typography.quotationMark(in: text.bytes, at: $0.range.lowerBound) == nil }) ?? true {
            slips.append(unclosed(open, text))
        }
        return slips
    }

    private func unclosed(_ index: Int, _ text: ProofText) -> Slip {
        Slip(
            at: index..<index + Typography.width(in: text.bytes, at: index), "a quotation begins here and does not end",
            suggestion: "Put in the closing mark.")
    }
}
