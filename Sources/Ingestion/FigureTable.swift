import Vocabulary

/// One table of a web report: which of its columns name things, which count them, and how they write it.
///
/// A metric has one column in a table; a further one of the same meaning ("Purchase revenue" beside "Total revenue") is
/// kept under its own name as `other`, so that nothing counts twice.
struct FigureTable: Sendable {
  enum Role {
    case dimension
    case figure(WebMeasure)
    /// A figure if all its cells are, else a dimension.
    case open
    case ignored
  }

  /// Where the facts of a row belong.
  struct Place {
    var section = 0
    let tool: String
    var property = ""
    var window: DateWindow
    var dimension = ""
    var value = ""
  }

  let header: Header
  private(set) var dimensions: [Int] = []
  private(set) var figures: [FigureColumn] = []
  /// Rows with figures that were surveyed, totals included.
  private(set) var rows = 0
  /// What only the vendor's habit has decided, a sentence for the file's notes.
  private(set) var caveats: [String] = []
  private var open: Set<Int> = []
  /// Leading columns that are empty in a row of figures: the table's totals.
  private var leadingBlanks = 0

  /// `role`: what a column is, by its header's key and place.
  init(_ header: Header, role: (String, Int) -> Role) {
    self.header = header
    var taken: Set<WebMetric> = []
    for index in header.names.indices {
      switch role(header.keys[index], index) {
      case .ignored: break
      case .dimension: dimensions.append(index)
      case .open:
        open.insert(index)
        figures.append(FigureColumn(index, header: header.names[index], measure: .number))
      case .figure(let measure):
        let isFirst = measure.metric == .other || taken.insert(measure.metric).inserted
        figures.append(
          FigureColumn(
            index, header: header.names[index], measure: isFirst ? measure : WebMeasure(.other, measure.unit)))
      }
    }
  }

  mutating func survey(_ record: RawRecord) {
    for place in figures.indices { figures[place].survey(record) }
    rows += 1
    if !open.isEmpty {
      let blanks = (0..<record.count).prefix { BlankText.trimmed(record[$0]).isEmpty }.count
      if blanks < record.count { leadingBlanks = max(leadingBlanks, blanks) }
    }
  }

  mutating func settle(_ options: ReadOptions, file: String, habit: NumberFormat?) throws(IngestionError) {
    let names = figures.filter { open.contains($0.index) && ($0.holdsText || $0.index < leadingBlanks) }.map(\.index)
    dimensions = (dimensions + names).sorted()
    figures.removeAll { names.contains($0.index) }
    let formats: [NumberFormat]
    (formats, caveats) = try DecimalMarks.formats(figures.map(\.verdict), options, file: file, habit: habit)
    for place in figures.indices { figures[place].settle(formats[place]) }
  }

  /// Whether no dimension has a name: the table's totals, unless the row is its only one.
  func isTotals(_ record: RawRecord) -> Bool {
    !dimensions.isEmpty && dimensions.allSatisfy { BlankText.trimmed(record[$0]).isEmpty }
  }

  /// The dimensions' names and their values in the row, joined by " + ", without those of `others`.
  func named(_ record: RawRecord, without others: [Int] = []) -> (dimension: String, value: String) {
    let columns = dimensions.filter { !others.contains($0) }
    return (
      columns.map { header.keys[$0] }.joined(separator: " + "), columns.map { record.text($0) }.joined(separator: " + ")
    )
  }

  /// One fact for each figure that is there. `names`: by column, for headers that vary with the language.
  func facts(_ record: RawRecord, _ place: Place, currency: Currency?, names: [Int: String] = [:]) throws(RowProblem)
    -> [WebTraffic]
  {
    var facts: [WebTraffic] = []
    for column in figures {
      guard let (micros, marked) = try column.value(record) else { continue }
      facts.append(
        WebTraffic(
          origin: RecordOrigin(line: record.line, section: max(place.section, record.section)), tool: place.tool,
          property: place.property,
          window: place.window, dimension: place.dimension, dimensionValue: place.value, metric: column.measure.metric,
          metricName: names[column.index].map(column.named) ?? column.name, valueMicros: micros,
          currency: column.measure.metric == .revenue ? marked ?? currency : marked))
    }
    return facts
  }

  /// The row's figures as totals. People are left out, for nothing adds up to them.
  func totals(_ record: RawRecord, section: Int, label: String, coversAllRows: (WebMetric) -> Bool) throws(RowProblem)
    -> [ControlTotal]
  {
    var totals: [ControlTotal] = []
    for column in figures where column.measure.metric.isAdditive {
      guard let metric = column.measure.metric.total, let (micros, _) = try column.value(record) else { continue }
      totals.append(
        ControlTotal(
          origin: RecordOrigin(line: record.line, section: max(section, record.section)), label: label, metric: metric,
          valueMicros: micros,
          coversAllRows: coversAllRows(column.measure.metric)))
    }
    return totals
  }

  /// The first that is written beside an amount.
  var currency: Currency? { figures.lazy.compactMap(\.currency).first }

  var metrics: Set<TotalMetric> { Set(figures.compactMap(\.measure.metric.total)) }

  var meanings: [ColumnMeaning] {
    header.names.indices.map { index in
      let metric = figures.first { $0.index == index }?.measure.metric.rawValue
      return ColumnMeaning(
        header: header.names[index], meaning: metric ?? (dimensions.contains(index) ? "dimension" : nil))
    }
  }
}
