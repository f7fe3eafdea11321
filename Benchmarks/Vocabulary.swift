/// The words that synthetic digests are made of, and the invented world they speak of.
enum Vocabulary {
    static let adjectives = words(
        """
        common shared early lasting coastal inland seasonal regional binding voluntary prompt honest reliable open fair costly
        quiet narrow broad deep shallow ancient modern digital patient steady urgent fragile vital local distant joint separate
        public private technical legal financial practical scientific historic northern southern eastern western rural urban
        """)

    static let nouns = words(
        """
        lighthouse harbour beacon channel tide reef current lagoon dune estuary ferry pilot chart buoy anchorage breakwater
        quay shipyard cargo sail compass sounding fishery net catch quota season spawning mangrove seagrass coral sediment
        erosion storm surge forecast warning shelter evacuation repair salvage insurance tariff licence inspection crew captain
        apprentice school archive map survey observatory gauge cable relay antenna signal frequency treaty protocol annex
        commission secretariat fund budget assessment report review deadline roster register census border crossing island
        """)

    static let verbs = words(
        """
        welcomed supported questioned described recalled defended examined proposed strengthened financed measured restored
        protected monitored extended revised translated published shared compared opened closed surveyed mapped insured
        """)

    static let openings = [
        "Recalling", "Reaffirming", "Recognizing", "Noting with concern", "Welcoming", "Bearing in mind", "Stressing",
        "Expressing its appreciation for", "Deeply concerned by", "Taking note of",
    ]

    static let operatives = [
        "Calls upon", "Urges", "Decides to review", "Requests", "Encourages", "Condemns", "Reiterates", "Invites",
        "Affirms",
        "Expresses its intention to consider",
    ]

    static let offices = [
        "Director of the Office of Lights and Beacons", "Executive Secretary of the Tide Commission",
        "Special Envoy for Drifting Ice", "Chair of the Committee on Charts", "Head of the Reef Observatory",
    ]

    /// The States of the invented council.
    static let states: [String] = {
        var numbers = SeededNumbers(seed: 7)
        var states: [String] = []
        while states.count < 190 {
            let state = numbers.below(9) == 0 ? "Republic of \(name(&numbers))" : name(&numbers)
            if !states.contains(state) { states.append(state) }
        }
        return states
    }()

    /// A name of two or three syllables with a capital.
    static func name(_ numbers: inout SeededNumbers) -> String {
        var name = ""
        for _ in 0...(1 + numbers.below(2)) {
            name += numbers.pick(onsets) + numbers.pick(vowels) + numbers.pick(codas)
        }
        return name.prefix(1).uppercased() + name.dropFirst()
    }

    private static let onsets = [
        "b", "br", "d", "dr", "f", "g", "h", "k", "l", "m", "n", "p", "r", "s", "st", "t", "tr", "v", "z", "ž",
    ]
    private static let vowels = ["a", "e", "i", "o", "u", "á", "ei", "ou", "ia", "ö"]
    private static let codas = ["", "", "", "l", "n", "r", "s", "rd", "nn", "lk"]

    private static func words(_ text: String) -> [String] {
        text.split(whereSeparator: \.isWhitespace).map(String.init)
    }
}
