import Vocabulary

/// The words of GA4 in English, German, French, Spanish, Portuguese, Italian, Dutch and Japanese. Figures and dimensions are
/// kept under their English names, whichever language a report is in: the same report in another tells the same.
enum GA4Names {
  static func metric(_ key: String) -> WebMetric? { metrics[key] }

  static let properties: Set<String> = [
    "property", "propriété", "propiedad", "propriedade", "proprietà", "プロパティ",
  ]

  static let accounts: Set<String> = ["account", "konto", "compte", "cuenta", "conta", "アカウント"]

  static let starts: Set<String> = [
    "start date", "startdatum", "date de début", "fecha de inicio", "data de início", "data inicial", "data di inizio",
    "data inizio", "begindatum", "開始日",
  ]

  static let everybody: Set<String> = [
    "all users", "alle nutzer", "tous les utilisateurs", "todos los usuarios", "todos os usuários",
    "todos os utilizadores", "tutti gli utenti", "alle gebruikers", "すべてのユーザー",
  ]

  static let filters: Set<String> = [
    "filter", "filters", "filtre", "filtres", "filtro", "filtros", "filtri", "フィルタ",
  ]

  static let dates = ["date", "datum", "fecha", "data", "日付"]

  /// What the column is called that says which of the periods compared a row is of.
  static let dateRanges = [
    "date range", "zeitraum", "datumsbereich", "plage de dates", "rango de fechas", "intervalo de fechas",
    "intervalo de datas", "intervallo di date", "datumbereik", "期間",
  ]

  /// Whether a row's period is none but how much the figures have changed: `Percent change`, `Prozentuale Änderung`.
  static func tellsChange(_ text: String) -> Bool {
    let text = text.lowercased()
    return ["percent", "prozent", "pourcent", "porcent", "procent", "変化", "増減"].contains { text.contains($0) }
  }

  /// Of a column that counts, by its key, whether a word for days is in it: `Nth day`, `N. Tag`. Nil where it is known to
  /// count something else.
  static func saysDays(_ key: String) -> Bool? {
    let words = key.split { !$0.isLetter }.map(String.init)
    if words.contains(where: { daysCounted.contains($0) || $0.hasSuffix("日目") }) { return true }
    return words.first == "nth" ? nil : false
  }

  private static let daysCounted: Set<String> = ["day", "tag", "jour", "día", "dia", "giorno", "dag", "日"]

  /// Names of things that are written as numbers: months, hours, ids.
  static func isNumberedName(_ key: String) -> Bool {
    numberedNames.contains(key) || key.hasPrefix("nth ") || key.hasPrefix("iso ") || key.hasSuffix(" id")
  }

  private static let numberedNames: Set<String> = [
    "hour", "day", "week", "month", "year", "day of week", "year month", "date + hour (yyyymmddhh)", "date + hour",
    "date hour and minute", "stunde", "tag", "woche", "monat", "jahr", "wochentag", "heure", "jour", "semaine", "mois",
    "année", "hora", "día", "semana", "mes", "año", "dia", "mês", "ano", "ora", "giorno", "settimana", "mese", "anno",
    "uur", "dag", "maand", "jaar",
  ]

  /// The English name of a figure that is known in another language; nil for English itself, which is kept as it is written,
  /// and for all others.
  static func english(_ key: String) -> String? { englishNames[key] }

  private static let metrics: [String: WebMetric] = {
    var metrics: [String: WebMetric] = ["screen page views": .views]
    for (metric, english, others) in words {
      metrics[english.lowercased()] = metric
      for name in others { metrics[name] = metric }
    }
    return metrics
  }()

  private static let englishNames: [String: String] = {
    var names: [String: String] = [:]
    for (_, english, others) in words {
      for name in others { names[name] = english }
    }
    return names
  }()

  private static let words: [(metric: WebMetric, english: String, others: [String])] = [
    (
      .users, "Users",
      ["nutzer", "utilisateurs", "usuarios", "usuários", "utilizadores", "utenti", "gebruikers", "ユーザー"]
    ),
    (
      .users, "Total users",
      [
        "nutzer insgesamt", "gesamtzahl der nutzer", "nombre total d'utilisateurs", "total utilisateurs",
        "usuarios totales", "total de usuarios", "total de usuários", "total de utilizadores", "utenti totali",
        "totaal aantal gebruikers", "総ユーザー数", "合計ユーザー数",
      ]
    ),
    (
      .users, "Active users",
      [
        "aktive nutzer", "utilisateurs actifs", "usuarios activos", "usuários ativos", "utilizadores ativos",
        "utenti attivi", "actieve gebruikers", "アクティブ ユーザー", "アクティブユーザー",
      ]
    ),
    (
      .newUsers, "New users",
      [
        "neue nutzer", "nouveaux utilisateurs", "usuarios nuevos", "nuevos usuarios", "novos usuários",
        "novos utilizadores", "nuovi utenti", "nieuwe gebruikers", "新規ユーザー数",
      ]
    ),
    (.sessions, "Sessions", ["sitzungen", "sesiones", "sessões", "sessioni", "sessies", "セッション"]),
    (
      .engagedSessions, "Engaged sessions",
      [
        "sitzungen mit interaktionen", "sitzungen mit interaktion", "sessions avec engagement",
        "sesiones con interacción", "sessões engajadas", "sessões envolvidas", "sessioni con coinvolgimento",
        "sessies met engagement", "betrokken sessies", "エンゲージのあったセッション数",
      ]
    ),
    (
      .views, "Views",
      ["aufrufe", "vues", "vistas", "visualizações", "visualizzazioni", "weergaven", "表示回数"]
    ),
    (
      .events, "Event count",
      [
        "ereignisanzahl", "anzahl der ereignisse", "nombre d'événements", "número de eventos", "recuento de eventos",
        "contagem de eventos", "conteggio eventi", "aantal gebeurtenissen", "イベント数",
      ]
    ),
    (.conversions, "Conversions", ["conversiones", "conversões", "conversioni", "conversies", "コンバージョン"]),
    (
      .conversions, "Key events",
      [
        "schlüsselereignisse", "événements clés", "eventos clave", "eventos principais", "eventos-chave",
        "eventi chiave", "belangrijke gebeurtenissen", "キーイベント",
      ]
    ),
    (
      .revenue, "Total revenue",
      [
        "gesamtumsatz", "revenu total", "revenus totaux", "ingresos totales", "total de ingresos", "receita total",
        "entrate totali", "totale opbrengst", "合計収益",
      ]
    ),
    (
      .revenue, "Purchase revenue",
      [
        "kaufumsatz", "revenus des achats", "ingresos de compras", "receita de compra", "entrate da acquisti",
        "aankoopopbrengst", "購入による収益",
      ]
    ),
  ]
}
