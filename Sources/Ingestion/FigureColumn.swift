import Vocabulary

/// One column of web figures: first its evidence over the whole table, then its values as counts, ratios, seconds or
/// money, in millionths.
struct FigureColumn: Sendable {
  let index: Int
  let measure: WebMeasure
  /// Whether a cell is no figure in any reading.
  private(set) var holdsText = false
  /// The first that is written beside an amount.
  private(set) var currency: Currency?
  private let header: String
  private var evidence: NumberEvidence
  private var format = NumberFormat.decimalDot
  private var holdsPercents = false
  private var holdsClocks = false
  private var holdsWholePercents = false

  init(_ index: Int, header: String, measure: WebMeasure) {
    self.index = index
    self.header = header
    self.measure = measure
    evidence = NumberEvidence(isWhole: measure.unit == .count)
  }

  mutating func survey(_ record: RawRecord) {
    let cell = BlankText.trimmed(record[index])
    guard !FigureColumn.isMissing(cell) else { return }
    guard !record.isNumber(index) else {
      // A cell that is shown as a percent is kept as a share; more than one whole is a percent that was typed.
      if measure.unit == .percent, NumberFormat.plain.micros(cell) ?? 0 > Micros.perUnit { holdsWholePercents = true }
      return
    }
    if let share = FigureColumn.withoutPercentSign(cell) {
      holdsPercents = true
      evidence.observe(share, line: record.line)
      if !FigureColumn.isNumber(share) { holdsText = true }
    } else if DurationText.micros(cell) != nil {
      holdsClocks = true
    } else {
      evidence.observe(cell, line: record.line)
      let amount = AmountText(cell, format: .decimalDot) ?? AmountText(cell, format: .decimalComma)
      if amount == nil { holdsText = true }
      currency = currency ?? amount?.currency
    }
  }

  /// For `DecimalMarks`, whose answer goes to `settle`.
  var verdict: (name: String, verdict: NumberEvidence.Verdict) { (header, evidence.verdict) }

  mutating func settle(_ format: NumberFormat) { self.format = format }

  /// The header with the unit where the figures are a ratio or the seconds of one visit.
  var name: String { named(header) }

  /// Another name with that unit.
  func named(_ name: String) -> String {
    switch measure.unit {
    case .ratio, .percent: "\(name) (ratio)"
    case .seconds: measure.metric == .seconds ? name : "\(name) (seconds)"
    case .count: name
    case .number: holdsPercents ? "\(name) (ratio)" : holdsClocks ? "\(name) (seconds)" : name
    }
  }

  /// Nil where the cell says that there is no figure, or only a bound of it (`<0.01%`).
  func value(_ record: RawRecord) throws(RowProblem) -> (micros: Int64, currency: Currency?)? {
    let cell = BlankText.trimmed(record[index])
    guard !FigureColumn.isMissing(cell) else { return nil }
    if let share = FigureColumn.withoutPercentSign(cell) {
      // A share of money or of visits is neither.
      if measure.metric == .other, let micros = format.micros(share) { return (FigureColumn.hundredth(micros), nil) }
    } else if record.isNumber(index) {
      if let micros = NumberFormat.plain.micros(cell) {
        return (holdsWholePercents ? FigureColumn.hundredth(micros) : micros, nil)
      }
    } else if let micros = DurationText.micros(cell) {
      return (micros, nil)
    } else if let amount = AmountText(cell, format: format) {
      return (measure.unit == .percent ? FigureColumn.hundredth(amount.micros) : amount.micros, amount.currency)
    }
    throw RowProblem(
      column: header, found: "text of \(cell.count) bytes that is no number",
      expected: DatedNumber.expected(cell) ?? "a number such as \(format)")
  }

  static func isMissing(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    BlankText.isMissing(cell) || cell.first == UInt8(ascii: "<") || cell.first == UInt8(ascii: ">")
  }

  /// Whether the cell is a figure in one reading or the other.
  static func isFigure(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    isNumber(withoutPercentSign(cell) ?? cell) || DurationText.micros(cell) != nil
  }

  private static func isNumber(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    AmountText(cell, format: .decimalDot) != nil || AmountText(cell, format: .decimalComma) != nil
  }

  static func withoutPercentSign(_ cell: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8>? {
    let cell = BlankText.trimmed(cell)
    guard cell.last == UInt8(ascii: "%") else { return nil }
    return BlankText.trimmed(UnsafeBufferPointer(rebasing: cell.dropLast()))
  }

  /// Rounded half away from zero.
  private static func hundredth(_ micros: Int64) -> Int64 {
    let (quotient, rest) = micros.quotientAndRemainder(dividingBy: 100)
    return quotient + (rest >= 50 ? 1 : rest <= -50 ? -1 : 0)
  }
}
