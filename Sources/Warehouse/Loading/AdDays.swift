import GRDB
import Vocabulary

/// The series of advertising figures that a file holds, and the days that it has of each: what tells a row that a newer
/// export of the same days no longer holds from one that it never covered.
struct AdDays {
  private struct Series: Hashable, Comparable {
    var entity: Int64
    var slice: Int64

    static func < (left: Series, right: Series) -> Bool { (left.entity, left.slice) < (right.entity, right.slice) }
  }

  private struct Kind: Hashable, Comparable {
    var breakdown: String
    var grain: String

    static func < (left: Kind, right: Kind) -> Bool { (left.breakdown, left.grain) < (right.breakdown, right.grain) }
  }

  /// First and last day; none of rows without a date.
  private struct Span {
    var first: Int64?
    var last: Int64?

    mutating func join(_ other: Span) {
      guard let first, let last, let otherFirst = other.first, let otherLast = other.last else { return }
      if otherFirst < first { self.first = otherFirst }
      if otherLast > last { self.last = otherLast }
    }
  }

  private var series = KeyOrder<Series>()
  /// By place in `series`.
  private var spans: [Span] = []
  private var kinds: [Int64: Kind] = [:]
  private var lastSlice: Int64?

  mutating func note(entity: Int64, slice: Int64, first: Int64?, last: Int64?, _ record: AdPerformance) {
    if slice != lastSlice {
      lastSlice = slice
      kinds[slice] = Kind(breakdown: record.breakdown, grain: record.grain.rawValue)
    }
    let span = Span(first: first, last: last)
    let key = Series(entity: entity, slice: slice)
    if let place = series.guess({ $0 == key }) ?? series.place(of: key) {
      spans[place].join(span)
    } else {
      _ = series.add(key)
      spans.append(span)
    }
  }

  /// `window` is what the whole file covers.
  func save(sourceFile: Int64, covering window: DateWindow?, in db: Database) throws {
    let series = zip(series.keys, spans).map { (key: $0, value: $1) }.sorted { $0.key < $1.key }
    try saveDays(series, sourceFile: sourceFile, covering: window, in: db)
    try saveDeliveries(series, sourceFile: sourceFile, in: db)
  }

  /// The days that the file speaks of for each daily series. The window of the whole file is that of its days only if
  /// days of one breakdown are all it holds; else the rows' own must do, since a table of the year beside one of the
  /// days of June makes no statement on a day in May.
  private func saveDays(
    _ series: [(key: Series, value: Span)], sourceFile: Int64, covering window: DateWindow?, in db: Database
  ) throws {
    var covered: [String: Span] = [:]
    for (series, span) in series {
      guard let kind = kinds[series.slice], kind.grain == Grain.day.rawValue else { continue }
      covered[kind.breakdown, default: span].join(span)
    }
    let isAllDays = kinds.values.allSatisfy { $0.grain == Grain.day.rawValue }
    if isAllDays, covered.count == 1, let window, !window.isUndated {
      let whole = Span(first: Int64(window.first.number), last: Int64(window.last.number))
      for breakdown in covered.keys { covered[breakdown]?.join(whole) }
    }
    let insert = try PreparedStatement(
      "INSERT INTO adSeries (entity, slice, sourceFile, firstDay, lastDay) VALUES (?, ?, ?, ?, ?)", in: db)
    for (series, _) in series {
      guard let kind = kinds[series.slice], kind.grain == Grain.day.rawValue, let span = covered[kind.breakdown],
        let first = span.first, let last = span.last
      else { continue }
      try insert.run([series.entity, series.slice, sourceFile, first, last])
    }
  }

  /// Of each entity, by breakdown and grain, from its first row to its last.
  private func saveDeliveries(_ series: [(key: Series, value: Span)], sourceFile: Int64, in db: Database) throws {
    var deliveries: [Int64: [Kind: Span]] = [:]
    for (series, span) in series {
      guard let kind = kinds[series.slice] else { continue }
      deliveries[series.entity, default: [:]][kind, default: span].join(span)
    }
    let insert = try PreparedStatement(
      "INSERT INTO adDelivery (sourceFile, entity, breakdown, grain, firstDay, lastDay) VALUES (?, ?, ?, ?, ?, ?)",
      in: db)
    for (entity, kinds) in deliveries.sorted(by: { $0.key < $1.key }) {
      for (kind, span) in kinds.sorted(by: { $0.key < $1.key }) {
        insert.bind(1, sourceFile)
        insert.bind(2, entity)
        insert.bind(3, kind.breakdown)
        insert.bind(4, kind.grain)
        insert.bind(5, span.first)
        insert.bind(6, span.last)
        try insert.run()
      }
    }
  }
}
