/// Who somebody speaks for, told by the role: a State or organisation it ends in, or nobody but the house.
struct RoleReader {
    let phrase: Phrase
    let names: StateNames
    var isPlaceholder = false

    struct Reading: Equatable {
        /// As printed, without the State or organisation that ends it; nil when nothing is left.
        var role: String?
        var delegation: String?
    }

    func read(_ parts: [Range<Int>]) -> Reading {
        let segments = withListsJoined(parts)
        let whole = segments[0].lowerBound..<segments[segments.count - 1].upperBound
        if let reading = lastPart(segments, whole: whole) { return reading }
        for segment in segments {
            if let reading = delegationOf(segment, whole: whole) { return reading.withoutBareNoun }
            if let state = stateOfOffice(segment, whole: whole) ?? titledState(segment, whole: whole) {
                return Reading(role: role(whole, without: state), delegation: phrase.text(state)).withoutBareNoun
            }
        }
        for segment in segments {
            if let name = regionalBody(segment) {
                return Reading(role: role(whole, without: name), delegation: phrase.text(name))
            }
        }
        if segments.count == 1, isOrganisation(whole), isPlaceholder || namesOrganisation(whole) {
            return Reading(role: nil, delegation: phrase.text(article(whole)))
        }
        return Reading(role: phrase.text(whole), delegation: nil)
    }

    /// The role with the State and its preposition taken out: `Prime Minister and Council President for December`.
    private func role(_ whole: Range<Int>, without state: Range<Int>) -> String {
        let words = phrase.text(whole.lowerBound..<preposition(before: state))
        let head = words.last == "," ? String(words.dropLast()) : words
        guard state.upperBound < whole.upperBound else { return head }
        let comma = phrase.words[state.upperBound - 1].has(.comma) ? ", " : " "
        return head + comma + phrase.text(state.upperBound..<whole.upperBound)
    }

    /// `…, United Kingdom`; `…, European Union`; `…, Office of the International Criminal Police Organization`
    private func lastPart(_ segments: [Range<Int>], whole: Range<Int>) -> Reading? {
        guard let last = segments.last else { return nil }
        let part = article(last)
        guard !part.isEmpty, !isWorkplace(segments, whole: whole) else { return nil }
        if names.end(in: phrase, from: part.lowerBound, limit: part.upperBound) == part.upperBound {
            let role = segments.count > 1 ? phrase.text(whole.lowerBound..<last.lowerBound) : nil
            return Reading(role: role, delegation: phrase.text(part))
        }
        if segments.count > 1, isMinistry(whole), let state = stateOfOffice(last, whole: whole),
            state.upperBound == whole.upperBound
        {
            return Reading(role: role(whole, without: state), delegation: phrase.text(state))
        }
        guard segments.count > 1, isOrganisation(last) else { return nil }
        var name = part
        if phrase.word(name.lowerBound, is: "office"), phrase.word(name.lowerBound + 1, is: "of") {
            name = article(name.lowerBound + 2..<name.upperBound)
        }
        return Reading(
            role: phrase.text(whole.lowerBound..<last.lowerBound), delegation: phrase.text(withoutNoun(name)))
    }

    /// `Professor, University of Chile`, `Director, Centre for Care, Nigeria`: where somebody works, and where that is.
    private func isWorkplace(_ segments: [Range<Int>], whole: Range<Int>) -> Bool {
        guard segments.count > 1, !isMinistry(whole) else { return false }
        let places = segments.dropFirst()
        if places.contains(where: { $0.contains { phrase.word($0, isIn: Self.schools) } }) { return true }
        return places.dropLast().contains { $0.contains { phrase.word($0, isIn: Vocabulary.associations) } }
    }

    private static let schools: WordTable = ["university", "college", "school", "hospital", "academy"]

    /// The State in `Deputy Minister for Foreign Affairs of Ukraine`, `Prime Minister of Spain and …`,
    /// `Permanent Representative of Chile to the United Nations`; none in `Special Envoy for Yemen`,
    /// `Director of the Women’s Union of Sudan`.
    private func stateOfOffice(_ segment: Range<Int>, whole: Range<Int>) -> Range<Int>? {
        for index in segment.dropFirst() where isOfficePreposition(index, in: segment, whole: whole) {
            let start = phrase.word(index + 1, is: "the") ? index + 2 : index + 1
            guard let end = names.end(in: phrase, from: start, limit: segment.upperBound) else { continue }
            if end == segment.upperBound || phrase.words[end - 1].has(.comma) || isConnector(end) { return start..<end }
        }
        return nil
    }

