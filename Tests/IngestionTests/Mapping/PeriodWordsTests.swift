import Testing

@testable import Ingestion

struct PeriodWordsTests {
  @Test(
    arguments: [
      ("Week commencing", FieldUnit.weeks), ("Week beginning", .weeks), ("week_start", .weeks), ("W/C", .weeks),
      ("Semaine", .weeks), ("Week ending", .weeksEnding), ("W/E", .weeksEnding), ("Woche bis", .weeksEnding),
      ("Mois", .months), ("Date", nil), ("Weekday", nil), ("Weekend", nil), ("Month / Week", nil),
      ("Day/Month/Year", nil), ("Datum (Tag.Monat.Jahr)", nil), ("Monat/Jahr", .months),
      ("First day of month", .months), ("Last day of week", .weeksEnding), ("", nil),
    ] as [(String, FieldUnit?)])
  func namesOfPeriods(header: String, unit: FieldUnit?) { #expect(PeriodWords(header)?.unit == unit) }

  @Test(arguments: [
    "Viikko", "Viikko alkaen", "Hét", "Hét kezdete", "Săptămână", "Týždeň", "Седмица", "Начало на седмицата",
    "Εβδομάδα", "ΕΒΔΟΜΑΔΑ", "Tjedan", "Teden", "Sedmica", "Nedelja", "Недеља", "Nädal", "Nedēļa", "Savaitė", "Hafta",
    "Тиждень", "Неделя", "Setmana", "Vika", "Wochenbeginn", "Wochenanfang", "Weekstart", "WC", "Wk Comm", "Tyzden od",
    "Начало недели",
  ])
  func weeksInManyLanguages(header: String) { #expect(PeriodWords(header)?.unit == .weeks) }

  @Test(arguments: [
    "Kuukausi", "Hónap", "Lună", "Luna", "Mesiac", "Месец", "Месяц", "Μήνας", "ΜΗΝΑΣ", "Mjesec", "Mesec", "Kuu",
    "Mēnesis", "Mėnuo", "Ay", "Місяць", "Mánuður", "Mes", "Miesiac", "Monatsende",
  ])
  func monthsInManyLanguages(header: String) { #expect(PeriodWords(header)?.unit == .months) }

  @Test(
    arguments: [
      ("Week vanaf", .first), ("Data do início da semana", .first), ("Začátek týdne", .first), ("Week of", .first),
      ("Неделя по", .last), ("Viikko päättyy", .last), ("End of week", .last), ("Týden do", .last),
      ("Week", .unsaid), ("Week date", .unsaid), ("KW (Datum)", .unsaid), ("Semana de", .unsaid), ("KW 2026", .unsaid),
      ("Reporting week", .doubtful), ("Semana do relatório", .doubtful), ("Week from to", .doubtful),
      ("Hafta sonu", .doubtful), ("Week (Sunday)", .doubtful),
    ] as [(String, PeriodWords.Edge)])
  func whichDayOfAWeekItIs(header: String, edge: PeriodWords.Edge) { #expect(PeriodWords(header)?.edge == edge) }
}
