import Meetings
import Testing

@testable import DigestParser

/// One form of opening a turn, and who is read from it.
struct OpenerCase: Sendable, CustomTestStringConvertible {
    var text: String
    var form: Statement.Form = .capitals
    var name: String?
    var role: String?
    var delegation: String?

    var testDescription: String { String(text.prefix(60)) }
}

struct OpenerTests {
    private func read(_ text: String) throws -> Statement {
        let reading = try Reading("Statements\n\n" + text)
        #expect(reading.statements.count == 1, "\(text)")
        return try #require(reading.statements.first)
    }

    static let named: [OpenerCase] = [
        OpenerCase(text: "MIRA SOLBERG (Norway) welcomed the text.", name: "Mira Solberg", delegation: "Norway"),
        OpenerCase(
            text: "OTTO ŠÍPEK-ÁRNASON ( Albania ) , noting the hour, said little.", name: "Otto Šípek-Árnason",
            delegation: "Albania"),
        OpenerCase(text: "T.S. VARADAN (India) reiterated the call.", name: "T.S. Varadan", delegation: "India"),
        OpenerCase(
            text: "LEO N. AL TARIQ (Iran (Islamic Republic of)) said so.", name: "Leo N. Al Tariq",
            delegation: "Iran (Islamic Republic of)"),
        OpenerCase(
            text: "ANNA HOLM, Executive Director of the Office on River Matters, said the river had risen.",
            name: "Anna Holm", role: "Executive Director of the Office on River Matters"),
        OpenerCase(
            text: "BO LIND, Minister of State, Department for Canals, United Kingdom, said the locks held.",
            name: "Bo Lind", role: "Minister of State, Department for Canals", delegation: "United Kingdom"),
        OpenerCase(
            text: "SERA VOLK, Deputy Minister for Foreign Affairs of Ukraine, associated herself with nobody.",
            name: "Sera Volk", role: "Deputy Minister for Foreign Affairs", delegation: "Ukraine"),
        OpenerCase(
            text: "IDA BERG, Minister for Foreign Affairs, European Union and Cooperation of Spain, said yes.",
            name: "Ida Berg", role: "Minister for Foreign Affairs, European Union and Cooperation", delegation: "Spain"),
        OpenerCase(
            text: "JON FALK, Prime Minister of Spain and Council President for May, spoke in his national capacity.",
            name: "Jon Falk", role: "Prime Minister and Council President for May", delegation: "Spain"),
        OpenerCase(
            text: "KAI MOE, Secretary of State for the United States, said one year had passed.", name: "Kai Moe",
            role: "Secretary of State", delegation: "United States"),
        OpenerCase(
            text: "EVA RUUD, Special Envoy of the Secretary-General for Yemen, warned of floods.", name: "Eva Ruud",
            role: "Special Envoy of the Secretary-General for Yemen"),
        OpenerCase(
            text: "NOA REES, Director of the Women’s Union of Sudan, described the camps.", name: "Noa Rees",
            role: "Director of the Women’s Union of Sudan"),
        OpenerCase(
            text: "UMA DAHL, Special Rapporteur on tolls, especially on bridges, noted a rise.", name: "Uma Dahl",
            role: "Special Rapporteur on tolls, especially on bridges"),
        OpenerCase(
            text: "PIA LUND, Anti-Flood Coordinator, European Union, warned of silt.", name: "Pia Lund",
            role: "Anti-Flood Coordinator", delegation: "European Union"),
        OpenerCase(
            text: "TOR NYE, European Union delegation, said the bloc agreed.", name: "Tor Nye",
            delegation: "European Union"),
        OpenerCase(
            text: "OLA VIK, Head of the European Union delegation, in its capacity as observer, condemned it.",
            name: "Ola Vik", role: "Head of the European Union delegation", delegation: "European Union"),
        OpenerCase(
            text: "LIV AAS, Permanent Observer of the Organization of River States to the United Nations, said so.",
            name: "Liv Aas", role: "Permanent Observer of the Organization of River States to the United Nations",
            delegation: "Organization of River States"),
        OpenerCase(
            text: "FEY ODD, Permanent Observer for the Sovereign Order of Malta, expressed sadness.", name: "Fey Odd",
            role: "Permanent Observer", delegation: "Sovereign Order of Malta"),
        OpenerCase(
            text: "ADA ROTH, a representative of the International Institute for Dams and Weirs, spoke of weirs.",
            name: "Ada Roth", delegation: "International Institute for Dams and Weirs"),
        OpenerCase(
            text: "MAX OVE, High Representative of the European Union for Canals and Locks, spoke at length.",
            name: "Max Ove", role: "High Representative of the European Union for Canals and Locks",
            delegation: "European Union"),
        OpenerCase(
            text: "TAL BEN ARI (Maldives), President of the General Assembly, called for calm.", name: "Tal Ben Ari",
            role: "President of the General Assembly", delegation: "Maldives"),
        OpenerCase(
            text: "NILS RØD, civilian activist for fishers’ rights, said boats had been taken.", name: "Nils Rød",
            role: "civilian activist for fishers’ rights"),
        OpenerCase(
            text: "PRINCE OSCAR II of Monaco said the sea was warm.", name: "Oscar II", delegation: "Monaco"),
        OpenerCase(
            text: "Secretary-General OTTO KRAUSE said the house was full.", name: "Otto Krause",
            role: "Secretary-General"),
        OpenerCase(
            text: "When the meeting resumed, EMIL DUE (Denmark), speaking again, said less.", name: "Emil Due",
            delegation: "Denmark"),
        OpenerCase(
            text: "ROSA A. DiMARCO (Italy) said the text was short.", name: "Rosa A. DiMarco", delegation: "Italy"),
        OpenerCase(
            text: "Ms. FALLA (Mexico) said that the text was long.", form: .titled, name: "Falla", delegation: "Mexico"),
        OpenerCase(text: "Mr. KYLE of Ukraine continued the tale.", form: .titled, name: "Kyle", delegation: "Ukraine"),
        OpenerCase(
            text: "In her closing remarks, Ms. AL-BADR said it was late.", form: .titled, name: "Al-Badr"),
        OpenerCase(
            text: "NAME TO COME (Ukraine) said trade was down.", form: .placeholder, delegation: "Ukraine"),
        OpenerCase(
            text: "NAME TO COME, Organization for Rivers and Lakes (ORL), said that it was high.", form: .placeholder,
            delegation: "Organization for Rivers and Lakes (ORL)"),
    ]

