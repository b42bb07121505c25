import Vocabulary

/// What currencies were worth in each other, a day and a pair a row. Read to six decimals.
struct ExchangeRateMapping: MappedKind {
  static let title = "exchange rates"

  static let fields: [KindField] = [
    KindField(.day, .day, "date|day|rate date|valid on|datum|tag|stichtag|fecha|data|jour|dag"),
    KindField(
      .base, .currency, "base|base currency|from|from currency|source currency|currency from|basiswährung|von"),
    KindField(
      .quote, .currency,
      "quote|quote currency|to|to currency|target currency|currency to|counter currency|zielwährung|nach"),
    KindField(
      .rate, .number,
      "rate|exchange rate|fx rate|conversion rate|kurs|wechselkurs|tipo de cambio|taux|taux de change|cambio"),
    KindField(.platform, .text, "authority|rate source|provider|bank|quelle|fuente"),
  ]

  static let needs: [[TableField]] = [[.day], [.base], [.quote], [.rate]]
  static let metrics: [TableField: TotalMetric] = [:]
  static let ownMetrics: Set<TotalMetric> = [.rates]
  static let signs: [TableField] = [.rate]

  private static let nanosPerMicro: Int64 = 1_000

  init(_ columns: MappedColumns) {}

  mutating func map(_ row: MappedRow, into batch: inout CanonicalBatch) throws(RowProblem) {
    let name = row.columns.map.name(.rate)
    guard let micros = try row.micros(.rate), micros > 0 else {
      throw RowProblem(column: name, found: "no rate above 0", expected: "units of one currency for one of the other")
    }
    let (nanos, overflow) = micros.multipliedReportingOverflow(by: ExchangeRateMapping.nanosPerMicro)
    guard !overflow else {
      throw RowProblem(column: name, found: "a rate beyond nine thousand million", expected: "a rate")
    }
    let (base, quote) = (try currency(.base, row), try currency(.quote, row))
    guard base != quote else {
      throw RowProblem(
        column: row.columns.map.name(.quote), found: "the same currency twice", expected: "two currencies")
    }
    batch.exchangeRates.append(
      ExchangeRate(
        origin: row.origin, day: try row.requiredDate(.day).day, base: base, quote: quote, rateNanos: nanos,
        authority: row.platform))
  }

  private func currency(_ field: TableField, _ row: MappedRow) throws(RowProblem) -> Currency {
    guard let currency = Currency(row.text(field)) else {
      throw RowProblem(
        column: row.columns.map.name(field), found: "no currency code", expected: "a code such as EUR")
    }
    return currency
  }
}