    /// A State by its form of government, whatever table lacks it: `Minister for Trade of the Republic of Sarn`. And the one
    /// that a Prime or Foreign Minister has: `Prime Minister of Dunmarrow`.
    private func titledState(_ segment: Range<Int>, whole: Range<Int>) -> Range<Int>? {
        guard isMinistry(whole) || phrase.word(segment.lowerBound, is: "president") else { return nil }
        for index in segment.dropFirst() where phrase.word(index, is: "of") {
            let start = phrase.word(index + 1, is: "the") ? index + 2 : index + 1
            let isState =
                phrase.word(start, isIn: Self.governments) && phrase.word(start + 1, is: "of")
                || phrase.word(index - 1, is: "minister")
                    && (phrase.word(index - 2, is: "prime") || phrase.word(index - 2, is: "foreign"))
            guard isState, start < segment.upperBound else { continue }
            var end = start
            while end < segment.upperBound,
                phrase.words[end].shape == .capital || phrase.word(end, is: "of") || phrase.word(end, is: "the")
            {
                end += 1
            }
            if end == segment.upperBound || end > start && isConnector(end) { return start..<end }
        }
        return nil
    }

    private static let governments: WordTable = [
        "republic", "kingdom", "state", "federation", "principality", "commonwealth", "sultanate", "emirate", "duchy",
        "union", "confederation", "co-operative", "cooperative",
    ]

    /// `Working Group on Women, | Peace and Security`, `Minister for Trade, | Industry and Labour`: the commas of a list.
    private func withListsJoined(_ segments: [Range<Int>]) -> [Range<Int>] {
        var joined: [Range<Int>] = []
        for segment in segments {
            if let last = joined.last, endsInSubject(last), isListEnd(segment) {
                joined[joined.count - 1] = last.lowerBound..<segment.upperBound
            } else {
                joined.append(segment)
            }
        }
        return joined
    }

    /// `on Women`, `for Trade`: one capitalised word behind its preposition.
    private func endsInSubject(_ segment: Range<Int>) -> Bool {
        segment.count > 2 && ["on", "for"].contains(phrase.lower(segment.upperBound - 2))
            && phrase.words[segment.upperBound - 1].shape == .capital
    }

    /// `Peace and Security`, and no State.
    private func isListEnd(_ segment: Range<Int>) -> Bool {
        segment.count == 3 && phrase.word(segment.lowerBound + 1, is: "and")
            && phrase.words[segment.lowerBound].shape == .capital
            && phrase.words[segment.upperBound - 1].shape == .capital
            && names.end(in: phrase, from: segment.lowerBound, limit: segment.upperBound) != segment.upperBound
    }

    private func isOfficePreposition(_ index: Int, in segment: Range<Int>, whole: Range<Int>) -> Bool {
        let head = segment.lowerBound..<index
        if phrase.word(index, is: "of") {
            if head.contains(where: isHouse) { return false }
            return isMinistry(whole) || !head.contains { phrase.word($0, isIn: Vocabulary.associations) }
        }
        guard phrase.word(index, is: "for") else { return false }
        return head.contains { phrase.word($0, is: "observer") }
            || phrase.word(index - 1, is: "state") && phrase.word(index - 3, is: "secretary")
            || phrase.word(index - 1, is: "representative") && head.count <= 2 && !phrase.word(index - 2, is: "high")
    }

    /// A portfolio may hold any words: `Minister for Foreign Affairs, European Union and Cooperation`.
    private func isMinistry(_ range: Range<Int>) -> Bool {
        range.contains { phrase.word($0, is: "minister") || phrase.word($0, is: "ministry") }
    }

    private func isConnector(_ index: Int) -> Bool {
        ["and", "to", "who", "in", "with"].contains(phrase.lower(index)) || phrase.words[index].has(.opensParenthesis)
    }

    /// Offices of the United Nations are the house’s, whatever country they are for.
    private func isHouse(_ index: Int) -> Bool {
        phrase.word(index, is: "secretary-general") || phrase.word(index, is: "nations")
            || phrase.word(index, is: "under-secretary-general")
    }

    /// `Permanent Observer of X to the United Nations`, `High Representative of X for …`, `Head of Delegation of X`,
    /// `Head of the X delegation`, `a representative of X`
    private func delegationOf(_ segment: Range<Int>, whole: Range<Int>) -> Reading? {
        if phrase.word(segment.upperBound - 1, is: "delegation"), segment.count > 1 {
            return delegationNoun(segment, whole: whole)
        }
        for index in segment
        where ["observer", "representative", "delegation", "mission"].contains(phrase.lower(index)) {
            guard index + 2 < segment.upperBound, ["of", "for", "from"].contains(phrase.lower(index + 1)) else {
                continue
            }
            if phrase.word(index, is: "mission"), !segment.contains(where: { phrase.word($0, is: "observer") }) {
                continue
            }
            let start = phrase.word(index + 2, is: "the") ? index + 3 : index + 2
            let isQualified = phrase.word(index - 1, is: "high")
            // `High Representative for Disarmament Affairs` says for what, and not for whom.
            if isQualified, !phrase.word(index + 1, is: "of") { continue }
            let end = nameEnd(from: start, limit: segment.upperBound, endsAtFor: isQualified)
            guard end > start, !phrase.word(index - 1, is: "special"), !holdsHouse(start..<end) else { continue }
            let endsRole = end == whole.upperBound
            let role = phrase.text(endsRole ? whole.lowerBound..<index + 1 : whole)
            return Reading(role: role, delegation: phrase.text(start..<end))
        }
        return nil
    }

