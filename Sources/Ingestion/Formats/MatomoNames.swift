/// What Matomo calls its figures: the names of its reporting API, and the headers of its translated tables in English,
/// German, French, Spanish and Dutch.
enum MatomoNames {
  /// By the API's name, in small letters.
  static func measure(_ name: String) -> WebMeasure? {
    if let known = measures[name] { return known }
    if name.hasSuffix("_evolution") || name.hasSuffix("_trend") { return nil }
    let isRate = ["_rate", "_percent", "_percentage"].contains { name.hasSuffix($0) }
    if isRate || name.hasPrefix("bounce_rate") || name.hasPrefix("conversion_rate") { return .ratio }
    if name.hasPrefix("avg_time") || name.hasSuffix("_load_time") { return .meanSeconds }
    if name.hasPrefix("nb_actions_per_visit") { return .number }
    return ["nb_", "max_actions", "referrers_", "entry_", "exit_"].contains { name.hasPrefix($0) } ? .count : nil
  }

  /// The API's name for a header of either kind.
  static func name(_ key: String) -> String {
    let key = key.hasPrefix("metadata_") ? String(key.dropFirst("metadata_".count)) : key
    return translations[key] ?? key
  }

  /// The goal's name in the title of its own table in a scheduled report, nil for any other title.
  static func goal(_ title: String) -> String? {
    let title = Substring(title).trimmingBlanks
    return goalWords.first { title.hasPrefix($0) }.map { String(title.dropFirst($0.count).trimmingBlanks) }
  }

  /// The overview's title says "Goals", or the word stands elsewhere in it.
  private static let goalWords = ["Goal ", "Ziel ", "Objectif ", "Objetivo ", "Doel "]

  /// Whether a table with these columns, by their API's names, can be nobody else's. `keys`: as the table has them.
  static func isTable(_ names: [String], keys: [String]) -> Bool {
    guard !names.contains("idvisit") else { return false }
    if keys.contains(where: { $0.hasPrefix("nb_") }) { return true }
    let known = Set(names.filter { measures[$0] != nil })
    // Anybody's table of pages may have an exit rate.
    let isOfPages = known.contains("exit_rate") && !known.isDisjoint(with: ["nb_uniq_pageviews", "avg_time_on_page"])
    return known.count > 1
      && (isOfPages || !known.isDisjoint(with: own) || known.isSuperset(of: ["nb_visits", "nb_actions"]))
  }

  private static let own: Set<String> = [
    "nb_actions_per_visit", "avg_time_on_site", "sum_visit_length", "max_actions", "nb_visits_converted",
  ]

  private static let measures: [String: WebMeasure] = [
    "nb_visits": .sessions, "nb_uniq_visitors": .users, "nb_pageviews": .views, "nb_hits": .views,
    "nb_conversions": .conversions, "revenue": .revenue, "bounce_count": .bounces, "sum_visit_length": .seconds,
    "sum_time_spent": .seconds, "nb_actions": .count, "nb_visits_converted": .count, "nb_users": .count,
    "nb_uniq_pageviews": .count, "max_actions": .count, "nb_actions_per_visit": .number, "bounce_rate": .ratio,
    "conversion_rate": .ratio, "exit_rate": .ratio, "avg_time_on_site": .meanSeconds, "avg_time_on_page": .meanSeconds,
    "nb_downloads": .count, "nb_outlinks": .count, "nb_searches": .count, "ecommerce_revenue": .number,
    "orders": .count,
  ]

  private static let translations: [String: String] = {
    var translations: [String: String] = [:]
    for (name, headers) in words {
      for header in headers { translations[header] = name }
    }
    return translations
  }()

  private static let words: [(name: String, headers: [String])] = [
    ("date", ["datum", "fecha"]),
    ("label", ["libellé", "etiqueta", "waarde"]),
    ("nb_visits", ["visits", "besuche", "visites", "visitas", "bezoeken"]),
    (
      "nb_uniq_visitors",
      ["unique visitors", "eindeutige besucher", "visiteurs uniques", "visitantes únicos", "unieke bezoekers"]
    ),
    ("nb_users", ["users", "benutzer", "utilisateurs", "usuarios", "gebruikers"]),
    ("nb_actions", ["actions", "aktionen", "acciones", "acties"]),
    (
      "max_actions",
      [
        "maximum actions in one visit", "maximale aktionen pro besuch", "actions maximales en une visite",
        "acciones máximas en una visita", "maximaal aantal acties in een bezoek",
      ]
    ),
    ("bounce_count", ["bounces", "absprünge", "rebonds", "rebotes"]),
    (
      "sum_visit_length",
      [
        "total time spent by visitors (in seconds)", "gesamtzeit der besucher (in sekunden)",
        "temps total passé par les visiteurs (en secondes)", "tiempo total de los visitantes en el sitio (en segundos)",
        "totale bestede tijd door bezoekers (in seconden)",
      ]
    ),
    (
      "nb_visits_converted",
      [
        "visits with conversions", "besuche mit konversionen", "visites avec conversions", "visitas con conversiones",
        "bezoeken met conversies",
      ]
    ),
    ("nb_conversions", ["conversions", "konversionen", "conversiones", "conversies"]),
    ("revenue", ["einnahmen", "revenu", "ingresos", "inkomsten"]),
    (
      "conversion_rate",
      ["conversion rate", "konversionsrate", "taux de conversion", "porcentaje de conversión", "conversie-ratio"]
    ),
    (
      "bounce_rate", ["bounce rate", "absprungrate", "taux de rebond", "porcentaje de rebote", "bounce-ratio"]
    ),
    ("exit_rate", ["exit rate", "ausstiegsrate", "taux de sortie", "porcentaje de salida", "vertrek-ratio"]),
    (
      "nb_actions_per_visit",
      [
        "actions per visit", "aktionen pro besuch", "actions par visite", "acciones por visita", "acties per bezoek",
      ]
    ),
    (
      "avg_time_on_site",
      [
        "avg. visit duration (in seconds)", "avg. time on website", "visit duration (in seconds)",
        "durchschn. besuchsdauer (in sekunden)", "besuchsdauer (in sekunden)", "durchschn. zeit auf der website",
        "durée de la visite (en secondes)", "durée moyenne d'une visite (en secondes)", "temps moyen sur le site",
        "duración de la visita (en segundos)", "promedio de tiempo en el sitio", "duur bezoek (in seconden)",
        "gemiddelde tijd op website",
      ]
    ),
    (
      "avg_time_on_page",
      [
        "avg. time on page", "durchschn. zeit pro seite", "temps moyen sur la page", "tiempo promedio en la página",
        "gemiddelde tijd op pagina",
      ]
    ),
    ("nb_pageviews", ["pageviews", "seitenansichten", "pages vues", "vues", "páginas vistas", "paginaweergaven"]),
    (
      "nb_uniq_pageviews",
      [
        "unique pageviews", "einmalige seitenansichten", "vues uniques", "vistas de páginas únicas",
        "unieke paginaweergaven",
      ]
    ),
    ("nb_downloads", ["downloads", "téléchargements", "descargas"]),
    ("nb_outlinks", ["outlinks", "ausgehende verweise", "liens sortants"]),
    ("nb_searches", ["searches", "suchanfragen", "recherches", "búsquedas"]),
  ]
}
