import Meetings

/// One lexicon for many skeletons, in the making. What none of them uses is not in it.
package struct SharedLexicon: Sendable {
    private var builder = LexiconBuilder()
    /// Lexicons of which something is in it, and where that stands.
    private var sources: [(lexicon: Lexicon, places: LexiconPlaces)] = []
    private var numbers: [ObjectIdentifier: Int] = [:]

    package init() {}

    /// Of how many lexicons something is in it.
    var count: Int { sources.count }

    package var lexicon: Lexicon { builder.lexicon }

    /// The parts of a skeleton that was taken in.
    func parts(of skeleton: MeetingSkeleton) -> SkeletonParts {
        guard let source = numbers[ObjectIdentifier(skeleton.lexicon)] else {
            preconditionFailure("a skeleton is taken in before its parts are asked for")
        }
        return skeleton.parts.placed(sources[source].places)
    }

    /// Takes in what a text cites.
    /// - Returns: a place for each reference.
    mutating func take(_ text: FullText) -> [Int32] { builder.targets(of: text) }

    /// Takes in all that a skeleton has places of.
    mutating func take(_ skeleton: MeetingSkeleton) {
        let source = number(of: skeleton.lexicon)
        for opener in skeleton.parts.openers {
            take(text: opener.anchor, of: source)
            take(speaker: opener.speaker, of: source)
            for tie in opener.ties { take(text: tie.name, of: source) }
        }
        for announcement in skeleton.parts.announcements {
            take(text: announcement.anchor, of: source)
            take(text: announcement.delegation, of: source)
        }
        for ballot in skeleton.parts.ballots {
            for names in [ballot.favour, ballot.against, ballot.abstain] {
                for name in names { take(text: name, of: source) }
            }
        }
        for mention in skeleton.parts.mentions { take(target: mention.target, of: source) }
        for target in skeleton.parts.citedInTexts { take(target: target, of: source) }
    }

    private mutating func number(of lexicon: Lexicon) -> Int {
        if let known = numbers[ObjectIdentifier(lexicon)] { return known }
        numbers[ObjectIdentifier(lexicon)] = sources.count
        sources.append((lexicon, LexiconPlaces(noneOf: lexicon)))
        return sources.count - 1
    }

    private mutating func take(text: Int32?, of source: Int) {
        guard let text = text.map(Int.init), sources[source].places.texts[text] == LexiconPlaces.none else { return }
        sources[source].places.texts[text] = builder.place(ofComposed: sources[source].lexicon.texts[text])
    }

    private mutating func take(speaker: Int32, of source: Int) {
        guard sources[source].places.speakers[Int(speaker)] == LexiconPlaces.none else { return }
        let form = sources[source].lexicon.speakers[Int(speaker)]
        for text in [form.printed, form.name, form.honorific, form.role, form.delegation] {
            take(text: text, of: source)
        }
        sources[source].places.speakers[Int(speaker)] = builder.place(of: sources[source].places.placed(form))
    }

    private mutating func take(target: Int32, of source: Int) {
        guard sources[source].places.targets[Int(target)] == LexiconPlaces.none else { return }
        let cited = sources[source].lexicon.targets[Int(target)]
        take(text: cited.symbol, of: source)
        sources[source].places.targets[Int(target)] = builder.place(of: sources[source].places.placed(cited))
    }
}
