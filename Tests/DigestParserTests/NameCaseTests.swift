import Testing

@testable import DigestParser

struct NameCaseTests {
    @Test(arguments: [
        ("RAFAEL DARÍO RAMOS CARREÑO", "Rafael Darío Ramos Carreño"), ("GERRIT VAN BOREN", "Gerrit van Boren"),
        ("LEON BIN IDRIS", "Leon bin Idris"), ("MARTA DE LA PIEDRA", "Marta de la Piedra"),
        ("ÁLVARO MENDES E MOURA", "Álvaro Mendes e Moura"), ("SAID ABDULLAH N. AL SAID", "Said Abdullah N. Al Said"),
        ("ALIA SEIF AL-TARIQ", "Alia Seif Al-Tariq"), ("SEAN O’BRADY", "Sean O’Brady"),
        ("IAN MCDOUGAL", "Ian McDougal"),
        ("JOSEPH D’ALMADA", "Joseph d’Almada"), ("D’ARTIGNAC LEROY", "D’Artignac Leroy"),
        ("KARL GUSTAF XIV", "Karl Gustaf XIV"), ("LE THI HOA", "Le Thi Hoa"), ("VAN MEER", "Van Meer"),
        ("T.S. VARADAN", "T.S. Varadan"),
        ("ŽELJKO ŠUŠNJAR", "Željko Šušnjar"), ("FERİDE ÖZ", "Feride Öz"), ("ROSA DiMARCO", "Rosa DiMarco"),
        ("JEAN-MAX BELLERIVE", "Jean-Max Bellerive"), ("AIMÉE DE DOS SANTOS", "Aimée de dos Santos"),
    ])
    func `capitals are read by rule`(_ printed: String, _ name: String) {
        #expect(NameCase().reading(printed) == name)
    }

    @Test func `Korean given names have a small letter behind the hyphen`() {
        #expect(NameCase(delegation: "Republic of Korea").reading("CHO TAE-MIN") == "Cho Tae-min")
        #expect(NameCase(delegation: "Haiti").reading("CHO TAE-MIN") == "Cho Tae-Min")
    }

    @Test func `Vietnamese names have no particles`() {
        #expect(NameCase(delegation: "Viet Nam").reading("NGUYEN VAN TAM") == "Nguyen Van Tam")
    }

    @Test(arguments: [
        ("BAN KI-MOO", "today Ban Ki-moo said", "Ban Ki-moo"),
        ("ROSA DIMARCO", "as Rosa DiMarco said.", "Rosa DiMarco"),
        ("JOSÉ ABREU", "Jose Abreu said", "José Abreu"), ("IVAN RUZICKA", "told Ivan Růžička", "Ivan Růžička"),
        ("OTTO VAN DALE", "(Otto Van Dale)", "Otto Van Dale"),
    ])
    func `a form the text prints in running case is preferred`(_ printed: String, _ text: String, _ name: String) {
        #expect(SpelledNames(of: [printed], in: [text]).spelling(of: printed) == name)
    }

    @Test(arguments: ["BAN KI-MOO said", "Ban Ki, and Moo", "Urban Ki-moo said", "Ban Ki-moonlight"])
    func `other words are no spelling of the name`(_ text: String) {
        #expect(SpelledNames(of: ["BAN KI-MOO"], in: [text]).spelling(of: "BAN KI-MOO") == nil)
    }
}
