import Vocabulary

/// The European Central Bank's reference rates, `eurofxref-hist.csv` and the daily `eurofxref.csv`: one day a record, a
/// column for each currency, units of it for one euro. `N/A` where a currency was not quoted.
///
/// Every column must be a currency's code and at least ten of them the usual ones: a table of a few codes could hold
/// rates against anything. Rates are read to six decimals; none that the bank states has more.
struct ECBRates: SourceFormat {
  static let title = "ECB euro reference rates"
  static let isVerified = false

  private static let usual = [
    "usd", "jpy", "gbp", "chf", "sek", "dkk", "nok", "aud", "cad", "hkd", "nzd", "sgd", "zar", "krw", "pln", "czk",
    "huf", "inr", "cny", "try", "brl", "mxn", "thb", "php", "myr", "idr", "ils",
  ]
  private static let nanosPerMicro: Int64 = 1_000

  private let header: Header
  private let quotes: [(column: Int, currency: Currency)]
  private let base: Currency
  private var evidence = NumberEvidence()
  private var format = NumberFormat.plain
  private var day: DateColumn

  init?(_ opening: Opening) {
    let header = opening.header
    guard let base = Currency("EUR"), let place = header.column(["date"]), !header.contains("eur"),
      let day = DateColumn(place, name: header.names[place]),
      ECBRates.usual.count(where: { header.contains($0) }) >= 10
    else { return nil }
    var quotes: [(column: Int, currency: Currency)] = []
    for (column, name) in header.names.enumerated() where column != place && !name.isEmpty {
      guard let currency = Currency(name) else { return nil }
      quotes.append((column, currency))
    }
    self.header = header
    self.quotes = quotes
    self.base = base
    self.day = day
  }

  var width: Int? { header.count }

  mutating func survey(_ record: RawRecord) {
    day.survey(record)
    for (column, _) in quotes where !record.isNumber(column) { evidence.observe(record[column], line: record.line) }
  }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    switch evidence.verdict {
    case .indifferent: break
    case .certain(let mark): format = NumberFormat(decimalMark: mark)
    case .ambiguous: format = options.convention.map { NumberFormat(decimalMark: $0.decimalMark) } ?? .plain
    case .contradictory(let dotLine, let commaLine):
      throw .contradictoryNumbers(file: file, column: "rates", dotLine: dotLine, commaLine: commaLine)
    }
    try day.settle(options, file: file)
    var findings = Findings()
    findings.reason = "a column of days and \(quotes.count) of currencies"
    let places = Set(quotes.map(\.column))
    findings.columns = header.names.enumerated().map {
      ColumnMeaning(header: $1, meaning: $0 == day.index ? "day" : places.contains($0) ? "rate" : nil)
    }
    findings.window = day.window
    findings.metrics = [.rates]
    return findings
  }

  mutating func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem) {
    let date = try day.required(record)
    var rates: [ExchangeRate] = []
    for (column, currency) in quotes where !BlankText.isMissing(record[column]) {
      let format = record.isNumber(column) ? .plain : format
      guard let micros = format.micros(record[column]), micros > 0 else {
        throw RowProblem(
          column: header.names[column], found: "text that is no rate", expected: "a number above 0 such as \(format)")
      }
      let (nanos, overflow) = micros.multipliedReportingOverflow(by: ECBRates.nanosPerMicro)
      guard !overflow else {
        throw RowProblem(column: header.names[column], found: "a rate beyond nine thousand million", expected: "a rate")
      }
      rates.append(
        ExchangeRate(
          origin: RecordOrigin(record), day: date.day, base: base, quote: currency, rateNanos: nanos,
          authority: "ECB"))
    }
    guard !rates.isEmpty else {
      batch.skippedRows.append(SkippedRow(line: record.line, reason: .noData))
      return
    }
    batch.exchangeRates += rates
  }
}
