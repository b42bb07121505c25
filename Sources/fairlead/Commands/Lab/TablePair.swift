import Modeling

/// Two tables compared column by column: what both have, each column of one kind in both.
struct TablePair {
  let reference: LabTable
  let current: LabTable
  /// Names of the columns to compare, in the order of the reference.
  let columns: [String]
  let dropped: [DroppedColumn]

  init(_ referencePath: String, _ currentPath: String, noHeader: Bool, features: [String]?) throws {
    var first = try LabTable.read(referencePath, noHeader: noHeader, wanted: features)
    var second = try LabTable.read(currentPath, noHeader: noHeader, wanted: features)
    let both = first.names.filter { second.names.contains($0) }
    for name in features ?? [] {
      _ = try first.index(of: name)
      _ = try second.index(of: name)
    }
    guard !both.isEmpty else {
      throw Failure(
        "\(second.name): has no column of \(first.name); expected the same columns in both; "
          + "compare two exports of one kind", .unusableData)
    }
    let wanted = both.filter { features?.contains($0) ?? true }
    // A number here and a word there: a category in both.
    let mixed = try wanted.filter { try Self.isText(first, $0) != Self.isText(second, $0) }
    if !mixed.isEmpty {
      first = try LabTable.read(referencePath, noHeader: noHeader, asText: Set(mixed), wanted: features)
      second = try LabTable.read(currentPath, noHeader: noHeader, asText: Set(mixed), wanted: features)
    }
    var (columns, dropped): ([String], [DroppedColumn]) = ([], [])
    for name in wanted {
      if let reason = try Self.reason(first, second, name, isNamed: features != nil) {
        dropped.append(DroppedColumn(column: name, reason: reason))
      } else {
        columns.append(name)
      }
    }
    if features == nil {
      dropped += first.names.filter { !both.contains($0) }
        .map { DroppedColumn(column: $0, reason: "only in the reference") }
      dropped += second.names.filter { !both.contains($0) }
        .map { DroppedColumn(column: $0, reason: "only in the current table") }
    }
    guard !columns.isEmpty else {
      let what = dropped.map { "\($0.column) (\($0.reason))" }.joined(separator: ", ")
      throw Failure(
        "\(second.name): no column is left to compare: \(what); expected one with values in both; add a column",
        .unusableData)
    }
    (reference, current, self.columns, self.dropped) = (first, second, columns, dropped)
  }

  /// Names of the levels in the order of their first use, and the values of both tables, the reference's first.
  func values(of column: String) throws -> (values: DriftSearch.Values, levels: [String]) {
    switch (try reference.columns[reference.index(of: column)], try current.columns[current.index(of: column)]) {
    case (.numbers(let first), .numbers(let second)): return (.numbers(first + second), [])
    case (.levels(let first, var levels), .levels(let second, let names)):
      var places = Dictionary(uniqueKeysWithValues: levels.enumerated().map { ($1, $0) })
      let codes = names.map { name in
        if let place = places[name] { return place }
        places[name] = levels.count
        levels.append(name)
        return levels.count - 1
      }
      return (.categories(first.map { Int($0) } + second.map { $0 < 0 ? -1 : codes[Int($0)] }), levels)
    default: preconditionFailure("\(column) was read as one kind in both tables")
    }
  }

  private static func isText(_ table: LabTable, _ name: String) throws -> Bool {
    if case .levels = table.columns[try table.index(of: name)] { return true }
    return false
  }

  /// Why a column cannot be compared, or tells nothing.
  private static func reason(
    _ reference: LabTable, _ current: LabTable, _ name: String, isNamed: Bool
  ) throws -> String? {
    for (table, side) in [(reference, "reference"), (current, "current table")] {
      switch table.columns[try table.index(of: name)] {
      case .numbers(let values):
        if values.allSatisfy({ $0.isNaN }) { return "no value in the \(side)" }
        let isRunning = values.count >= 20 && values.indices.dropFirst().allSatisfy { values[$0] == values[$0 - 1] + 1 }
        if isRunning && !isNamed { return "a running number, another in each row" }
      case .levels(let codes, let levels):
        if levels.isEmpty { return "no value in the \(side)" }
        let present = codes.count { $0 >= 0 }
        if levels.count == present, present > 2 { return "a different value in each row" }
        if levels.count > LabTable.mostLevels {
          return "\(levels.count) different texts, more than \(LabTable.mostLevels)"
        }
      }
    }
    return nil
  }
}
