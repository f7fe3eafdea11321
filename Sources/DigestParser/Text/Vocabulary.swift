/// The genre's working words, in small letters: nouns for those who speak, verbs of telling, titles and offices.
/// Names of places, bodies and people are data, not vocabulary.
enum Vocabulary {
    /// Words printed with a full stop that ends no sentence.
    static let abbreviations: Set<String> = [
        "mr", "ms", "mrs", "mme", "dr", "st", "jr", "sr", "gen", "col", "rev", "hon", "prof", "lt", "sen", "amb",
        "msgr",
        "capt", "maj", "brig", "h.e", "vs", "no", "nos", "art", "para",
    ]

    /// Titles that stand before a name and are no part of it.
    static let honorifics: Set<String> = [
        "mr.", "mr", "ms.", "ms", "mrs.", "mrs", "miss", "mme", "mme.", "dr.", "dr", "sir", "dame", "lord", "lady",
        "baroness",
        "baron", "prince", "princess", "king", "queen", "sheikh", "sheikha", "shaikh", "shaikha", "sheik", "emir",
        "amir",
        "archbishop", "bishop", "cardinal", "monsignor", "msgr.", "father", "rev.", "reverend", "sister", "rabbi",
        "imam",
        "professor", "prof.", "general", "gen.", "lieutenant", "major", "major-general", "colonel", "col.", "captain",
        "admiral",
        "brigadier", "judge", "justice", "sayyid", "datuk", "hon.", "honourable", "honorable", "chief",
        "royal", "highness", "majesty", "excellency", "crown", "his", "her", "their", "serene", "imperial", "h.e.",
        "h.r.h.", "h.m.", "h.h.", "lt.", "maj.",
    ]

    /// Of these, the ones that are no surnames either, and so are titles when they are set in capitals too.
    static let capitalTitles: Set<String> = [
        "mr.", "ms.", "mrs.", "dr.", "sir", "prince", "princess", "king", "queen", "sheikh", "sheikha", "shaikh",
        "shaikha",
        "emir", "amir", "archbishop", "monsignor", "lord", "baroness", "crown", "royal", "highness", "his", "her",
        "majesty",
        "excellency", "h.e.", "h.r.h.", "h.m.", "h.h.", "gen.", "col.", "lt.", "maj.", "rev.", "prof.", "hon.",
    ]

    /// Nouns for the one who speaks for a delegation: `the representative of …`, `Ireland’s delegate`.
    static let speakers: Set<String> = ["representative", "delegate", "speaker", "observer"]

    /// Head nouns of offices: a part of a role that holds one is an office, not an organisation.
    static let offices: Set<String> = [
        "minister", "secretary", "president", "director", "coordinator", "commissioner", "representative", "envoy",
        "head",
        "chief", "chair", "chairman", "chairperson", "chairwoman", "ambassador", "observer", "officer", "rapporteur",
        "advocate", "prosecutor", "judge", "adviser", "advisor", "deputy", "vice", "king", "queen", "prince",
        "princess",
        "emir", "amir", "governor", "chancellor", "member", "founder", "activist", "expert", "administrator", "manager",
        "professor", "commander", "councillor", "counsellor", "counselor", "delegate", "registrar", "executive",
        "spokesperson", "spokesman", "spokeswoman", "facilitator", "leader", "author", "researcher", "fellow",
        "analyst",
        "moderator", "defender", "journalist", "lawyer", "attorney", "senator", "mayor", "premier", "pope",
        "archbishop",
        "speaker", "mediator", "under", "assistant", "charge", "chargé", "attaché", "consultant", "champion",
        "laureate",
        "specialist", "survivor", "student", "doctor", "physician", "economist", "scientist", "scholar", "convener",
        "convenor",
        "patron", "ombudsman", "ombudsperson", "auditor", "comptroller", "legal", "treasurer", "trustee", "general",
    ]

    /// Head nouns of a part of a ministry or secretariat, which belongs to the office before it.
    static let divisions: Set<String> = [
        "department", "ministry", "division", "bureau", "section", "directorate", "secretariat", "unit", "affairs",
        "cabinet",
        "mission", "embassy", "faculty",
    ]

    /// Head nouns of associations of citizens: what stands after them names where they work, not whom they speak for.
    static let associations: Set<String> = [
        "association", "network", "foundation", "institute", "coalition", "society", "movement", "centre", "center",
        "union",
        "founder", "co-founder", "activist", "journalist", "women", "women’s", "women's", "youth", "initiative",
        "campaign",
        "federation", "alliance", "platform", "forum", "trust", "university", "academy", "hospital", "church",
        "committee",
    ]

