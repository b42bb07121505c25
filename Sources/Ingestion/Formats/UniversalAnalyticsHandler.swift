import Vocabulary

/// The XML that Universal Analytics exported until 2012, laid out as its CSV is: each of a report's blocks becomes a
/// table below comment lines with the profile, the report, the period and the block's kind.
///
/// Known from public readers of such files: `AnalyticsReport / Report @name`, in it `Title` (`Name`, `ProfileName`,
/// `PrimaryDateRange`), `Graph / Serie / Point` (`Label`, `Value`), `Sparkline @id / PrimaryValue`, `ItemSummary`
/// (`Item / SummaryValue`, `Message`), `Table` and `MiniTable` (`KeyColumnName`, `ColumnName`, `Row / Key`,
/// `Row / Cell / Content / Value`), `Scorecard` and `GeoMap`.
final class UniversalAnalyticsHandler: GridHandler {
  let rows: RowQueue
  private(set) var sheets: [SheetTraits] = []
  private(set) var failure: IngestionError? { didSet { hasFailed = failure != nil } }
  private(set) var hasFailed = false
  private let file: String
  private let limits: Limits
  private var path: [String] = []
  private var text: [UInt8] = []
  private var isLeaf = false
  private var line = 0

  private var title: [String: String] = [:]
  private var block: Block?
  private var series = 0
  private var points: [[String]] = []
  private var heldBytes = 0
  private var columns: [String] = []
  private var keyColumn = ""
  private var cells: [String] = []
  private var hasValue = false
  private var summary: (names: [String], values: [String]) = ([], [])
  private var seriesByDay: Set<String> = []

  init(file: String, limits: Limits, rows: RowQueue) {
    self.file = file
    self.limits = limits
    self.rows = rows
  }

  func open(_ element: ElementName, _ attributes: MarkupAttributes) {
    let name = String(cString: element.start)
    path.append(name)
    text.removeAll(keepingCapacity: true)
    isLeaf = true
    if name == "Report" {
      title = ["Name": attributes.text("name") ?? ""]
      seriesByDay = []
      block = nil
    } else if block == nil, let kind = Block(rawValue: name) {
      block = kind
      (series, columns, keyColumn) = (0, [], attributes.text("id") ?? "")
      clearRows()
    } else if ["Serie", "Row", "Region", "Line"].contains(name) {
      if name == "Serie" { series += 1 }
      cells = []
    } else if name == "Point" {
      points.append(["", ""])
    } else if name == "Cell" {
      hasValue = false
    }
    if block != nil { hold(UniversalAnalyticsHandler.elementBytes) }
  }

  func add(_ run: UnsafeBufferPointer<UInt8>) {
    guard isLeaf else { return }
    hold(run.count)
    if !hasFailed { text.append(contentsOf: run) }
  }

  func close(_ element: ElementName) {
    let name = path.popLast() ?? ""
    if isLeaf {
      let value = text.withUnsafeBufferPointer { String(decoding: BlankText.trimmed($0), as: UTF8.self) }
      take(value, of: name, in: path.last ?? "")
      text.removeAll(keepingCapacity: true)
    }
    isLeaf = false
    finish(name)
  }

  /// The text of an element without others.
  private func take(_ value: String, of name: String, in parent: String) {
    guard let block else {
      if parent == "Title" { title[name] = value }
      return
    }
    switch (block, name) {
    case (.graph, "Label") where parent == "Point": points[points.count - 1][0] = value
    case (.graph, "Value") where parent == "Point": points[points.count - 1][1] = value
    case (.graph, "Label") where parent == "Serie": columns = [value]
    case (.graph, "YAxisLabel") where columns.isEmpty: columns = [value]
    case (.sparkline, "PrimaryValue"): points.append(["\(points.count)", value])
    case (.summary, "SummaryValue") where cells.isEmpty: cells = [value]
    case (.summary, "Message"): columns = [value]
    case (.scorecard, "Value"), (.scorecard, "Label"), (.map, "Name"), (.map, "Value"): cells.append(value)
    case (.table, "KeyColumnName"), (.miniTable, "KeyColumnName"): keyColumn = value
    case (.table, _), (.miniTable, _): takeFromTable(value, of: name)
    default: break
    }
  }

  private func takeFromTable(_ value: String, of name: String) {
    if !path.contains("Row") {
      if ["ColumnName", "Column"].contains(name) || (path.last == "Column" && name == "Name") { columns.append(value) }
    } else if name == "Key" {
      cells.insert(value, at: 0)
    } else if ["Value", "Cell", "Content"].contains(name), !hasValue {
      // A comparison of two periods has a second value in the cell.
      hasValue = true
      cells.append(value)
    }
  }

