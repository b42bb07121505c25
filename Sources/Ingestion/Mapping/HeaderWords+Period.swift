extension HeaderWords {
  /// Of what periods the dates of a column are, by its name: `Week commencing`, `KW`, `w/e`, `Monat`.
  static func period(_ header: String) -> FieldUnit? {
    // A name longer than any field's is none.
    guard header.utf8.count <= 500 else { return nil }
    let plain = plain(header)
    if let unit = ["w c": FieldUnit.weeks, "w b": .weeks, "w e": .weeksEnding][plain] { return unit }
    let words = Set(plain.split(separator: " ").map(String.init))
    // A pattern such as `Day/Month/Year` is of single days.
    guard words.isDisjoint(with: days) || words.isDisjoint(with: years) else { return nil }
    switch (words.isDisjoint(with: weeks), words.isDisjoint(with: months)) {
    case (false, true): return words.isDisjoint(with: ends) ? .weeks : .weeksEnding
    case (true, false): return .months
    default: return nil
    }
  }

  private static let weeks: Set<String> = [
    "week", "weeks", "woche", "kw", "kalenderwoche", "semaine", "semana", "settimana", "vecka", "uge", "uke", "tydzień",
    "týden", "неделя", "週", "周",
  ]
  private static let months: Set<String> = [
    "month", "months", "monat", "mois", "mes", "mês", "mese", "maand", "månad", "måned", "miesiąc", "měsíc", "месяц",
    "月",
  ]
  private static let days: Set<String> = ["day", "tag", "jour", "día", "dia", "giorno", "dag", "dzień", "den", "день"]
  private static let years: Set<String> = ["year", "jahr", "année", "año", "ano", "anno", "jaar", "år", "rok", "год"]
  private static let ends: Set<String> = [
    "ending", "ends", "end", "ended", "bis", "ende", "fin", "fine", "fim", "eind",
  ]
}