    /// Head nouns of organisations and groups of States.
    static let organisations: Set<String> = [
        "union", "organization", "organisation", "league", "community", "council", "forum", "association", "movement",
        "group",
        "institute", "commission", "committee", "fund", "bank", "court", "tribunal", "authority", "agency",
        "federation",
        "secretariat", "alliance", "states", "countries", "friends", "parliament", "order", "programme", "partnership",
        "initiative", "assembly", "cooperation", "conference", "society", "centre", "center", "coalition", "network",
        "foundation",
    ]

    /// Past tenses that do not end in -ed, and present ones of headlines, that open the account of what was said.
    static let irregularVerbs: Set<String> = [
        "said", "spoke", "told", "gave", "took", "drew", "made", "put", "saw", "thought", "felt", "found", "began",
        "went",
        "paid", "read", "led", "held", "set", "cast", "sought", "brought", "came", "met", "laid", "left", "kept",
        "lost",
        "won", "rose", "struck", "wrote", "did", "had", "was", "were", "is", "says", "threw", "sent", "stood",
        "spelled",
        "underwent", "got", "ran", "forewarned", "foresaw", "withdrew", "bore", "beseeched", "thanked", "shed", "hit",
        "dealt",
        "built", "meant", "understood", "became", "showed", "shone", "chose", "swore", "upheld", "cannot", "could",
        "would",
        "will", "must", "has", "does",
    ]

    /// Verbs that tell what somebody said: after one of these stands a speaker or a speech.
    static let tellingVerbs: Set<String> = [
        "said", "told", "spoke", "noted", "stressed", "emphasized", "emphasised", "underscored", "underlined",
        "observed",
        "stated", "declared", "added", "warned", "urged", "called", "expressed", "described", "recalled", "reported",
        "pointed", "welcomed", "condemned", "demanded", "affirmed", "reaffirmed", "asked", "argued", "asserted",
        "voiced",
        "echoed", "cautioned", "highlighted", "spotlighted", "drew", "explained", "maintained", "insisted", "outlined",
        "recounted", "retorted", "rejected", "dismissed", "reiterated", "thanked", "commended", "questioned",
        "wondered",
        "acknowledged", "agreed", "regretted", "deplored", "joined", "supported", "announced", "appealed", "associated",
        "aligned", "cited", "claimed", "charged", "countered", "concluded", "continued", "defended", "detailed",
        "encouraged",
        "informed", "introduced", "lamented", "praised", "proposed", "recommended", "remarked", "responded", "replied",
        "requested", "rebuked", "refuted", "shared", "suggested", "summarized", "touched", "took", "went", "pledged",
        "conveyed", "clarified", "confirmed", "characterized", "briefed", "addressed", "advocated", "opened",
        "presented",
        "objected", "opposed", "decried", "denounced", "denied", "disagreed", "hailed", "applauded", "congratulated",
        "stipulated", "reminded", "referred", "raised", "registered", "put", "paid", "gave", "made", "shed", "speaking",
        "stressing", "underscoring", "underlining", "stating", "noting", "adding", "saying", "warning", "calling",
        "urging",
        "pointing", "expressing", "asserting", "insisting", "observing", "emphasizing", "highlighting", "voicing",
        "asking",
        "cautioning", "declaring", "affirming", "recalling", "posed", "contended", "accused", "blamed", "quoted",
        "read",
        "offered", "elaborated", "exhorted", "implored", "pressed", "pleaded", "predicted", "recognized", "reflected",
        "reviewed", "saluted", "sounded", "stood", "surveyed", "traced", "vowed", "advised", "admitted", "attributed",
        "listed", "invited", "intervened", "interjected", "invoked", "mourned", "recognised", "reassured", "renewed",
        "repeated", "spelled", "signalled", "signaled", "tabled", "took", "updated", "used", "vouched", "weighed",
        "wished",
    ]

    /// Words a phrase aside opens with, after a name or role: `in his national capacity`, `also speaking for …`.
    static let asides: Set<String> = [
        "also", "who", "whose", "via", "by", "then", "too", "again", "however", "meanwhile", "as", "but", "while",
        "with",
        "likewise", "similarly", "nonetheless", "nevertheless", "therefore", "first", "next", "through", "from", "at",
        "after",
        "before", "during", "having", "among", "citing",
    ]

    /// Nouns for groups that need no capital: `the mountain countries`.
    static let groups: Set<String> = ["countries", "states", "group", "members", "delegations", "economies", "nations"]

    static let pronouns: Set<String> = ["he", "she", "they", "he/she", "she/he", "s/he", "(s)he"]
}
