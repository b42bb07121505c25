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
  /// As a workbook it has a sheet for each of the archive's tables.
  static let spansSheets = true

  private let section: Int
  private let isFilters: Bool
  private let dimension: String
  /// Of the column that tells rows apart.
  private let place: Int
  private var table: FigureTable
  private var day: DateColumn?
  private var spare: SpareColumns
  private var site = Site("")

  init?(_ opening: Opening) {
    let header = opening.header
    section = opening.section
    isFilters = header.count == 2 && SearchConsoleReport.filters.contains(header.keys)
    let measured = Set(header.keys.compactMap { SearchConsoleReport.measures[$0] })
    let others = header.keys.indices.filter { SearchConsoleReport.measures[header.keys[$0]] == nil }
    let known = others.compactMap { index in
      SearchConsoleReport.dimension(header.keys[index]).map { (index: index, dimension: $0) }
    }
    let hasCounts = measured.contains(.clicks) && measured.contains(.impressions)
    // Of advertising there are clicks by day beside columns of all kinds too; a position only here.
    let isTelling = others.count == 1 ? measured.count > 2 : measured.contains(.number)
    let place = known.first?.index ?? others.first ?? 0
    // Two things of a search would split each row's figures once more, as tables from the interface do by day and query.
    guard
      isFilters
        || hasCounts && isTelling
          && (known.count == 1 || (known.isEmpty && others.count == 1 && measured.count == 4))
    else { return nil }
    self.place = place
    dimension = known.first?.dimension ?? (header.keys.isEmpty ? "" : header.keys[place])
    spare = SpareColumns(header, isFilters ? [] : others.filter { $0 != place })
    table = FigureTable(header) { key, index in
      if index == place { return .dimension }
      return SearchConsoleReport.measures[key].map { .figure($0) } ?? .ignored
    }
    day = known.first?.dimension == "" ? DateColumn(place, name: header.names[place]) : nil
  }

  var width: Int? { table.header.count }

  mutating func survey(_ record: RawRecord) {
    table.survey(record)
    day?.survey(record)
    spare.survey(record, key: record.text(place))
  }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    var findings = Findings()
    findings.columns = table.meanings
    if day != nil { findings.columns[place].meaning = "day" }
    findings.timeZone = "America/Los_Angeles"
    site = Site(file)
    findings.account = site.name.isEmpty ? nil : site.name
    let names = table.header.names
    findings.reason = "columns \"\(names[place])\" and \"\(names[place == 0 ? 1 : 0])\""
    guard !isFilters else { return findings }
    try table.settle(options, file: file, habit: .plain)
    try day?.settle(options, file: file)
    try spare.settle(file: file, table: "a Search Console table")
    findings.window = day?.window
    findings.metrics = table.metrics
    findings.notes += table.caveats
    if day == nil { findings.notes.append("its figures do not add up to the site's, which the chart has") }
    return findings
  }

  mutating func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem) {
    guard !isFilters else {
      batch.skippedRows.append(SkippedRow(line: record.line, reason: .settings))
      return
    }
    var of = FigureTable.Place(section: section, tool: site.tool, property: site.name, window: .undated)
    if let day {
      guard let date = try day.date(record) else {
        throw RowProblem(column: table.header.names[place], found: "an empty cell", expected: "a day")
      }
      of.window = DateWindow(day: date.day)
    } else {
      (of.dimension, of.value) = (dimension, record.text(place))
    }
    let facts = try table.facts(record, of, currency: nil)
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

  /// Of a column's key; "" for days, nil for everything that a search is not told by.
  private static func dimension(_ key: String) -> String? {
    dimensions.first { $0.names.contains(key) }?.dimension
  }

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
