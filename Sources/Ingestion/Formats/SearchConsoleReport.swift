import Vocabulary

/// Google Search Console, Performance, Export, CSV: an archive of one table each by day (the chart), query, page, country,
/// device and search appearance, and the filters. Days end at midnight in California.
///
/// Only the chart tells the site's totals: queries that few people asked are left out of theirs, and one search may show
/// several pages, so neither adds up to it. The tables without days do not say which days they cover. The site stands in
/// the archive's name alone.
struct SearchConsoleReport: SourceFormat {
  static let title = "Search Console performance table"
  static let isVerified = true

  private let isFilters: Bool
  private let dimension: String
  private var table: FigureTable
  private var day: DateColumn?
  private var site = Site("")

  init?(_ opening: Opening) {
    let header = opening.header
    isFilters = header.count == 2 && SearchConsoleReport.filters.contains(header.keys)
    let first = header.keys.first ?? ""
    let known = SearchConsoleReport.dimensions.first { $0.names.contains(first) }?.dimension
    let measured = header.keys.compactMap { SearchConsoleReport.measures[$0] }
    let hasCounts = measured.contains(.clicks) && measured.contains(.impressions)
    guard isFilters || (hasCounts && measured.count > 2 && (known != nil || (measured.count == 4 && header.count == 5)))
    else { return nil }
    dimension = known ?? first
    table = FigureTable(header) { key, index in
      if index == 0 { return .dimension }
      return SearchConsoleReport.measures[key].map { .figure($0) } ?? .ignored
    }
    day = known == "" ? DateColumn(0, name: header.names[0]) : nil
  }

  var width: Int? { table.header.count }

  mutating func survey(_ record: RawRecord) {
    table.survey(record)
    day?.survey(record)
  }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    var findings = Findings()
    findings.columns = table.meanings
    findings.timeZone = "America/Los_Angeles"
    site = Site(file)
    findings.account = site.name.isEmpty ? nil : site.name
    let names = table.header.names
    findings.reason = "columns \"\(names[0])\" and \"\(names[1])\""
    guard !isFilters else { return findings }
    try table.settle(options, file: file, habit: .plain)
    try day?.settle(options, file: file)
    findings.window = day?.window
    findings.metrics = table.metrics
    if day == nil { findings.reason += "; its figures do not add up to the site's, which the chart has" }
    return findings
  }

  mutating func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem) {
    guard !isFilters else {
      batch.skippedRows.append(SkippedRow(line: record.line, reason: .noData))
      return
    }
    var place = FigureTable.Place(tool: site.tool, property: site.name, window: .undated)
    if let day {
      guard let date = try day.date(record) else {
        throw RowProblem(column: table.header.names[0], found: "an empty cell", expected: "a day")
      }
      place.window = DateWindow(day: date.day)
    } else {
      (place.dimension, place.value) = (dimension, record.text(0))
    }
    let facts = try table.facts(record, place, currency: nil)
    if facts.isEmpty { batch.skippedRows.append(SkippedRow(line: record.line, reason: .noData)) }
    batch.webTraffic += facts
  }
}

extension SearchConsoleReport {
  /// `example.com-Performance-on-Search-2026-05-06`; a property that is an address has `https___example.com_`.
  private struct Site {
    var name = ""
    var tool = "Search Console"

    init(_ file: String) {
      let export = ExportName(file)
      for text in [export.leaf] + export.folders {
        guard let range = text.firstRange(of: "-Performance-on-") else { continue }
        name = String(text[..<range.lowerBound])
        for scheme in ["https", "http"] where name.hasPrefix(scheme + "___") {
          name = scheme + "://" + name.dropFirst(scheme.count + 3).replacing("_", with: "/")
        }
        // What is seen in Discover, in News or in generated answers is counted apart.
        let kind = text[range.upperBound...].split(separator: "-").prefix { $0.first?.isNumber != true }
        if kind != ["Search"], !kind.isEmpty { tool += " (\(kind.joined(separator: " ")))" }
        return
      }
    }
  }

  /// In English, German, French, Spanish, Portuguese, Italian, Dutch.
  private static let filters: Set<[String]> = [
    ["filter", "value"], ["filter", "wert"], ["filtre", "valeur"], ["filtro", "valor"], ["filtro", "valore"],
    ["filter", "waarde"],
  ]

  private static let dimensions: [(dimension: String, names: Set<String>)] = [
    ("", ["date", "datum", "fecha", "data"]),
    (
      "query",
      [
        "top queries", "queries", "query", "häufigste suchanfragen", "suchanfragen", "requêtes les plus fréquentes",
        "requêtes", "consultas principales", "consultas", "principais consultas", "consultas principais",
        "query principali", "query più frequenti", "populairste zoekopdrachten",
      ]
    ),
    (
      "page",
      [
        "top pages", "pages", "page", "häufigste seiten", "top-seiten", "seiten", "pages les plus populaires",
        "pages principales", "páginas principales", "páginas", "principais páginas", "páginas principais",
        "pagine principali", "populairste pagina's",
      ]
    ),
    ("country", ["country", "land", "pays", "país", "paese"]),
    ("device", ["device", "gerät", "appareil", "dispositivo", "apparaat"]),
    (
      "search appearance",
      [
        "search appearance", "darstellung in der suche", "darstellung in suchergebnissen",
        "apparence dans les résultats de recherche", "aspecto en buscadores", "apariencia en el buscador",
        "apariencia en la búsqueda", "aparência na pesquisa", "aspeto na pesquisa", "aspetto nella ricerca",
        "weergave in zoekresultaten",
      ]
    ),
  ]

  private static let measures: [String: WebMeasure] = {
    let words: [(WebMeasure, [String])] = [
      (.clicks, ["clicks", "klicks", "clics", "clic", "cliques", "klikken"]),
      (
        .impressions,
        ["impressions", "impressionen", "impresiones", "impressões", "impressioni", "vertoningen"]
      ),
      (.ratio, ["ctr", "klickrate", "taux de clics"]),
      (
        .number,
        [
          "position", "durchschnittliche position", "position moyenne", "posición", "posición media", "posição",
          "posição média", "posizione", "posizione media", "positie", "average position",
        ]
      ),
    ]
    var measures: [String: WebMeasure] = [:]
    for (measure, names) in words {
      for name in names { measures[name] = measure }
    }
    return measures
  }()
}
