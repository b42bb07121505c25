import Vocabulary

/// The words of GA4 in English, German, French, Spanish, Portuguese, Italian, Dutch and Japanese. Figures by other names
/// are kept under these.
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

  private static let metrics: [String: WebMetric] = {
    var metrics: [String: WebMetric] = [:]
    for (metric, names) in words {
      for name in names { metrics[name] = metric }
    }
    return metrics
  }()

  private static let words: [(WebMetric, [String])] = [
    (
      .users,
      [
        "users", "total users", "active users", "nutzer", "aktive nutzer", "nutzer insgesamt", "gesamtzahl der nutzer",
        "utilisateurs", "utilisateurs actifs", "nombre total d'utilisateurs", "total utilisateurs", "usuarios",
        "usuarios activos", "usuarios totales", "total de usuarios", "usuários", "usuários ativos", "total de usuários",
        "utilizadores", "utilizadores ativos", "total de utilizadores", "utenti", "utenti attivi", "utenti totali",
        "gebruikers", "actieve gebruikers", "totaal aantal gebruikers", "ユーザー", "アクティブ ユーザー", "アクティブユーザー",
        "総ユーザー数", "合計ユーザー数",
      ]
    ),
    (
      .newUsers,
      [
        "new users", "neue nutzer", "nouveaux utilisateurs", "usuarios nuevos", "nuevos usuarios", "novos usuários",
        "novos utilizadores", "nuovi utenti", "nieuwe gebruikers", "新規ユーザー数",
      ]
    ),
    (.sessions, ["sessions", "sitzungen", "sesiones", "sessões", "sessioni", "sessies", "セッション"]),
    (
      .engagedSessions,
      [
        "engaged sessions", "sitzungen mit interaktionen", "sitzungen mit interaktion", "sessions avec engagement",
        "sesiones con interacción", "sessões engajadas", "sessões envolvidas", "sessioni con coinvolgimento",
        "sessies met engagement", "betrokken sessies", "エンゲージのあったセッション数",
      ]
    ),
    (
      .views,
      [
        "views", "screen page views", "aufrufe", "vues", "vistas", "visualizações", "visualizzazioni", "weergaven",
        "表示回数",
      ]
    ),
    (
      .events,
      [
        "event count", "ereignisanzahl", "anzahl der ereignisse", "nombre d'événements", "número de eventos",
        "recuento de eventos", "contagem de eventos", "conteggio eventi", "aantal gebeurtenissen", "イベント数",
      ]
    ),
    (
      .conversions,
      [
        "conversions", "key events", "schlüsselereignisse", "événements clés", "conversiones", "eventos clave",
        "conversões", "eventos principais", "eventos-chave", "conversioni", "eventi chiave", "conversies",
        "belangrijke gebeurtenissen", "キーイベント", "コンバージョン",
      ]
    ),
    (
      .revenue,
      [
        "total revenue", "purchase revenue", "gesamtumsatz", "kaufumsatz", "revenu total", "revenus totaux",
        "revenus des achats", "ingresos totales", "total de ingresos", "ingresos de compras", "receita total",
        "receita de compra", "entrate totali", "entrate da acquisti", "totale opbrengst", "aankoopopbrengst", "合計収益",
        "購入による収益",
      ]
    ),
  ]
}
