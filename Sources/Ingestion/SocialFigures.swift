import Vocabulary

/// A figure of an own profile, as one vendor's headers call it.
struct SocialFigure: Sendable {
  /// What a cell writes. A percentage becomes a ratio, a length of time seconds; a percent sign is understood anyway.
  enum Unit: Sendable { case number, percent, hours, clock }

  let measure: SocialMeasure
  let unit: Unit
  /// By `Header.key`, the usual name first.
  let names: [String]

  init(_ measure: SocialMeasure, named names: [String], unit: Unit = .number) {
    self.measure = measure
    self.unit = unit
    self.names = names
  }

  init(_ measure: SocialMeasure, _ names: String..., unit: Unit = .number) {
    self.init(measure, named: names, unit: unit)
  }

  /// Whether it is a whole number: everything that means the same everywhere is, but lengths of time.
  var isCount: Bool { unit == .number && measure != .other && measure != .watchSeconds }

  /// Figures that only their vendor knows.
  static func others(_ names: String..., unit: Unit = .number) -> [SocialFigure] {
    names.map { SocialFigure(.other, $0, unit: unit) }
  }
}

/// The columns of one table that hold figures of an own profile: first their evidence over the whole file, then their
/// values. A column that nobody lists is kept out; of two with one name the first counts.
struct SocialFigures: Sendable {
  private struct Column: Sendable {
    let index: Int
    let name: String
    let figure: SocialFigure
    /// Columns of the same name further right.
    let doubles: [Int]
    var evidence: NumberEvidence
    var format = NumberFormat.plain
    var differingRows = 0

    init(_ index: Int, name: String, figure: SocialFigure, doubles: [Int]) {
      self.index = index
      self.name = name
      self.figure = figure
      self.doubles = doubles
      evidence = NumberEvidence(isWhole: figure.isCount)
    }
  }

  private var columns: [Column] = []
  private let blank: [UInt8]

  /// `blank`: the word by which the vendor says that there is no figure, beside those that everybody understands.
  init(_ header: Header, _ known: [SocialFigure], blank: String? = nil) {
    self.blank = Array((blank ?? "").utf8)
    var taken: Set<Int> = []
    for figure in known {
      guard let index = header.column(figure.names), taken.insert(index).inserted else { continue }
      let doubles = header.keys.indices.filter { $0 > index && header.keys[$0] == header.keys[index] }
      columns.append(Column(index, name: header.names[index], figure: figure, doubles: doubles))
    }
  }

  var isEmpty: Bool { columns.isEmpty }
  var indices: Set<Int> { Set(columns.map(\.index)) }

  func has(_ measure: SocialMeasure) -> Bool { columns.contains { $0.figure.measure == measure } }

  /// Every column with its meaning, as far as it is a figure.
  func meanings(_ header: Header) -> [ColumnMeaning] {
    var meanings = header.names.map { ColumnMeaning(header: $0, meaning: nil) }
    for column in columns {
      meanings[column.index].meaning = column.figure.measure == .other ? "figure" : column.figure.measure.rawValue
    }
    return meanings
  }

  var metrics: Set<TotalMetric> { Set(columns.compactMap { $0.figure.measure.total }) }

  mutating func survey(_ record: RawRecord) {
    for place in columns.indices {
      let cell = record[columns[place].index]
      if columns[place].figure.unit != .clock, !record.isNumber(columns[place].index) {
        columns[place].evidence.observe(SocialFigures.withoutSign(cell).number, line: record.line)
      }
      for double in columns[place].doubles where double < record.count {
        if !record[double].elementsEqual(cell) { columns[place].differingRows += 1 }
      }
    }
  }

  private var caveats: [String] = []

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) {
    let formats: [NumberFormat]
    (formats, caveats) = try DecimalMarks.formats(
      columns.map { ($0.name, $0.evidence.verdict) }, options, file: file, habit: .plain)
    for place in columns.indices { columns[place].format = formats[place] }
  }

  /// What is odd about the columns.
  var notes: [String] {
    caveats
      + columns.filter { $0.differingRows > 0 }.map {
        "the column \"\($0.name)\" stands there twice and differs, rows: \($0.differingRows); the first one counts"
      }
  }

  /// Adds the row's figures, each after the model; false where no cell has one.
  func add(_ record: RawRecord, like model: SocialMetric, to batch: inout CanonicalBatch) throws(RowProblem) -> Bool {
    var found: [SocialMetric] = []
    for column in columns {
      guard let micros = try micros(column, record) else { continue }
      var metric = model
      metric.measure = column.figure.measure
      metric.measureName = metric.measure == .other ? column.name : ""
      metric.valueMicros = micros
      found.append(metric)
    }
    batch.socialMetrics += found
    return !found.isEmpty
  }

  /// The figures that add up, as a file states their total.
  func totals(_ record: RawRecord) throws(RowProblem) -> [(metric: TotalMetric, micros: Int64)] {
    var totals: [(metric: TotalMetric, micros: Int64)] = []
    for column in columns {
      guard let metric = column.figure.measure.total, let micros = try micros(column, record) else { continue }
      totals.append((metric, micros))
    }
    return totals
  }

  private func micros(_ column: Column, _ record: RawRecord) throws(RowProblem) -> Int64? {
    let cell = record[column.index]
    guard !BlankText.isMissing(cell), !BlankText.trimmed(cell).elementsEqual(blank) else { return nil }
    let value: Int64?
    let expected: String
    if column.figure.unit == .clock {
      value = DurationText.micros(cell)
      expected = "a length of time such as 0:04:34"
    } else {
      let (number, isPercent) = SocialFigures.withoutSign(cell)
      let format = record.isNumber(column.index) ? NumberFormat.plain : column.format
      let isCount = column.figure.isCount
      value = format.micros(number).flatMap { micros in
        isCount && (isPercent || micros % Micros.perUnit != 0)
          ? nil : SocialFigures.scaled(micros, column.figure.unit, isPercent: isPercent)
      }
      expected = isCount ? "a whole number" : "a number such as \(format)"
    }
    guard let value else {
      let isShort = cell.count <= 24 && !cell.contains(UInt8(ascii: "@")) && cell.contains { $0 &- 0x30 <= 9 }
      throw RowProblem(
        column: column.name,
        found: isShort ? String(decoding: cell, as: UTF8.self) : "text of \(cell.count) bytes that is no figure",
        expected: expected)
    }
    return value
  }

  private static func scaled(_ micros: Int64, _ unit: SocialFigure.Unit, isPercent: Bool) -> Int64? {
    if isPercent || unit == .percent {
      // Half away from zero at the sixth decimal, as everywhere.
      return (micros + (micros < 0 ? -50 : 50)) / 100
    }
    guard unit == .hours else { return micros }
    let (seconds, overflow) = micros.multipliedReportingOverflow(by: 3_600)
    return overflow ? nil : seconds
  }

  private static func withoutSign(
    _ cell: UnsafeBufferPointer<UInt8>
  ) -> (number: UnsafeBufferPointer<UInt8>, isPercent: Bool) {
    let text = BlankText.trimmed(cell)
    guard text.last == UInt8(ascii: "%") else { return (text, false) }
    return (BlankText.trimmed(UnsafeBufferPointer(rebasing: text.dropLast())), true)
  }
}

extension SocialMeasure {
  /// The figure by which a file is summed up that this one adds to.
  var total: TotalMetric? {
    switch self {
    case .views: .views
    case .impressions: .impressions
    case .clicks: .clicks
    default: nil
    }
  }
}
