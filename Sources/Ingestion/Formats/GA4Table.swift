import Vocabulary

/// Where one is among a GA4 file's stacked tables.
struct GA4Walker {
  enum Step { case structure, header(Header), data }

  private(set) var section = 0
  private(set) var header = Header([])
  private(set) var property = ""
  private(set) var span: DateWindow?
  private var first: Day?
  private var last: Day?
  private var firstNote: String?
  private var awaitsHeader = true

  /// The period of the table in hand.
  var window: DateWindow? {
    guard let first, let last else { return nil }
    return DateWindow(first: first, last: last)
  }

  mutating func note(_ comment: String) {
    awaitsHeader = true
    if let text = value(of: "# Property:", in: comment) { property = text }
    if let text = value(of: "# Start date:", in: comment) { first = DateText(text, order: nil)?.day }
    if let text = value(of: "# End date:", in: comment) {
      last = DateText(text, order: nil)?.day
      if let window { span = span.map { $0.union(window) } ?? window }
    }
    noteExploration(comment)
  }

  /// An exploration's comments are its property, its name and `# 20260101-20260131`.
  private mutating func noteExploration(_ comment: String) {
    if let window = StampedPeriod.window(comment) {
      (first, last) = (window.first, window.last)
      span = span.map { $0.union(window) } ?? window
      if property.isEmpty { property = firstNote ?? "" }
    } else if firstNote == nil, !comment.hasPrefix("# --"), let text = value(of: "#", in: comment), !text.isEmpty {
      firstNote = text
    }
  }

  mutating func begin(_ header: Header) {
    self.header = header
    section += 1
    awaitsHeader = false
  }

  mutating func step(_ record: RawRecord) -> Step {
    if record[0].first == UInt8(ascii: "#") {
      note(PaddedLine.text(record.texts))
      return .structure
    }
    guard awaitsHeader else { return .data }
    begin(Header(record.texts).trimmed)
    return .header(header)
  }

  private func value(of key: String, in comment: String) -> String? {
    comment.hasPrefix(key) ? Header([String(comment.dropFirst(key.count))]).names[0] : nil
  }
}

/// One of the tables: which columns name things and which count them.
struct GA4Table {
  let header: Header
  private var isNumeric: [Bool]
  private var isDate = true
  private let dateColumn: Int?

  init(_ header: Header) {
    self.header = header
    let dateColumn = header.keys.firstIndex(of: "date")
    self.dateColumn = dateColumn
    isNumeric = header.names.indices.map { $0 > 0 && $0 != dateColumn }
  }

  mutating func survey(_ record: RawRecord) {
    for column in isNumeric.indices where isNumeric[column] {
      let cell = record[column]
      if !BlankText.isMissing(cell), NumberFormat.plain.micros(cell) == nil,
        GA4Table.metrics[header.keys[column]] == nil
      {
        isNumeric[column] = false
      }
    }
    // Totals leave their dimensions empty, also those whose values are figures.
    let blanks = (0..<record.count).prefix { BlankText.trimmed(record[$0]).isEmpty }.count
    if blanks < record.count {
      for column in isNumeric.indices.prefix(blanks) where GA4Table.metrics[header.keys[column]] == nil {
        isNumeric[column] = false
      }
    }
    if isDate, !BlankText.isMissing(record[dateColumn]), DateText(record[dateColumn], order: nil) == nil {
      isDate = false
    }
  }

  var dimensions: [Int] { header.names.indices.filter { !isNumeric[$0] } }
  var figures: [Int] { header.names.indices.filter { isNumeric[$0] } }

  /// The column that gives each row its day.
  var timeColumn: Int? {
    if header.keys.first == "nth day" { return 0 }
    return isDate ? dateColumn : nil
  }

  var metrics: [WebMetric] { figures.map(metric) }

  /// The first column of a metric counts for it: "Purchase revenue" is part of the "Total revenue" before it.
  func metric(_ column: Int) -> WebMetric {
    guard let metric = GA4Table.metrics[header.keys[column]] else { return .other }
    let first = header.keys.firstIndex { GA4Table.metrics[$0] == metric }
    return first == column ? metric : .other
  }

  /// "Week 3" of a cohort.
  func isCohort(_ column: Int) -> Bool {
    ["week ", "day ", "month "].contains { header.keys[column].hasPrefix($0) }
  }

  var meanings: [ColumnMeaning] {
    header.names.indices.map { column in
      ColumnMeaning(
        header: header.names[column],
        meaning: isNumeric[column] ? metric(column).rawValue : column == timeColumn ? "day" : "dimension")
    }
  }

  private static let metrics: [String: WebMetric] = [
    "users": .users, "total users": .users, "active users": .users, "new users": .newUsers, "sessions": .sessions,
    "engaged sessions": .engagedSessions, "views": .views, "screen page views": .views, "event count": .events,
    "conversions": .conversions, "key events": .conversions, "total revenue": .revenue, "purchase revenue": .revenue,
  ]
}
