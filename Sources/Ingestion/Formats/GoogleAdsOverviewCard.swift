import Vocabulary

/// Google Ads, Overview, the time series card downloaded as CSV (Portuguese): a day, clicks, cost, impressions,
/// conversions of the whole account, with the currency's sign in each amount.
///
/// The card tells nothing of campaigns or their types, so its channel is "not recorded".
struct GoogleAdsOverviewCard: SourceFormat {
  static let title = "Google Ads overview time series"
  static let isVerified = true

  enum Field: String, CaseIterable {
    case day, clicks, spend, impressions, conversions
  }

  private static let names: [Field: [String]] = [
    .day: ["data"], .clicks: ["cliques"], .spend: ["custo"], .impressions: ["impressões"], .conversions: ["conversões"],
  ]

  private let map: ColumnMap<Field>
  private var numbers: NumberColumns<Field>
  private var day: DateColumn
  private var currency: Currency?
  private var seenCurrency: Currency?

  init?(_ opening: Opening) {
    let map = ColumnMap(opening.header, names: GoogleAdsOverviewCard.names)
    guard let day = DateColumn(map[.day], name: map.name(.day)), map.has(.spend), map.has(.clicks),
      map.header.count == map.meanings.count(where: { $0.meaning != nil })
    else { return nil }
    self.map = map
    self.day = day
    numbers = NumberColumns(map, amounts: [.spend, .conversions], whole: [.clicks, .impressions])
  }

  var width: Int? { map.header.count }

  mutating func survey(_ record: RawRecord) {
    numbers.survey(record)
    day.survey(record)
    if seenCurrency == nil { seenCurrency = AmountText(record[map[.spend]], format: .decimalComma)?.currency }
  }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    try numbers.settle(options, file: file, habit: nil)
    try day.settle(options, file: file)
    currency = seenCurrency ?? options.currency
    var findings = Findings()
    findings.reason = "columns \"\(map.name(.day))\", \"\(map.name(.clicks))\" and \"\(map.name(.spend))\""
    findings.columns = map.meanings
    findings.currency = currency
    findings.timeZone = options.timeZone
    findings.window = day.window
    findings.metrics = Set(
      [
        (Field.spend, TotalMetric.spend), (.clicks, .clicks), (.impressions, .impressions),
        (.conversions, .conversions),
      ]
      .filter { map.has($0.0) }.map(\.1))
    return findings
  }

  mutating func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem) {
    guard let date = try day.date(record) else {
      throw RowProblem(column: map.name(.day), found: "an empty cell", expected: "a day")
    }
    var row = AdPerformance(
      origin: RecordOrigin(line: record.line), platform: "Google Ads", channel: .unknown,
      window: DateWindow(day: date.day))
    let spend = try numbers.amount(.spend, record)
    if let marked = spend?.currency, marked != currency {
      throw RowProblem(column: map.name(.spend), found: "an amount in \(marked)", expected: "one currency in the file")
    }
    row.currency = currency
    row.spendMicros = spend?.micros
    row.clicks = try numbers.whole(.clicks, record)
    row.impressions = try numbers.whole(.impressions, record)
    row.conversionsMicros = try numbers.micros(.conversions, record)
    batch.adPerformance.append(row)
  }
}