    /// `President of the European Council`, `Secretary-General of the League of Arab States`: who heads an organisation of
    /// States that is none of the house speaks for it. It tells so by the region, or by being a league of them.
    private func regionalBody(_ segment: Range<Int>) -> Range<Int>? {
        guard let of = segment.dropFirst().prefix(3).first(where: { phrase.word($0, is: "of") }),
            phrase.word(of - 1, isIn: Self.heads)
        else { return nil }
        let start = phrase.word(of + 1, is: "the") ? of + 2 : of + 1
        guard start + 1 < segment.upperBound, phrase.words[start].shape == .capital,
            phrase.word(start, isIn: Vocabulary.regions) && phrase.word(start + 1, isIn: Vocabulary.organisations)
                || phrase.word(start, isIn: Self.leagues)
                    && (phrase.word(start + 1, is: "of") || phrase.word(start + 1, is: "for"))
        else { return nil }
        let name = start..<segment.upperBound
        return holdsHouse(name) ? nil : name
    }

    private static let heads: WordTable = [
        "president", "secretary-general", "general", "chairperson", "chair", "chairman", "chairwoman",
        "director-general",
        "commissioner", "secretary", "vice-president",
    ]
    private static let leagues: WordTable = ["league", "organization", "organisation", "association", "community"]

    private func delegationNoun(_ segment: Range<Int>, whole: Range<Int>) -> Reading? {
        var start = segment.upperBound - 1
        while start > segment.lowerBound, phrase.words[start - 1].shape != .lower { start -= 1 }
        guard start < segment.upperBound - 1 else { return nil }
        let name = phrase.text(start..<segment.upperBound - 1)
        return Reading(role: start == whole.lowerBound ? nil : phrase.text(whole), delegation: name)
    }

    /// An organisation’s name ends at `to the United Nations`, `for …`, `and Head of …`.
    private func nameEnd(from start: Int, limit: Int, endsAtFor: Bool) -> Int {
        if let state = names.end(in: phrase, from: start, limit: limit) { return state }
        var end = start
        while end < limit {
            if phrase.word(end, is: "to") { break }
            if phrase.word(end, is: "for"), endsAtFor { break }
            if phrase.word(end, is: "and"), end + 1 < limit, isOffice(end + 1) { break }
            end += 1
        }
        return end
    }

    private func holdsHouse(_ range: Range<Int>) -> Bool {
        range.contains { isHouse($0) || isOffice($0) }
    }

    /// A name of an organisation: capitalised, no office in it, and no part of a ministry or of the house.
    private func isOrganisation(_ range: Range<Int>) -> Bool {
        let range = article(range)
        guard !range.isEmpty, phrase.words[range.lowerBound].shape != .lower else { return false }
        let isOfficeOf = phrase.word(range.lowerBound, is: "office") && phrase.word(range.lowerBound + 1, is: "of")
        let body = isOfficeOf ? range.lowerBound + 2..<range.upperBound : range
        for index in body {
            if isOffice(index) || isHouse(index) || phrase.word(index, isIn: Vocabulary.divisions) { return false }
        }
        if phrase.text(range.lowerBound).hasPrefix("UN") || phrase.word(range.lowerBound, is: "office") && !isOfficeOf {
            return false
        }
        return isPlaceholder || phrase.words[range.lowerBound].shape != .number
    }

    /// Without an office before it a name is an organisation’s when it says so – `European Union`, `… (OSCE)`, `UNICEF` –
    /// or as a title does, with nothing in small letters but what joins: `Peace Boat`, `Platform of Jurists for Sarn`.
    private func namesOrganisation(_ range: Range<Int>) -> Bool {
        if range.contains(where: {
            phrase.word($0, isIn: Vocabulary.organisations) || phrase.words[$0].shape == .upper
        }) {
            return true
        }
        return range.count > 1
            && range.allSatisfy {
                phrase.words[$0].shape == .capital && !phrase.word($0, isIn: Vocabulary.honorifics)
                    || $0 > range.lowerBound && phrase.word($0, isIn: Self.joints)
            }
    }

    private static let joints: WordTable = ["of", "and", "for", "the", "on", "in", "against", "without", "to"]

    private func isOffice(_ index: Int) -> Bool {
        phrase.word(index, isIn: Vocabulary.offices) || phrase.word(index, hasPartIn: Vocabulary.offices)
    }

    private func article(_ range: Range<Int>) -> Range<Int> {
        phrase.word(range.lowerBound, is: "the") ? range.dropFirst() : range
    }

    private func withoutNoun(_ range: Range<Int>) -> Range<Int> {
        range.count > 1 && phrase.word(range.upperBound - 1, is: "delegation") ? range.dropLast() : range
    }

    private func preposition(before state: Range<Int>) -> Int {
        phrase.word(state.lowerBound - 1, is: "the") ? state.lowerBound - 2 : state.lowerBound - 1
    }
}

extension RoleReader.Reading {
    /// `a representative of …` says no more than the delegation does.
    fileprivate var withoutBareNoun: RoleReader.Reading {
        guard let role,
            ["representative", "a representative", "the representative", "delegate", "observer", "the delegate"]
                .contains(role.lowercased())
        else { return self }
        return RoleReader.Reading(role: nil, delegation: delegation)
    }
}
