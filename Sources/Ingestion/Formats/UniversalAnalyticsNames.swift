/// The headers of Universal Analytics in English, Dutch, German, French and Spanish.
enum UniversalAnalyticsNames {
  static func measure(_ key: String) -> WebMeasure? {
    let key = key.replacing(" / ", with: "/")
    if let known = measures[key] { return known }
    if key.hasPrefix("% ") { return .ratio }
    // Goals one by one are parts of all goals.
    guard key.hasSuffix(")"), let open = key.lastIndex(of: "(") else { return nil }
    let goal = key[open...].dropFirst().dropLast()
    return goals.contains { goal.contains($0) } ? .number : nil
  }

  static func isIndex(_ key: String) -> Bool { ["index", "índice"].contains { key.contains($0) } }

  static let hours = ["hour", "uur", "stunde", "heure", "hora"]
  static let days = ["day", "dag", "tag", "jour", "día", "diario"]
  static let dates = ["date", "datum", "fecha"]
  static let ranges = [
    "date range", "datumsbereich", "zeitraum", "datumbereik", "période", "plage de dates", "periodo",
  ]

  /// Below a box of comments anything but its successor's own names; without one only its own.
  static func isReport(_ header: Header, isBoxed: Bool) -> Bool {
    guard header.count > 1 else { return false }
    if header.keys.contains(where: isSuccessors) { return false }
    return isBoxed
      || header.keys.contains { key in
        let key = key.replacing(" / ", with: "/")
        return own.contains(key) || key.hasPrefix("% ") || isIndex(key)
      }
  }

  private static let successor: Set<String> = [
    "event count", "active users", "total users", "key events", "engaged sessions", "engagement rate", "event name",
    "views", "purchase revenue", "total revenue", "landing page + query string",
  ]

  private static func isSuccessors(_ key: String) -> Bool {
    successor.contains(key) || key.hasPrefix("first user ")
      || key.hasPrefix("session ") && !key.hasPrefix("session duration")
  }

  private static let goals = ["goal", "doel", "zielvorhaben", "ziel ", "objectif", "objetivo"]

  private static let own: Set<String> = Set(
    words.flatMap { $0.names }.filter { !["sessions", "users", "new users", "bounce rate", "revenue"].contains($0) })

  private static let measures: [String: WebMeasure] = {
    var measures: [String: WebMeasure] = [:]
    for (measure, names) in words {
      for name in names { measures[name] = measure }
    }
    return measures
  }()

  private static let words: [(measure: WebMeasure, names: [String])] = [
    (
      .sessions,
      ["sessions", "sessies", "sitzungen", "sesiones", "visits", "bezoeken", "besuche", "visites", "visitas"]
    ),
    (
      .users,
      [
        "users", "gebruikers", "nutzer", "utilisateurs", "usuarios", "unique visitors", "absolute unique visitors",
        "visitors",
      ]
    ),
    (
      .newUsers,
      ["new users", "nieuwe gebruikers", "neue nutzer", "nouveaux utilisateurs", "usuarios nuevos", "nuevos usuarios"]
    ),
    (
      .views,
      [
        "pageviews", "paginaweergaven", "seitenaufrufe", "pages vues", "número de páginas vistas",
        "número de visitas a páginas",
      ]
    ),
    (
      .count,
      [
        "unique pageviews", "unieke paginaweergaven", "eindeutige seitenaufrufe", "vues uniques",
        "consultations uniques", "número de páginas vistas únicas", "entrances", "instappunten", "einstiege",
        "entrées", "entradas", "exits", "transactions", "transacties", "transaktionen", "transacciones",
      ]
    ),
    (.events, ["total events", "totaal aantal gebeurtenissen", "ereignisse gesamt", "nombre total d'événements"]),
    (.bounces, ["bounces", "absprünge", "rebonds", "rebotes"]),
    (.ratio, ["bounce rate", "bouncepercentage", "absprungrate", "taux de rebond", "porcentaje de rebote"]),
    (
      .number,
      [
        "pages/session", "pages/visit", "pagina's/sessie", "seiten/sitzung", "pages/sessions", "páginas/sesión",
        "goal value", "doelwaarde", "zielvorhabenwert", "valeur de l'objectif", "valor del objetivo",
      ]
    ),
    (
      .meanSeconds,
      [
        "avg. session duration", "gem. sessieduur", "durchschnittl. sitzungsdauer", "durchschn. sitzungsdauer",
        "durée moyenne des sessions", "duración media de la sesión", "avg. visit duration", "avg. time on page",
        "gem. tijd op pagina", "durchschnittl. zeit auf der seite", "temps moyen passé sur la page",
        "promedio de tiempo en la página", "avg. time on site", "time on site",
      ]
    ),
    (.seconds, ["session duration", "sessieduur", "sitzungsdauer", "durée de la session", "duración de la sesión"]),
    (
      .conversions,
      [
        "goal completions", "voltooide doelen", "abschlüsse für zielvorhaben", "objectifs réalisés",
        "consecuciones de objetivos",
      ]
    ),
    (.revenue, ["revenue", "opbrengst", "umsatz", "revenus", "ingresos"]),
  ]
}