  private func finish(_ name: String) {
    switch (block, name) {
    case (.graph, "Serie"):
      let label = columns.first ?? ""
      // A second line is another period or the average of other sites.
      if series == 1, !label.isEmpty { seriesByDay.insert(Header.key(label).key) }
      begin("Graph \(series)", ["Day Index", label])
      for point in points { add(point) }
      columns = []
      clearRows()
    case (.table, "Row"), (.miniTable, "Row"):
      if points.isEmpty {
        begin(name == "Row" && block == .table ? "Table" : "MiniTable", heading(cells.count))
        points = [[]]
      }
      add(cells)
      (cells, heldBytes) = ([], 0)
    case (.summary, "ItemSummary"):
      if let value = cells.first, let name = columns.first, summary.names.count < limits.columns {
        summary.names.append(name)
        summary.values.append(value)
      }
    case (.scorecard, "Line"), (.map, "Region"): points.append(cells)
    default: break
    }
    if name == block?.rawValue { finishBlock() }
    if name == "Report" { finishReport() }
  }

  private func finishBlock() {
    if block == .sparkline {
      let name = UniversalAnalyticsHandler.measure(ofSparkline: keyColumn)
      begin(seriesByDay.contains(Header.key(name).key) ? "Sparkline again" : "Sparkline", ["Day Index", name])
      for point in points { add(point) }
    } else if block == .scorecard || block == .map, !points.isEmpty {
      begin(block?.rawValue ?? "", ["Name", "Value"])
      for point in points { add(point) }
    }
    block = nil
    clearRows()
  }

  private func finishReport() {
    guard !summary.names.isEmpty else { return }
    begin("ItemSummary", [title["Name"] ?? "Report"] + summary.names)
    add([""] + summary.values)
    summary = ([], [])
  }

  /// A table whose columns are not named as expected has columns without names, of which nothing is guessed.
  private func heading(_ width: Int) -> [String] {
    let key = keyColumn.isEmpty ? title["Name"] ?? "Key" : keyColumn
    if columns.count == width - 1 { return [key] + columns }
    if columns.count == width { return columns }
    return [key] + (1..<max(2, width)).map { "column \($0 + 1)" }
  }

  private func begin(_ kind: String, _ header: [String]) {
    var traits = SheetTraits(number: sheets.count + 1, name: "\(title["Name"] ?? "") \(kind)")
    traits.rootName = UniversalAnalyticsHandler.rootName
    sheets.append(traits)
    guard sheets.count <= limits.archiveEntries else {
      failure = .beyondLimit(
        file: file, found: "more than \(limits.archiveEntries) tables", limit: "\(limits.archiveEntries)")
      return
    }
    line = 0
    let period = title["PrimaryDateRange"].flatMap { PeriodText.window($0) }.flatMap { $0.isUndated ? nil : $0 }
    add(["# ---"])
    if let profile = title["ProfileName"], !profile.isEmpty { add(["# \(profile)"]) }
    if let period {
      let days = [period.first, period.last].map { "\($0)".filter(\.isNumber) }
      add(["# " + days.joined(separator: "-")])
    }
    add(["# \(kind)"])
    add(header)
  }

  private func add(_ row: [String]) {
    line += 1
    for (column, text) in row.enumerated() {
      rows.append(Array(text.utf8))
      rows.closeCell(column: column, isNumber: false)
    }
    _ = rows.closeRow(sheet: sheets.count, line: line, width: row.count)
  }

  /// Counts what a row, a graph or the titles have in memory.
  private func hold(_ bytes: Int) {
    heldBytes += bytes
    guard heldBytes > limits.recordBytes else { return }
    failure = .beyondLimit(
      file: file, found: "a row or a graph of more than \(limits.recordBytes >> 20) MB",
      limit: "\(limits.recordBytes >> 20) MB")
  }

  private func clearRows() {
    points = []
    cells = []
    heldBytes = 0
  }
}

extension UniversalAnalyticsHandler {
  static let rootName = "AnalyticsReport"

  /// What an element takes in memory, roughly, besides its text.
  private static let elementBytes = 64

  /// Elements of a report that hold figures.
  private enum Block: String {
    case graph = "Graph"
    case sparkline = "Sparkline"
    case summary = "ItemSummary"
    case table = "Table"
    case miniTable = "MiniTable"
    case scorecard = "Scorecard"
    case map = "GeoMap"
  }

  /// `PageviewsSparkline` → `Pageviews`, `BounceRateSparkline` → `Bounce Rate`.
  private static func measure(ofSparkline id: String) -> String {
    let name = id.hasSuffix("Sparkline") ? String(id.dropLast(9)) : id
    return name.reduce(into: "") { text, letter in
      if letter.isUppercase, !text.isEmpty { text.append(" ") }
      text.append(letter)
    }
  }
}
