import Meetings

/// The decisions of a meeting as they are found, told once or several times.
struct DecisionRegister {
    private(set) var decisions: [Decision]
    /// Where the adoption of each is told; nil for a full text whose adoption was not met yet.
    private var places: [Action.Place?]
    private var bySymbol: [String: Int] = [:]
    /// Decisions told by what they are about alone, by the figures of their votes: `The draft on fish was approved by …`.
    private var byFigures: [Figures: Int] = [:]

    private struct Figures: Hashable {
        var favour: Int
        var against: Int
        var abstain: Int

        init?(_ tally: Tally?) {
            guard let favour = tally?.favour, let against = tally?.against, let abstain = tally?.abstain else {
                return nil
            }
            (self.favour, self.against, self.abstain) = (favour, against, abstain)
        }
    }

    /// Full texts whose adoption is told nowhere.
    var untold: [Int] { places.indices.filter { places[$0] == nil } }

    /// - Parameter texts: full texts already read, with the symbol that announces them.
    init(_ texts: [Decision]) {
        decisions = texts
        places = texts.map { _ in nil }
        for (index, text) in texts.enumerated() { if let symbol = text.symbol { bySymbol[symbol] = index } }
    }

    mutating func add(_ action: Action) {
        guard let kind = kind(of: action) else { return }
        if let index = known(action, kind) {
            tell(index, action)
        } else if action.place != .headline || action.text.symbol != nil, !action.text.isGeneric || isSaid(action) {
            let key = action.text.symbol ?? action.text.name
            decisions.append(
                Decision(kind: kind, symbol: action.text.symbol, adopted: action.manner, lines: action.lines))
            places.append(action.place)
            if let key { bySymbol[key] = decisions.count - 1 }
            if action.text.symbol == nil, let figures = Figures(action.tally) {
                byFigures[figures] = decisions.count - 1
            }
        }
    }

    /// `The draft, the text of which reads as follows`, and further on `adopted the draft as resolution 1268 (1999)`: where
    /// each is the only one, the words are that resolution’s.
    mutating func joinDraft() {
        let drafts = untold.filter { index in
            decisions[index].kind == .resolution && !(decisions[index].symbol?.contains("/RES/") ?? false)
        }
        let resolutions = decisions.indices.filter { index in
            decisions[index].kind == .resolution && decisions[index].fullText == nil && places[index] == .action
                && decisions[index].symbol?.contains("/RES/") == true
        }
        guard drafts.count == 1, resolutions.count == 1, let draft = drafts.first, let adopted = resolutions.first
        else { return }
        // Full texts stand before all that is told: none of their places moves.
        let words = decisions[draft].fullText
        decisions[draft] = decisions[adopted]
        decisions[draft].fullText = words
        places[draft] = places[adopted]
        decisions.remove(at: adopted)
        places.remove(at: adopted)
    }

    private func kind(of action: Action) -> Decision.Kind? {
        switch action.text.kind {
        case .resolution: .resolution
        case .presidentialStatement: .presidentialStatement
        case .amendment, .paragraph, .motion: nil
        }
    }

    /// "The text" alone makes a decision only where the action tells how it was adopted; in a summary it may be any of
    /// many, but for a unanimous one.
    private func isSaid(_ action: Action) -> Bool {
        action.manner == .unanimously || (action.manner != nil && action.place == .action)
            || action.text.kind == .presidentialStatement && action.place != .headline
    }

    private func known(_ action: Action, _ kind: Decision.Kind) -> Int? {
        if let key = action.text.symbol ?? action.text.name {
            if let index = bySymbol[key] { return index }
            if action.text.symbol != nil, let figures = Figures(action.tally), let index = byFigures[figures],
                decisions[index].symbol == nil, decisions[index].kind == kind
            {
                return index
            }
            // A full text announced without a symbol, or a text first told without one, is the one now named.
            guard decisions.count == 1, decisions[0].kind == kind, decisions[0].symbol == nil else { return nil }
            return action.text.symbol == nil ? nil : 0
        }
        return decisions.suffix(Self.reach).lastIndex { $0.kind == kind && areOne($0.adopted, action.manner) }
    }

    /// "The text" means none that was told so many decisions ago.
    private static let reach = 100

    /// One text is not adopted both by a vote and without one.
    private func areOne(_ first: Decision.Adoption?, _ second: Decision.Adoption?) -> Bool {
        !(first == .vote && second == .withoutVote || first == .withoutVote && second == .vote)
    }

    private mutating func tell(_ index: Int, _ action: Action) {
        if decisions[index].symbol == nil, let symbol = action.text.symbol {
            decisions[index].symbol = symbol
            bySymbol[symbol] = index
        }
        if decisions[index].adopted == nil { decisions[index].adopted = action.manner }
        // The action tells where it happened; summary and headline only where nothing else does.
        if let place = places[index], place >= action.place { return }
        places[index] = action.place
        decisions[index].lines = action.lines
    }
}
