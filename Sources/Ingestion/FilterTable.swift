/// The table of an export that says what its other tables are filtered by: a file of its archive or of the folder that one
/// was unzipped to, or a sheet.
struct FilterTable: Hashable, Sendable {
  struct Row: Hashable, Sendable {
    let name: String
    let value: String
  }

  let rows: [Row]

  static let none = FilterTable(rows: [])

  private init(rows: [Row]) { self.rows = rows }

  /// Nil for a table of anything else.
  init?(_ table: [[String]]) {
    guard let first = table.first, FilterTable.isOne(Header(first)) else { return nil }
    rows = table.dropFirst().filter { $0.count == 2 }.map { Row(name: $0[0], value: $0[1]) }
  }

  static func isOne(_ header: Header) -> Bool { headers.contains(header.keys) }

  /// In English, German, French, Spanish, Portuguese, Italian, Dutch, Japanese.
  private static let headers: Set<[String]> = [
    ["filter", "value"], ["filter", "wert"], ["filtre", "valeur"], ["filtro", "valor"], ["filtro", "valore"],
    ["filter", "waarde"], ["フィルタ", "値"],
  ]

  /// What its file is called in these languages, without the ending.
  static let fileNames = ["Filters", "Filter", "Filtres", "Filtros", "Filtri", "フィルタ"]

  /// What the files are called that lie beside it in its archive, in small letters.
  static let neighbours: Set<String> = [
    "chart", "dates", "queries", "pages", "countries", "devices", "search appearance",
    "diagramm", "suchanfragen", "seiten", "länder", "geräte", "darstellung in der suche",
    "graphique", "requêtes", "pays", "appareils", "apparence dans les résultats de recherche",
    "gráfico", "fechas", "consultas", "páginas", "países", "dispositivos", "aparición en búsquedas",
    "datas", "aparência na pesquisa", "aspeto na pesquisa",
    "grafico", "date", "query", "pagine", "paesi", "dispositivi", "aspetto nella ricerca",
    "diagram", "grafiek", "zoekopdrachten", "pagina's", "landen", "apparaten", "weergave in zoekresultaten",
    "平均読み込み時間のチャート", "グラフ", "日付", "クエリ", "ページ", "国", "デバイス", "検索での見え方",
  ]
}

extension Export {
  /// Nil for an export that is no such table, which is a small one of plain text.
  var filterTable: FilterTable? {
    guard byteCount < 1 << 14, displayName.lowercased().hasSuffix(".csv") else { return nil }
    var table: [[String]] = []
    guard (try? rawRows({ table.append($0) })) != nil else { return nil }
    return FilterTable(table)
  }

  /// The same file, whose archive or folder has this table beside it.
  func beside(_ filters: FilterTable) -> Export {
    var options = options
    options.filters = filters
    return reading(options)
  }
}
