import Testing

@testable import Reporting

@Suite struct DatesTests {
  private func plain(_ text: String) -> String {
    text.replacing("\u{A0}", with: " ").replacing("\u{2060}", with: "")
  }

  @Test func ranges() {
    #expect(plain(Dates.range(Fixture.week)) == "9–15 Nov 2026")
    #expect(plain(Dates.range(Fixture.window("2026-07-20", "2026-08-02"))) == "20 Jul–2 Aug 2026")
    #expect(plain(Dates.range(Fixture.window("2026-12-28", "2027-01-03"))) == "28 Dec 2026–3 Jan 2027")
    #expect(plain(Dates.range(Fixture.window("2026-12-28", "2026-12-28"))) == "28 Dec 2026")
  }

  @Test func week() { #expect(plain(Dates.week(Fixture.week)) == "Mon 9 – Sun 15 Nov 2026") }

  @Test("a range never breaks: no-break spaces, and word joiners about the dash")
  func unbroken() { #expect(Dates.range(Fixture.week) == "9\u{2060}–\u{2060}15\u{A0}Nov\u{A0}2026") }

  @Test("in a narrow column a week breaks after its dash, and within no date")
  func foldable() throws {
    #expect(Dates.foldable(Fixture.week) == "9\u{2060}–15\u{A0}Nov\u{A0}2026")
    for tag in ["fr", "pt"] {
      try Language(tag: tag).speaking {
        let text = Dates.foldable(Fixture.window("2026-12-28", "2027-01-03"))
        #expect(!text.contains(" ") && text.components(separatedBy: "–").count == 2 && !text.contains("–\u{2060}"))
      }
    }
  }
}
