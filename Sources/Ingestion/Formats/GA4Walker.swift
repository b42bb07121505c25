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
  /// Of the comments above the table in hand.
  private var days: [Day] = []
  /// Whether they have a line with a whole period.
  private var isStamped = false
  /// Of the table in hand: its own, then those that are compared with it.
  private(set) var windows: [DateWindow] = []
  private var firstNote: String?
  /// The last comment that is a line of its own.
  private var title: String?
  /// Whom the table in hand is of, where that is told and is not everybody.
  private(set) var segment: String?
  /// What the table in hand is narrowed down to.
  private(set) var condition: String?
  private var awaitsHeader = true

  /// The period of the table in hand.
  var window: DateWindow? {
    guard let first, let last else { return nil }
    return DateWindow(first: first, last: last)
  }

  mutating func note(_ comment: String) {
    if !awaitsHeader {
      (title, segment, condition) = (nil, nil, nil)
      (days, isStamped) = ([], false)
    }
    awaitsHeader = true
    noteFilter(comment)
    if let (label, text) = GA4Walker.labelled(comment), GA4Names.properties.contains(label) { property = text }
    if let day = GA4Walker.day(comment) {
      // The first day, then the last, whatever the language calls them; then those of the period that is compared.
      days.append(day)
      if days.count <= 2 { (first, last) = (days[0], days.count > 1 ? day : nil) }
      if days.count.isMultiple(of: 2), let window = DateWindow(first: days[days.count - 2], last: day) {
        note(window, isOwn: days.count == 2)
      }
    }
    noteExploration(comment)
  }

  private mutating func note(_ window: DateWindow, isOwn: Bool) {
    span = span.map { $0.union(window) } ?? window
    if isOwn { windows = [] }
    if !windows.contains(window) { windows.append(window) }
  }

  /// Below the box with its name a report says whom it is of, before its first day. In a language that is not known
  /// everybody would be taken for some; a title that asks is a card's.
  private mutating func noteFilter(_ comment: String) {
    guard let (label, text) = GA4Walker.labelled(comment) else {
      let text = Header([String(comment.dropFirst())]).names[0]
      if comment.hasPrefix("#"), !text.isEmpty { title = text.hasPrefix("--") ? nil : text }
      return
    }
    if GA4Names.filters.contains(label) { condition = text }
    guard GA4Names.starts.contains(label), let title, !title.hasSuffix("?") else { return }
    segment = GA4Names.everybody.contains(title.lowercased()) ? nil : title
  }

  /// An exploration's comments are its property, its name and `# 20260101-20260131`; a second such line is of the days
  /// that are compared.
  private mutating func noteExploration(_ comment: String) {
    if let window = StampedPeriod.window(comment) {
      if !isStamped { (first, last) = (window.first, window.last) }
      note(window, isOwn: !isStamped)
      isStamped = true
      if property.isEmpty { property = firstNote ?? "" }
    } else if firstNote == nil, comment.hasPrefix("#"), !comment.hasPrefix("# --") {
      let text = Header([String(comment.dropFirst())]).names[0]
      if !text.isEmpty { firstNote = text }
    }
  }

  mutating func begin(_ header: Header) {
    self.header = header
    section += 1
    awaitsHeader = false
  }

  mutating func step(_ record: RawRecord) -> Step {
    let figures = awaitsHeader ? [] : header.keys.indices.filter { GA4Table.isMetric(header.keys[$0]) }
    if record.isComment(figures: figures, width: header.count) {
      note(PaddedLine.text(record.texts))
      return .structure
    }
    guard awaitsHeader || GA4Table.isHeader(record, after: header) else { return .data }
    begin(Header(record.texts).trimmed)
    return .header(header)
  }

  /// The day of `# Start date: 20260101`, `# Enddatum: 20260131`, `# 開始日: 20260101`.
  static func day(_ comment: String) -> Day? {
    guard let (label, text) = labelled(comment), !label.isEmpty, text.utf8.count == 8 else { return nil }
    return DateText(text, order: nil)?.day
  }

  /// What stands before and behind a comment's colon.
  static func labelled(_ comment: String) -> (label: String, text: String)? {
    guard comment.hasPrefix("#"), let colon = comment.firstIndex(where: { $0 == ":" || $0 == "：" }) else { return nil }
    let label = Header.key(String(comment[..<colon].dropFirst())).key
    return (label, Header([String(comment[comment.index(after: colon)...])]).names[0])
  }
}
