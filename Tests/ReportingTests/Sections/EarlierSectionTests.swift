import Analysis
import Testing

@testable import Reporting

struct EarlierSectionTests {
  private func page(_ name: String, place: Place = .alone) throws -> String {
    let files = try Rendered.site.render(Rendered.findings(name), place: place)
    let file = try #require(files.first { $0.path == "earlier.html" })
    return String(decoding: file.bytes, as: UTF8.self)
  }

  private func texts(_ html: String) -> [String] { PageText.sentences(["h1", "h3", "p", "td", "th"], in: html) }

  @Test func withoutAnEarlierWeekThePageSaysSo() throws {
    let texts = texts(try page("young"))
    #expect(texts.contains("There is no earlier report to look back on"))
    #expect(texts.contains("This is the first report kept here"))
    #expect(!texts.contains { $0.contains("graded prediction") })
  }

  @Test func theFindingIsWhatHasBeenRestated() throws {
    let html = try page("full")
    let texts = texts(html)
    #expect(texts.contains("2 figures of earlier reports have been restated"))
    #expect(
      texts.contains {
        $0.hasPrefix("In the last report, of 2–8 Nov 2026, 1 figure changed. 1 of 2 graded predictions")
      }, "\(texts.prefix(6))")
    // Three significant figures tell them apart, and no more are shown.
    #expect(texts.contains("£174k") && texts.contains("£173k"))
    #expect(texts.contains("Was in EUR"))
    // The third cause is left to the file.
    #expect(
      texts.contains {
        $0.contains("orders_\u{200B}export_\u{200B}2.csv gave 3 rows of 2–5 Nov 2026 differently.")
          && $0.hasSuffix("1 more in the file.")
      })
    #expect(texts.contains("No changed row is on record. Settings, rates or joined customers may differ."))
    #expect(texts.contains("no figure"))
  }

  @Test func aPredictionIsGradedOnItsDay() throws {
    let texts = texts(try page("full"))
    #expect(texts.contains("Customers who leave by 6 Feb 2027 of 23,000 customers"))
    #expect(texts.contains("Due on 6 Feb 2027"))
    #expect(texts.contains("Above its range"))
    // 15 of 25; 2,125 of 22,979 others is 9.2 %.
    #expect(texts.contains("15 60% of 25, against 9.2% of the others"))
  }

  @Test func aRecommendationIsFollowed() throws {
    let texts = texts(try page("full"))
    #expect(texts.contains("Look at display first, and hold part of it back to test."))
    #expect(
      texts.contains(
        "Spend a week: £5.10k in the 5 weeks before, £4.20k since. Recorded back per £1 now: £1.1 (£0.6–£1.6)."))
    #expect(texts.contains("3 of 24 listed customers ordered again within 14 days."))
  }

  @Test func linksLeadToTheWeeksFromWhereThePageLies() throws {
    #expect(!(try page("full")).contains("2026-W45/index.html"))
    #expect(try page("full", place: .newest).contains("<a href=\"weeks/2026-W45/index.html\">Week\u{A0}45</a>"))
    let inWeek = try page("full", place: .week)
    #expect(inWeek.contains("<a href=\"../2026-W45/index.html\">"))
    #expect(inWeek.contains("<a href=\"../../archive.html\">All weeks</a>"))
    #expect(inWeek.contains("<a href=\"../../index.html\">Newest report</a>"))
  }

  @Test func differencesAreNotRoundedAway() {
    let money = Quantity.money(Fixture.pounds)
    #expect(RestatedWords.told(174_000, 174_001, money) == ("£174,000.00", "£174,001.00"))
    #expect(RestatedWords.told(174_000, 174_000, money) == ("£174k", "£174k"))
    #expect(RestatedWords.told(nil, 2, money) == ("no figure", "£2"))
    #expect(RestatedWords.told(1.000004, 1.000002, money) != ("£1.00", "£1.00"))
  }

  @Test func aLongListOfGradesIsCut() throws {
    let html = try page("hostile")
    #expect(html.components(separatedBy: "Customers who leave by").count - 1 == 20)
    #expect(html.contains("100 more are in the file."))
  }
}
