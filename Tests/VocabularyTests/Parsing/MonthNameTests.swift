import Testing

@testable import Vocabulary

struct MonthNameTests {
  /// Were a word two months, the one that stands last would win.
  @Test func noWordIsTwoMonths() {
    for language in MonthName.languages {
      let months = language.split(separator: " ")
      #expect(months.count == 12, "\(language)")
      for (index, names) in months.enumerated() {
        for name in names.split(separator: "/") { #expect(MonthName.number(name) == index + 1, "\(name)") }
      }
    }
  }

  @Test(arguments: [
    ("5 października 2026 r.", "2026-10-05"), ("5. října 2026", "2026-10-05"), ("5 Ekim 2026", "2026-10-05"),
    ("5. lokakuuta 2026", "2026-10-05"), ("5. maj 2026", "2026-05-05"), ("5. des. 2026", "2026-12-05"),
    ("5 noiembrie 2026", "2026-11-05"), ("2026. október 5.", "2026-10-05"), ("5 жовтня 2026 р.", "2026-10-05"),
    ("5 Οκτωβρίου 2026", "2026-10-05"), ("5. Jän. 2026", "2026-01-05"), ("5. Jänner 2026", "2026-01-05"),
    ("5 lipca 2026", "2026-07-05"), ("5. července 2026", "2026-07-05"), ("5. června 2026", "2026-06-05"),
  ])
  func daysInFurtherLanguages(text: String, day: String) {
    #expect(DateText(text, order: nil)?.day.description == day)
  }
}
