import Vocabulary

/// In which orders the dates of one column can be read whose years have two figures, gathered over a whole file.
struct ShortYearEvidence: Sendable {
  /// Of the first date that depends on the order; nil where none does.
  private(set) var line: Int?
  private var orders = Set(DateOrder.allCases)
  private var writesPoints = false

  mutating func observe(_ cell: UnsafeBufferPointer<UInt8>, line: Int) {
    var days: [DateOrder: Day] = [:]
    for order in DateOrder.allCases { days[order] = ShortYear.date(cell, order: order)?.day }
    let hasPoints = cell.contains(UInt8(ascii: "."))
    // One that is a day in no order, or in none that is written so, is a bad row and no evidence.
    guard days.contains(where: { !hasPoints || $0.key != .yearMonthDay }),
      days.count < DateOrder.allCases.count || Set(days.values).count > 1
    else { return }
    self.line = self.line ?? line
    orders.formIntersection(days.keys)
    writesPoints = writesPoints || hasPoints
  }

  /// The only one in which the column can be read, else what was declared; nil where it has to be asked. With points
  /// between its figures nobody begins a date with a year of two, unless that was declared.
  func order(declared: DateOrder?) -> DateOrder? {
    var open = orders
    if writesPoints, declared != .yearMonthDay { open.remove(.yearMonthDay) }
    if open.count == 1 { return open.first }
    guard let declared, open.isEmpty || open.contains(declared) else { return nil }
    return declared
  }
}
