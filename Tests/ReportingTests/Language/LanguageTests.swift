import Foundation
import Templates
import Testing
import Vocabulary

@testable import Charting
@testable import Reporting

@Suite struct LanguageTests {
  private func plain(_ text: String) -> String {
    text.replacing("\u{A0}", with: " ").replacing("\u{2060}", with: "")
  }

  /// CLDR's abbreviated forms as ECMAScript's Intl gives them (Chromium 156): 15 and 9–15 November 2026. Within a range
  /// of days no language gets spaces about the dash here, and Italian days no leading zero.
  @Test(arguments: [
    ("en", "15 Nov 2026", "15 Nov", "9–15 Nov 2026"), ("de", "15. Nov. 2026", "15. Nov.", "9.–15. Nov. 2026"),
    ("fr", "15 nov. 2026", "15 nov.", "9–15 nov. 2026"), ("es", "15 nov 2026", "15 nov", "9–15 nov 2026"),
    ("nl", "15 nov 2026", "15 nov", "9–15 nov 2026"),
    ("pt", "15 de nov. de 2026", "15 de nov.", "9–15 de nov. de 2026"),
    ("it", "15 nov 2026", "15 nov", "9–15 nov 2026"),
  ])
  func days(tag: String, day: String, short: String, range: String) throws {
    let language = try Language(tag: tag)
    let last = Fixture.week.last
    #expect(language.speaking { plain(Dates.day(last)) } == day)
    #expect(language.speaking { plain(Dates.short(last)) } == short)
    #expect(language.speaking { plain(Dates.range(Fixture.week)) } == range)
    #expect(language.speaking { plain(ChartWords.current.day(last.number)) } == short)
  }

  @Test(arguments: [
    ("en", "Revenue per £1 of ads", "revenue per £1 of ads"), ("en", "AUC", "AUC"),
    ("fr", "CA pour 1 £", "CA pour 1 £"),
    ("de", "Umsatz", "Umsatz"), ("it", "Ricerca a pagamento", "ricerca a pagamento"),
    ("en", "SEO traffic", "SEO traffic"),
  ])
  func headingsWithinASentence(tag: String, heading: String, within: String) throws {
    #expect(try Language(tag: tag).midSentence(heading) == within)
  }

  @Test func germanWeekAndTurnOfTheYear() throws {
    let german = try Language(tag: "de")
    #expect(german.speaking { plain(Dates.week(Fixture.week)) } == "Mo. 9. – So. 15. Nov. 2026")
    let turn = Fixture.window("2026-12-28", "2027-01-03")
    #expect(german.speaking { plain(Dates.range(turn)) } == "28. Dez. 2026–3. Jan. 2027")
  }

  @Test func everyLanguageHasTwelveMonthsAndSevenDays() throws {
    for tag in Language.tags {
      let days = try Language(tag: tag).days
      #expect(Set(days.months).count == 12 && Set(days.weekdays).count == 7, "\(tag)")
    }
  }

  @Test func numbersFollowTheLanguageWhereverTheyAreWritten() throws {
    let pound = try #require(Currency("GBP"))
    try Language(tag: "de").speaking {
      #expect(Quantity.money(pound).text(12_400) == "12,4\u{A0}Tsd.\u{A0}£")
      #expect(Quantity.count.text(1_204) == "1.204")
      #expect(NumbersTable.Cell.count(1_204).text == "1.204")
      #expect(NumbersTable.Cell.count(1_204).value == .number(1_204))
      #expect(Quantity.points(0.052) == "5,2 Punkte")
      #expect(Names.list(["A", "B", "C"]) == "A, B und C")
    }
    #expect(Quantity.count.text(1_204) == "1,204")
  }

  @Test func aMissingPhraseIsEnglishAndListed() throws {
    let file = Array("msgid \"Revenue\"\nmsgstr \"Omzet\"\n".utf8)
    let dutch = try Language(tag: "nl", files: ["nl.po": file])
    #expect(dutch.speaking { phrase("Revenue") } == "Omzet")
    #expect(dutch.speaking { phrase("Orders") } == "Orders")
    let missing = dutch.untranslated(in: ["part.mustache": Array("<b>[[Our own words]]</b>".utf8)])
    #expect(missing.contains("Orders") && missing.contains("Our own words") && !missing.contains("Revenue"))
    #expect(missing == missing.sorted() && Set(missing).count == missing.count)
    #expect(Language.english.untranslated() == [])
  }

  @Test func anUnknownLanguageIsRefused() {
    #expect(throws: ReportingError.unknownLocale("tlh", known: Language.tags)) { try Language(tag: "tlh") }
  }

  @Test func templatesSpeakTheLanguage() throws {
    let german = try Language(tag: "de")
    #expect(
      german.speaking { TemplateText.translated("<a>[[Skip to report]]</a>", isPlain: false) }
        == "<a>Zum Bericht springen</a>")
    #expect(german.speaking { TemplateText.translated("[[Link to: {title}]]", isPlain: false) } == "Link zu: {{title}}")
    let file = Array("msgid \"Dark\"\nmsgstr \"<i> & \\\"\"\n".utf8)
    let odd = try Language(tag: "nl", files: ["nl.po": file])
    #expect(odd.speaking { TemplateText.translated("[[Dark]]", isPlain: false) } == "&lt;i> &amp; &quot;")
  }
}
