import Vocabulary

/// Google Search Console, Performance, Export, CSV: an archive of one table each by day (the chart), query, page, country,
/// device and search appearance, and the filters. Days end at midnight in California.
///
/// Only the chart tells the site's totals: queries that few people asked are left out of theirs, and one search may show
/// several pages, so neither adds up to it. The tables without days do not say which days they cover. The site stands in
/// the archive's name alone, or in that of the folder it was unzipped to, and what all tables leave out in its table of
/// filters.
struct SearchConsoleReport: SourceFormat {
  static let title = "Search Console performance table"
  static let isVerified = true
  /// As a workbook it has a sheet for each of the archive's tables.
  static let spansSheets = true

  private let section: Int
  private let isFilters: Bool
  /// What the chart counts by; nil for the other tables.
  private var step: Step?
  private let dimension: String
  /// Of the column that tells rows apart.
  private let place: Int
  private var table: FigureTable
  private var day: DateColumn?
  /// Of the row surveyed last, where days have times.
  private var moment: DateText?
  /// Of the figures, by column: the same report in another language tells the same.
  private let names: [Int: String]
  private var spare: SpareColumns
  private var site = Site("")
  private var filter = SeriesFilter.none

  init?(_ opening: Opening) {
    let header = opening.header
    section = opening.section
    isFilters = FilterTable.isOne(header)
    let measured = Set(header.keys.compactMap { SearchConsoleReport.measures[$0] })
    let others = header.keys.indices.filter { SearchConsoleReport.measures[header.keys[$0]] == nil }
    let known = others.compactMap { index -> (index: Int, step: Step?, dimension: String)? in
      if let step = SearchConsoleReport.step(header.keys[index]) { return (index, step, "") }
      return SearchConsoleReport.dimension(header.keys[index]).map { (index, nil, $0) }
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
    names = Dictionary(
      uniqueKeysWithValues: header.keys.enumerated().compactMap { index, key in
        SearchConsoleReport.measures[key].flatMap { SearchConsoleReport.titles[$0] }.map { (index, $0) }
      })
    spare = SpareColumns(header, isFilters ? [] : others.filter { $0 != place })
    table = FigureTable(header) { key, index in
      if index == place { return .dimension }
      return SearchConsoleReport.measures[key].map { .figure($0) } ?? .ignored
    }
    step = known.first?.step
    day = step == nil ? nil : DateColumn(place, name: header.names[place])
  }

  static func namesArchive(_ name: String) -> Bool {
    !Site(name).name.isEmpty && !ExportName.days(name[...]).isEmpty
  }

  var width: Int? { table.header.count }

  mutating func survey(_ record: RawRecord) {
    table.survey(record)
    day?.survey(record)
    if step == .day { surveyTime(record) }
    spare.survey(record, key: record.text(place))
  }

  /// Rows of one day at several times are hours: the last 24 stand below a date too. A day that a spreadsheet has given a
  /// time has one row.
  private mutating func surveyTime(_ record: RawRecord) {
    let cell = record[place]
    guard let date = DateText(cell, order: .dayMonthYear) ?? DateText(cell, order: .monthDayYear),
      date.secondOfDay != nil
    else { return }
    if let moment, moment.day == date.day, moment.secondOfDay != date.secondOfDay { step = .hour }
    moment = date
  }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    var findings = Findings()
    findings.columns = table.meanings
    if let step { findings.columns[place].meaning = step.rawValue }
    findings.timeZone = "America/Los_Angeles"
    site = Site(file)
    findings.account = site.name.isEmpty ? nil : site.name
    let names = table.header.names
    findings.reason = "columns \"\(names[place])\" and \"\(names[place == 0 ? 1 : 0])\""
    guard !isFilters else { return findings }
    try table.settle(options, file: file, habit: .plain)
    try day?.settle(options, file: file)
    try spare.settle(file: file, table: "a Search Console table")
    findings.window = day?.window.map { $0.union(window(from: $0.last)) }
    filter = SearchConsoleReport.filter(options.filters)
    findings.notes += filter.notes
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
      of.window = window(from: date.day)
      if step == .hour { (of.dimension, of.value) = ("hour", "\((date.secondOfDay ?? 0) / 3_600)") }
    } else {
      (of.dimension, of.value) = (dimension, record.text(place))
    }
    of.dimension = filter.named(of.dimension)
    let facts = try table.facts(record, of, currency: nil, names: names)
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

  /// Whether each of clicks, impressions, rate and position has a column for either of two periods: "Last 28 days Clicks",
  /// "Previous 28 days Clicks".
  static func comparesPeriods(_ header: Header) -> Bool {
    guard header.count == 9 else { return false }
    let found = header.keys.dropFirst().compactMap { key in
      measures.first { key.hasSuffix(" \($0.key)") || key.hasPrefix("\($0.key) ") || key.hasPrefix("\($0.key):") }?
        .value
    }
    return Set(found).count == 4 && Set(found).allSatisfy { measure in found.count { $0 == measure } == 2 }
  }

