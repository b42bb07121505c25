import Analysis

/// What keeps every row from having a recorded return, the first thing to add first.
enum MissingReturns: Equatable {
  case sales
  /// Sales are recorded, but none of a customer with a known first source.
  case firstSources
  /// More weeks of spend or more new customers.
  case more

  /// Nil where a row has a return.
  init?(_ rows: [Returns.Row]) {
    guard rows.allSatisfy({ $0.recordedReturn == nil }) else { return nil }
    let needs = rows.compactMap { $0.shortfall?.need }
    self = needs.contains(.ordersFiles) ? .sales : needs.contains(.contactFiles) ? .firstSources : .more
  }
}