    @Test(arguments: named)
    func `a name in capitals or with a title opens a turn`(_ form: OpenerCase) throws {
        let statement = try read(form.text)
        #expect(statement.form == form.form)
        #expect(statement.speaker.name == form.name)
        #expect(statement.speaker.role == form.role)
        #expect(statement.speaker.delegation == form.delegation)
        #expect(statement.speaker.unnamed == (form.name == nil))
    }

    static let prose: [OpenerCase] = [
        OpenerCase(text: "The representative of Cuba demanded an end to it.", form: .prose, delegation: "Cuba"),
        OpenerCase(text: "Ireland’s delegate said that it was clear.", form: .prose, delegation: "Ireland"),
        OpenerCase(text: "Eritrea ’s representative noted the cost.", form: .prose, delegation: "Eritrea"),
        OpenerCase(
            text: "The United Arab Emirates’ speaker urged restraint.", form: .prose, delegation: "United Arab Emirates"
        ),
        OpenerCase(text: "The observer for the Holy See recalled a plea.", form: .prose, delegation: "Holy See"),
        OpenerCase(
            text: "The speaker for the Russian Federation, rebuking those claims, said no.", form: .prose,
            delegation: "Russian Federation"),
        OpenerCase(text: "The Syrian delegate said the world was tired.", form: .prose, delegation: "Syria"),
        OpenerCase(
            text: "“Boats do not wait for treaties,” observed the representative of Oman.", form: .prose,
            delegation: "Oman"),
        OpenerCase(
            text: "“There is nobody who wants it more,” stressed Slovenia’s representative.", form: .prose,
            delegation: "Slovenia"),
        OpenerCase(
            text: "Speaking before the vote, the representative of the United States recalled the process.",
            form: .prose,
            delegation: "United States"),
        OpenerCase(
            text: "For his part, the representative of the Republic of Korea — noting the hour — expressed hope.",
            form: .prose, delegation: "Republic of Korea"),
        OpenerCase(
            text: "The representative of the European Union delegation, in its capacity as observer, said so.",
            form: .prose, delegation: "European Union"),
        OpenerCase(
            text: "The representative of Israel, Dan B. Levi, rejected the text.", form: .prose, name: "Dan B. Levi",
            delegation: "Israel"),
        OpenerCase(
            text: "For Egypt, Osama M. Nour (Egypt) said that aid was waiting.", form: .prose, name: "Osama M. Nour",
            delegation: "Egypt"),
        OpenerCase(
            text: "Harith Idris al-Hassan (Sudan) voiced support.", form: .prose, name: "Harith Idris al-Hassan",
            delegation: "Sudan"),
        OpenerCase(text: "Côte d’Ivoire’s representative said so.", form: .prose, delegation: "Côte d’Ivoire"),
        OpenerCase(text: "The representative of GUYANA introduced a text.", form: .prose, delegation: "Guyana"),
        OpenerCase(
            text: "Hugo A. Lang (United States) said the matter was closed.", form: .prose, name: "Hugo A. Lang",
            delegation: "United States"),
        OpenerCase(
            text: "Tim Erdal, the representative of Israel, said the world had seen.", form: .prose, name: "Tim Erdal",
            delegation: "Israel"),
        OpenerCase(
            text: "Noor Said, Permanent Observer for the State of Palestine, said there was hope.", form: .prose,
            name: "Noor Said", role: "Permanent Observer", delegation: "State of Palestine"),
        OpenerCase(
            text: "The Permanent Observer for the State of Palestine asked who would answer.", form: .prose,
            role: "Permanent Observer", delegation: "State of Palestine"),
    ]

