import Vocabulary

/// Whether a deal is open, won or lost, as far as the export says so: by flags, by a status, by the words of its stage.
enum DealOutcome {
  /// Of two flags, either of which may be unknown.
  static func of(isClosed: Bool?, isWon: Bool?) -> Deal.Outcome? {
    switch (isClosed, isWon) {
    case (_, true?): .won
    case (true?, false?): .lost
    case (false?, _): .open
    default: nil
    }
  }

  /// Of a status or stage: `won`, `Closed Lost`, `closedwon`, `Gewonnen`, `Abgeschlossen (gewonnen)`, with the pipeline
  /// in brackets behind it or without. `openStages`: the tool's own names, as keys, of stages that are open; a stage of
  /// any other name says nothing.
  static func of(_ words: String, openStages: Set<String> = []) -> Deal.Outcome? {
    let key = Header.key(words).key
    if let outcome = named(key, openStages) { return outcome }
    guard key.hasSuffix(")"), let bracket = key.lastIndex(of: "(") else { return nil }
    return named(String(key[..<bracket].trimmingBlanks), openStages)
  }

  private static func named(_ stage: String, _ openStages: Set<String>) -> Deal.Outcome? {
    var key = stage
    if openStages.contains(key) { return .open }
    // People mark their stages with pictures.
    let isWord: (Character) -> Bool = { $0.isLetter || $0.isNumber || " &-".contains($0) }
    key = String(Substring(key.filter(isWord)).trimmingBlanks)
    key = key.replacing(" & ", with: " ").replacing(" and ", with: " ")
    if won.contains(key) { return .won }
    if lost.contains(key) { return .lost }
    return open.contains(key) || openStages.contains(key) ? .open : nil
  }

  private static let open: Set<String> = ["open", "offen", "ouvert", "ouverte", "abierto", "aberto", "aperto"]
  private static let won: Set<String> = [
    "won", "closed won", "closedwon", "closed - won", "closed-won", "gewonnen", "geschlossen und gewonnen",
    "abgeschlossen und gewonnen", "gagné", "gagnée", "fermé gagné", "fermée gagnée", "ganado", "ganada",
    "cerrada ganada", "cierre ganado", "cerrado ganado", "ganho", "fechado ganho", "vinto", "chiuso vinto",
    "chiusa acquisita", "abgeschlossen gewonnen", "gesloten gewonnen", "成約",
  ]
  private static let lost: Set<String> = [
    "lost", "closed lost", "closedlost", "closed - lost", "closed-lost", "closed lost to competition",
    "closed-lost to competition", "verloren", "geschlossen und verloren", "abgeschlossen und verloren", "perdu",
    "perdue", "fermé perdu", "fermée perdue", "perdido", "perdida", "cerrada perdida", "cierre perdido",
    "cerrado perdido",
    "fechado perdido", "perso", "chiuso perso", "chiusa persa", "abgeschlossen verloren",
    "gesloten verloren", "失注",
  ]
}
