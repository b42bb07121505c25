import Vocabulary

/// What each sheet of a mapped table of advertising or sales adds to each day: an overview beside the sheets that it
/// sums up would count everything twice, and so would a sheet that splits the figures of another once more.
struct SheetSums {
  private struct Key: Hashable {
    let window: DateWindow
    let currency: Currency?
    let metric: TotalMetric
  }

  private struct Sheet {
    let title: String
    let columns: Set<String>
    private(set) var sums: [Key: Int64] = [:]
    /// What its rows are of.
    private(set) var names: Set<[String]> = []

    init(title: String, columns: Set<String>) {
      self.title = title
      self.columns = columns
    }

    mutating func add(_ batch: CanonicalBatch) {
      for row in batch.adPerformance {
        names.insert([row.platform, row.account, row.campaign, row.campaignID])
        add(row.spendMicros, .spend, row.window, row.currency)
        add(row.impressions, .impressions, row.window, nil)
        add(row.clicks, .clicks, row.window, nil)
        add(row.conversionsMicros, .conversions, row.window, nil)
      }
      for sale in batch.offlineSales {
        names.insert([sale.platform, sale.place, sale.category])
        add(sale.netMicros ?? sale.totalMicros ?? sale.grossMicros, .revenue, sale.window, sale.currency)
      }
    }

    private mutating func add(_ value: Int64?, _ metric: TotalMetric, _ window: DateWindow, _ currency: Currency?) {
      guard let value, value != 0 else { return }
      sums[Key(window: window, currency: currency, metric: metric), default: 0] &+= value
    }
  }

  private var sheets: [Sheet] = []

  /// Nil for other tables, and for one on a single sheet.
  init?(_ surveyed: [SurveyedSheet], _ grid: Grid) throws(IngestionError) {
    guard surveyed.count > 1, let table = surveyed[0].part.format as? MappedTable, table.countsEachRow else {
      return nil
    }
    for sheet in surveyed {
      var sums = Sheet(title: sheet.outline.title, columns: sheet.part.layout.columns)
      try SheetSums.read(sheet.part, grid) { sums.add($0) }
      sheets.append(sums)
    }
  }

  private static func read(
    _ part: SheetPart, _ grid: Grid, _ take: (CanonicalBatch) -> Void
  ) throws(IngestionError) {
    var format = part.format
    let reader = try grid.reader(sheet: part.layout.sheet)
    if part.layout.isSparse { reader.width = part.layout.header.count }
    let nulls = EmptiedRecords(part.layout.nullWords)
    var rows = 0
    var batch = CanonicalBatch()
    while try reader.next() {
      rows += reader.record.isBlank ? 0 : 1
      guard rows > part.layout.leadingRows else { continue }
      let record = nulls.emptied(reader.record)
      guard RecordFate.of(record, part.layout, width: format.width) == .whole else { continue }
      // A row that is refused adds to nothing.
      try? format.map(record, into: &batch)
      if batch.recordCount >= 1_000 {
        take(batch)
        batch = CanonicalBatch()
      }
    }
    take(batch)
  }

  /// The places of the sheets that say again what others say, in their order.
  var leftOut: [Int] { overview.map { [$0] } ?? copies.map { $0.place } }

  /// The sheets that have other columns than another one and say the same of the same things: each of their figures is on
  /// its day the other's. Of two such the first counts. One figure of one thing may be the same by chance.
  private var copies: [(place: Int, of: Int)] {
    sheets.indices.compactMap { place in
      guard sheets[place].sums.count + sheets[place].names.count > 2 else { return nil }
      let original = sheets.indices.first { other in
        other != place && isCopy(place, of: other) && (other < place || !isCopy(other, of: place))
      }
      return original.map { (place: place, of: $0) }
    }
  }

  private func isCopy(_ place: Int, of other: Int) -> Bool {
    let (sheet, whole) = (sheets[place], sheets[other])
    guard !sheet.sums.isEmpty, sheet.columns != whole.columns, sheet.names.isSubset(of: whole.names) else {
      return false
    }
    return sheet.sums.allSatisfy { key, sum in
      whole.sums[key].map { SheetSums.isNothing(sum &- $0, of: key.metric, sheets: 1) } ?? false
    }
  }

  /// The place of the sheet that is the overview of the others: it calls itself one, and each of its figures is on each
  /// day the sum of those of all others, two at least. Planned amounts may add up by chance, and be no overview.
  var overview: Int? {
    let found = sheets.indices.filter { SheetSums.isOverview(sheets[$0].title) && isSumOfOthers($0) }
    return found.count == 1 ? found.first : nil
  }

  /// A sentence for the file's notes, where there is something to say.
  func notes(isPage: Bool) -> [String] {
    if let overview {
      return [
        "sheet \"\(sheets[overview].title)\" is left out: its figures are on each day the sums of those of the other sheets"
      ]
    }
    let copied = copies.map { place, original in
      "sheet \"\(sheets[place].title)\" is left out: its figures are on each day those of sheet "
        + "\"\(sheets[original].title)\"; if they are of other things, name these in a column that the mapping reads, such as "
        + "a campaign or a place"
    }
    let titles = titlesWithSharedDays
    guard !titles.isEmpty else { return copied }
    return copied + [
      (isPage ? LeftOutSheets.names(titles) : "sheets " + LeftOutSheets.quoted(titles))
        + " hold rows of the same days, and all of them count: if one of them sums up others, "
        + (isPage ? "take it out of the file" : "hide or delete it in the workbook")
    ]
  }

  private var titlesWithSharedDays: [String] {
    let copied = Set(leftOut)
    let counted = sheets.indices.filter { !copied.contains($0) }.map { sheets[$0] }
    let windows = counted.map { Set($0.sums.keys.map(\.window)) }
    var holders: [DateWindow: Int] = [:]
    for window in windows.joined() where !window.isUndated { holders[window, default: 0] += 1 }
    return counted.indices.filter { place in windows[place].contains { holders[$0, default: 0] > 1 } }
      .map { counted[$0].title }
  }

  private func isSumOfOthers(_ place: Int) -> Bool {
    let others = sheets.indices.filter { $0 != place && !sheets[$0].sums.isEmpty }
    guard others.count > 1 else { return false }
    var gaps = sheets[place].sums
    for other in others {
      for (key, sum) in sheets[other].sums { gaps[key, default: 0] &-= sum }
    }
    return gaps.allSatisfy { key, gap in SheetSums.isNothing(gap, of: key.metric, sheets: others.count) }
  }

  /// Of amounts, half a hundredth for each sheet may be rounded.
  private static func isNothing(_ gap: Int64, of metric: TotalMetric, sheets: Int) -> Bool {
    gap.magnitude <= (counts.contains(metric) ? 0 : UInt64(Micros.perUnit / 200) * UInt64(sheets))
  }

  private static func isOverview(_ title: String) -> Bool {
    title.lowercased().split { !$0.isLetter }.contains { word in
      overviews.contains(String(word)) || TotalsRow.isTotal(String(word))
    }
  }

  private static let counts: Set<TotalMetric> = [.impressions, .clicks]
  private static let overviews: Set<String> = [
    "summary", "overview", "all", "overall", "übersicht", "gesamtübersicht", "zusammenfassung", "alle", "synthèse",
    "résumé", "resumen", "resumo", "riepilogo", "overzicht", "samenvatting", "podsumowanie", "özet", "toplam", "集計",
  ]
}