    @Test(arguments: prose)
    func `a speaker told in prose opens a turn`(_ form: OpenerCase) throws {
        let statement = try read(form.text)
        #expect(statement.form == form.form)
        #expect(statement.speaker.name == form.name)
        #expect(statement.speaker.role == form.role)
        #expect(statement.speaker.delegation == form.delegation)
    }

    static let roles: [OpenerCase] = [
        OpenerCase(
            text: "PRINCESS MARY OF DENMARK said that nets were wide.", form: .capitals, name: "Mary",
            delegation: "Denmark"),
        OpenerCase(
            text: "QUEEN MÁXIMA OF THE NETHERLANDS, Advocate for Finance, said so.", form: .capitals, name: "Máxima",
            role: "Advocate for Finance", delegation: "Netherlands"),
        OpenerCase(
            text: "UNA MARSH, Minister for Foreign Affairs and Trade of the Republic of Sarn, said so.",
            form: .capitals,
            name: "Una Marsh", role: "Minister for Foreign Affairs and Trade", delegation: "Republic of Sarn"),
        OpenerCase(
            text: "OLA BERG, Prime Minister of Dunmarrow, said so.", form: .capitals, name: "Ola Berg",
            role: "Prime Minister", delegation: "Dunmarrow"),
        OpenerCase(
            text: "JAN PIET, President of the European Council, said so.", form: .capitals, name: "Jan Piet",
            role: "President", delegation: "European Council"),
        OpenerCase(
            text: "OMAR SAMI, Secretary-General of the League of Arab States, said so.", form: .capitals,
            name: "Omar Sami",
            role: "Secretary-General", delegation: "League of Arab States"),
        OpenerCase(
            text: "KAREN HALL, Director of the Working Group on Women, Peace and Security, said so.", form: .capitals,
            name: "Karen Hall", role: "Director of the Working Group on Women, Peace and Security"),
        OpenerCase(
            text: "LI YONG, Director-General of the United Nations Boat Organization (UNBO), said so.", form: .capitals,
            name: "Li Yong", role: "Director-General of the United Nations Boat Organization (UNBO)"),
    ]