  /// What a row of the chart covers.
  private enum Step: String, CaseIterable {
    case hour, day, week, month
  }

  private func window(from day: Day) -> DateWindow {
    let span: DaySpan =
      switch step {
      case .week: .week
      case .month: .month
      case .day, .hour, nil: .day
      }
    return span.window(from: day, within: nil)
  }

  private static func step(_ key: String) -> Step? { Step.allCases.first { steps[$0]?.contains(key) == true } }

  /// In English, German, French, Spanish, Portuguese, Italian, Dutch, Japanese, Polish, Czech, Swedish,
  /// Turkish and Russian.
  private static let steps: [Step: Set<String>] = [
    .hour: ["time", "hour", "uhrzeit", "stunde", "heure", "hora", "ora", "tijd", "uur"],
    .day: ["date", "datum", "fecha", "data", "日付", "期間", "дата", "tarih"],
    .week: ["week", "woche", "semaine", "semana", "settimana"],
    .month: ["month", "monat", "mois", "mes", "mês", "mese", "maand"],
  ]

  /// Of a column's key; nil for days and for everything that a search is not told by.
  private static func dimension(_ key: String) -> String? {
    dimensions.first { $0.names.contains(key) }?.dimension
  }

  /// Days are no filter, and neither is the web among the kinds of search: every export has them.
  private static func filter(_ table: FilterTable) -> SeriesFilter {
    SeriesFilter(
      table.rows.compactMap { row in
        let key = Header.key(row.name).key
        guard step(key) == nil, !["web", "ウェブ"].contains(Header.key(row.value).key) else { return nil }
        return "\(dimension(key) ?? key) \(row.value)"
      })
  }

  private static let dimensions: [(dimension: String, names: Set<String>)] = [
    (
      "query",
      [
        "top queries", "queries", "query", "häufigste suchanfragen", "die häufigsten suchanfragen", "suchanfragen",
        "requêtes les plus fréquentes",
        "requêtes", "consultas principales", "consultas", "principais consultas", "consultas principais",
        "query principali", "query più frequenti", "populairste zoekopdrachten", "meest uitgevoerde zoekopdrachten",
        "上位のクエリ", "najpopularniejsze zapytania", "vanligaste sökfrågorna", "en popüler sorgular",
        "поисковый запрос", "популярные запросы",
      ]
    ),
    (
      "page",
      [
        "top pages", "pages", "page", "häufigste seiten", "die häufigsten seiten", "top-seiten", "seiten",
        "pages les plus populaires",
        "pages principales", "páginas principales", "páginas", "principais páginas", "páginas principais",
        "pagine principali", "populairste pagina's", "toppagina's", "上位のページ",
      ]
    ),
    ("country", ["country", "land", "pays", "país", "paese", "国"]),
    ("device", ["device", "gerät", "appareil", "dispositivo", "apparaat", "デバイス"]),
    (
      "search appearance",
      [
        "search appearance", "darstellung in der suche", "darstellung in suchergebnissen",
        "apparence dans les résultats de recherche", "aspecto en buscadores", "apariencia en el buscador",
        "apariencia en la búsqueda", "aparência na pesquisa", "aspeto na pesquisa", "aspetto nella ricerca",
        "weergave in zoekresultaten", "検索での見え方",
      ]
    ),
  ]

  private static let titles: [WebMeasure: String] = [
    .clicks: "Clicks", .impressions: "Impressions", .ratio: "CTR", .number: "Position",
  ]

  private static let measures: [String: WebMeasure] = {
    let words: [(WebMeasure, [String])] = [
      (
        .clicks,
        [
          "clicks", "klicks", "clics", "clic", "cliques", "klikken", "aantal klikken", "クリック数", "kliknięcia",
          "kliknutí",
          "klick", "tıklama", "tıklamalar", "клики",
        ]
      ),
      (
        .impressions,
        [
          "impressions", "impressionen", "impresiones", "impressões", "impressioni", "vertoningen", "表示回数",
          "wyświetlenia", "zobrazení", "visningar", "görüntüleme", "gösterimler", "показы",
        ]
      ),
      (.ratio, ["ctr", "klickrate", "taux de clics", "klickfrekvens"]),
      (
        .number,
        [
          "position", "durchschnittliche position", "position moyenne", "posición", "posición media", "posição",
          "posição média", "posizione", "posizione media", "positie", "average position",
          "pozycja", "pozice", "genomsnittlig position", "ortalama konum", "позиция",
          "掲載順位",
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
