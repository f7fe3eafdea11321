/// `7847th Meeting (AM)`, `34th & 35th Meetings (AM & PM)`, `8302ND MEETING (PM)`.
struct MeetingNumberLine: Equatable {
    var numbers: [Int]
    var timeMark: String?
    /// `34th Meeting (AM)      10 December 2030`: where the copy set both on one line; ISO 8601.
    var date: String?

    static func read(_ text: String) -> MeetingNumberLine? {
        guard text.utf8.count <= 140 else { return nil }
        let phrase = Phrase(text)
        guard
            let noun = (0..<phrase.count).first(where: {
                // A star leads to a footnote: `8th Meeting* (AM)`.
                ["meeting", "meetings", "meeting*", "meetings*"].contains(phrase.lower($0))
            })
        else {
            return nil
        }
        var numbers: [Int] = []
        var index = noun - 1
        while index >= 0 {
            if let number = ordinal(phrase.lowerText(index)) {
                numbers.insert(number, at: 0)
            } else if !["&", "and", "to", "plenary", "formal", "public"].contains(phrase.lower(index)) {
                break
            }
            index -= 1
        }
        let open = (noun + 1..<phrase.count).first { phrase.words[$0].depth == 0 && phrase.words[$0].shape != .mark }
        let date = open.flatMap { PrintedDate.date(phrase, at: $0) }
        guard !numbers.isEmpty, open == nil || date?.end == phrase.count else { return nil }
        let tail = noun + 1..<(open ?? phrase.count)
        return MeetingNumberLine(numbers: numbers, timeMark: timeMark(phrase, tail), date: date?.value)
    }

    private static func ordinal(_ word: String) -> Int? {
        guard let suffix = ["st", "nd", "rd", "th"].first(where: word.hasSuffix) else { return nil }
        return Int(word.dropLast(suffix.utf8.count))
    }

    /// The parenthesis that tells the time of day; `(Resumption 1)` is none.
    private static func timeMark(_ phrase: Phrase, _ tail: Range<Int>) -> String? {
        var start = tail.lowerBound
        while start < tail.upperBound {
            var end = start
            while end < tail.upperBound, !phrase.words[end].has(.closesParenthesis) { end += 1 }
            end = min(end + 1, tail.upperBound)
            if (start..<end).contains(where: { isTimeOfDay(phrase.lowerText($0)) }) {
                let text = phrase.text(start..<end)
                return text.first == "(" ? String(text.dropFirst().dropLast()) : text
            }
            start = end
        }
        return nil
    }

    /// `MORNING`, `Midday`: a line that says no more than when.
    static func isTimeMark(_ text: String) -> Bool {
        text.utf8.count <= 16 && ["morning", "midday", "afternoon", "evening", "night"].contains(text.lowercased())
    }

    private static func isTimeOfDay(_ word: String) -> Bool {
        let letters = word.filter(\.isLetter)
        return ["am", "pm", "night", "morning", "afternoon", "evening"].contains(letters)
    }
}
