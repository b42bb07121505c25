import Vocabulary

/// What the whole of an access log tells: its days, its zone, its site, and what it never records.
struct AccessEvidence: Sendable {
  private(set) var window: DateWindow?
  /// Columns that no line fills.
  private(set) var absent = LogColumn.allCases
  /// Lines that do not say whose request it was.
  private(set) var unaddressed = 0
  private var offset: Int?
  private var hasOffsets = false
  private var siteBytes: [UInt8]?
  private var hasSites = false

  mutating func observe(_ time: LogTime, _ record: RawRecord, _ lines: AccessColumns) {
    if window?.contains(time.day) != true {
      window = window.map { $0.union(DateWindow(day: time.day)) } ?? DateWindow(day: time.day)
    }
    if let offset = time.offset, self.offset != offset {
      hasOffsets = self.offset != nil
      self.offset = offset
    }
    absent.removeAll { !lines.cell(record, $0).isEmpty }
    if lines.cell(record, .address).isEmpty { unaddressed += 1 }
    let site = lines.cell(record, .site)
    guard !site.isEmpty, siteBytes?.elementsEqual(site) != true else { return }
    hasSites = siteBytes != nil
    siteBytes = Array(site)
  }

  /// Whether any line says which browser or program asked.
  var hasAgents: Bool { !absent.contains(.agent) }

  /// What the log cannot tell, a sentence each.
  var notes: [String] {
    var notes: [String] = []
    if !hasAgents {
      notes.append("it does not record which browser or program asked: programs cannot be left out and count as people")
    }
    if absent.contains(.address) {
      notes.append("it does not record the visitors' addresses: its pages count, but its visitors cannot be told apart")
    } else if unaddressed > 0 {
      notes.append(
        "lines without the visitor's address: \(unaddressed); their pages count, but nobody knows whose they are")
    }
    return notes
  }

  /// The one host that was asked for; nil where there are several or the log does not say.
  var site: String? {
    guard !hasSites, let siteBytes else { return nil }
    return siteBytes.withUnsafeBufferPointer { RequestAddress.faithful($0) }.lowercased()
  }

  /// `+02:00`; nil where there is none or, as when the clocks change, more than one.
  var zone: String? {
    guard !hasOffsets, let offset else { return nil }
    let minutes = abs(offset) / 60
    func padded(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    return (offset < 0 ? "-" : "+") + padded(minutes / 60) + ":" + padded(minutes % 60)
  }
}
