import Testing

@testable import Reporting

@Suite struct PhraseCatalogueTests {
  private func read(_ text: String, plural: PhraseCatalogue.Plural = .unlessOne) throws -> PhraseCatalogue {
    try PhraseCatalogue(Array(text.utf8), name: "xx.po", plural: plural)
  }

  @Test func entriesAreRead() throws {
    let phrases = try read(
      """
      # head
      msgid ""
      msgstr ""
      "Language: xx\\n"

      #: Page.swift
      msgid "Revenue"
      msgstr "Umsatz"

      msgid "A \\"long\\" "
      "text"
      msgstr "Ein „langer“ "
      "Text"

      msgid "{count} row"
      msgid_plural "{count} rows"
      msgstr[0] "{count} Zeile"
      msgstr[1] "{count} Zeilen"

      """)
    #expect(phrases["Revenue"] == "Umsatz")
    #expect(phrases["A \"long\" text"] == "Ein „langer“ Text")
    #expect(phrases["{count} row", "{count} rows", 1] == "{count} Zeile")
    #expect(phrases["{count} row", "{count} rows", 0] == "{count} Zeilen")
    #expect(phrases.keys.count == 3)
  }

  @Test func emptyAndFuzzyEntriesAreNotTranslated() throws {
    let phrases = try read(
      """
      msgid "One"
      msgstr ""

      #, fuzzy
      msgid "Two"
      msgstr "Zwei?"

      msgid "Three"
      msgstr "Drei"

      msgid "{count} row"
      msgid_plural "{count} rows"
      msgstr[0] "{count} Zeile"
      msgstr[1] ""
      """)
    #expect(phrases.keys == ["Three"])
  }

  @Test("French and Portuguese say one form for 0 and 1 (CLDR plural rules)")
  func zeroIsSingularWhereTheLanguageSaysSo() throws {
    let text = "msgid \"a\"\nmsgid_plural \"b\"\nmsgstr[0] \"x\"\nmsgstr[1] \"y\"\n"
    #expect(try read(text, plural: .aboveOne)["a", "b", 0] == "x")
    #expect(try read(text, plural: .aboveOne)["a", "b", 2] == "y")
    #expect(try read(text)["a", "b", 0] == "y")
  }

  @Test(arguments: ["msgid Revenue\n", "Revenue = Umsatz\n", "msgid \"a\"\nmsgstr[2] \"b\"\n", "msgid \"a\n"])
  func faultsNameFileAndLine(_ text: String) {
    let line = text.contains("msgstr[2]") ? 2 : 1
    #expect(throws: ReportingError.catalogueSyntax(name: "xx.po", line: line)) { try read(text) }
  }

  @Test func valuesAreNeverReadAsNames() {
    #expect(PhraseCatalogue.fill("{a} and {b}", ["a": "{b}", "b": "2"]) == "{b} and 2")
    #expect(PhraseCatalogue.fill("{a}, {unknown}, {", ["a": "1"]) == "1, {unknown}, {")
    #expect(PhraseCatalogue.fill("{count} of {all}", ["all": "9"], count: "3") == "3 of 9")
  }
}