    static let houseRoles: [OpenerCase] = [
        OpenerCase(
            text: "IDA NAKA, High Representative for Disarmament Affairs, said so.", form: .capitals, name: "Ida Naka",
            role: "High Representative for Disarmament Affairs"),
        OpenerCase(
            text: "SECRETARY-GENERAL OTTO KRAUSE said so.", form: .capitals, name: "Otto Krause",
            role: "Secretary-General"),
        OpenerCase(
            text: "JOY OGO (Nigeria), Chair of the Committee established pursuant to resolution 1267 (1999), said so.",
            form: .capitals, name: "Joy Ogo",
            role: "Chair of the Committee established pursuant to resolution 1267 (1999)",
            delegation: "Nigeria"),
    ]

    static let oddNames: [OpenerCase] = [
        OpenerCase(
            text: "JAMES ROSE, CMG (United Kingdom) said so.", form: .capitals, name: "James Rose",
            delegation: "United Kingdom"),
        OpenerCase(
            text: "Sir DAVID ADE, K.B.E., Minister for Finance of Nauru, said so.", form: .titled, name: "David Ade",
            role: "Minister for Finance", delegation: "Nauru"),
        OpenerCase(
            text: "Lord TARIQ HOLM OF FENN (United Kingdom) said so.", form: .titled, name: "Tariq Holm of Fenn",
            delegation: "United Kingdom"),
        OpenerCase(
            text: "ANA LIMA, Professor, University of Chile, said so.", form: .capitals, name: "Ana Lima",
            role: "Professor, University of Chile"),
        OpenerCase(
            text: "OLU BAKARE, Director, Centre for Care, Nigeria, said so.", form: .capitals, name: "Olu Bakare",
            role: "Director, Centre for Care, Nigeria"),
        OpenerCase(
            text: "LT. GEN. (RET.) DAN OKU-BAH (Ghana) said so.", form: .titled, name: "Dan Oku-Bah",
            delegation: "Ghana"),
        OpenerCase(text: "'AHO TUPO VI (Tonga) said so.", form: .capitals, name: "'Aho Tupo VI", delegation: "Tonga"),
        OpenerCase(
            text: "DES O’HARA JR., Minister for Waters of the Republic of the Delta, said so.", form: .capitals,
            name: "Des O’Hara Jr.", role: "Minister for Waters", delegation: "Republic of the Delta"),
    ]

    @Test(arguments: roles + houseRoles + oddNames)
    func `a role tells for whom, where it ends in a State or a union of States`(_ form: OpenerCase) throws {
        let statement = try read(form.text)
        #expect(statement.speaker.name == form.name)
        #expect(statement.speaker.role == form.role)
        #expect(statement.speaker.delegation == form.delegation)
    }

    @Test func `an organisation that the summary lists is spoken for by its director`() throws {
        let reading = try Reading(
            "Council Hears of Fish\n\nAlso speaking today were representatives of Peru and the Herring Organization.\n\n"
                + "Statements\n\nILSE HOLM, Director of the Herring Organization (HO), said that herring were back.")
        #expect(reading.statements.first?.speaker.role == "Director")
        #expect(reading.statements.first?.speaker.delegation == "Herring Organization")
    }

    @Test(arguments: [
        "She went on to say that boats were few.",
        "The European Union was upholding standards, and the river rose.",
        "“It is late,” he said, adding that the representative of Cuba had left.",
        "On points raised by Ireland’s representative about tolls, he said that they were due.",
        "Turning to the remarks of the representative of Oman, she said little.",
        "Switching to French, addressing the President, the delegate from Norway, he said he would take back his words.",
        "UNHCR itself needs money before the end of the year.",
        "NATO (North Atlantic Treaty Organization) ships had passed.",
        " The resolution just adopted should help, he said.",
    ])
    func `a paragraph that brings in nobody belongs to the turn before it`(_ text: String) throws {
        let reading = try Reading("MIRA SOLBERG (Norway) welcomed the text.\n\n" + text)
        #expect(reading.statements.count == 1)
        #expect(reading.statements.first?.paragraphs.count == 2)
    }

    @Test func `an agenda title in capitals with a symbol is a heading, not a speaker`() throws {
        let reading = try Reading(
            "MIRA SOLBERG (Norway) welcomed the text.\n\nTHE SITUATION ON THE RIVER (S/2023/962)\n\nBO LIND (Malta) agreed."
        )
        #expect(reading.kinds == ["statement", "heading", "statement"])
    }
}
