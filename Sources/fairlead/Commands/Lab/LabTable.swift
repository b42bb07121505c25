import Computation
import Ingestion

/// Anybody's table in columns: numbers where every cell that is not blank is one, else categories.
struct LabTable {
  enum Column {
    /// NaN where the cell is blank; all others are finite, and 0 or between 1e-150 and 1e150 in size.
    case numbers([Double])
    /// Index of the level of each row, −1 where the cell is blank; levels in the order of their first use.
    case levels([Int32], names: [String])
  }

  let name: String
  /// Of all columns of the file.
  let header: [String]
  /// Of the columns that were read.
  let names: [String]
  let columns: [Column]
  let rowCount: Int

  func index(of column: String) throws -> Int {
    guard let index = names.firstIndex(of: column) else {
      let known = header.prefix(20).joined(separator: ", ") + (header.count > 20 ? ", …" : "")
      throw Failure("\(name): has no column \(column); expected one of \(known); correct its name", .unusableData)
    }
    return index
  }

  /// The texts of a column that was read as one; nil where blank.
  func texts(of column: String) throws -> [String?] {
    guard case .levels(let codes, let levels) = columns[try index(of: column)] else {
      preconditionFailure("\(column) was not asked for as text")
    }
    return codes.map { $0 < 0 ? nil : levels[Int($0)] }
  }

  /// The columns asked for, all but `others` by default, without those that can tell nothing; those are named.
  func usable(_ wanted: [String]?, except others: [String]) throws -> (columns: [Int], dropped: [DroppedColumn]) {
    var chosen: [Int] = []
    var dropped: [DroppedColumn] = []
    let asked = try wanted?.map { try index(of: $0) } ?? names.indices.filter { !others.contains(names[$0]) }
    for place in asked {
      if others.contains(names[place]) {
        throw Failure(
          "\(name): \(names[place]) is named as a feature and as the answer; expected other columns to learn from; "
            + "leave it out of --features", .unusableData)
      }
      if chosen.contains(place) { continue }
      if let reason = try reasonToDrop(place, isNamed: wanted != nil) {
        dropped.append(DroppedColumn(column: names[place], reason: reason))
      } else {
        chosen.append(place)
      }
    }
    guard !chosen.isEmpty else {
      let what = dropped.map { "\($0.column) (\($0.reason))" }.joined(separator: ", ")
      throw Failure(
        "\(name): no column is left to learn from\(what.isEmpty ? "" : ": \(what)"); expected one that varies; "
          + "add a column", .unusableData)
    }
    return (chosen, dropped)
  }

  static let mostLevels = 1_000

  /// A column that was asked for by name may be a running number: weeks, say.
  private func reasonToDrop(_ place: Int, isNamed: Bool) throws -> String? {
    switch columns[place] {
    case .numbers(let values):
      guard let first = values.first(where: { !$0.isNaN }) else { return "no value in any row" }
      if values.allSatisfy({ $0 == first }) { return "the same value in every row" }
      let isRunning = values.count >= 20 && values.indices.dropFirst().allSatisfy { values[$0] == values[$0 - 1] + 1 }
      return isRunning && !isNamed ? "a running number, another in each row" : nil
    case .levels(let codes, let levels):
      if levels.isEmpty { return "no value in any row" }
      if levels.contains(where: { $0.contains(",") }), levels.allSatisfy({ Self.isCommaNumber($0) }) {
        throw Failure(
          "\(name): \(names[place]) holds numbers with a comma; expected a decimal point, and nothing between thousands; "
            + "save the table so, or leave the column out with --features", .unusableData)
      }
      if levels.count == 1, !codes.contains(-1) { return "the same value in every row" }
      let present = codes.count { $0 >= 0 }
      if levels.count == present, present > 2 { return "a different value in each row" }
      guard levels.count <= Self.mostLevels else {
        throw Failure(
          "\(name): \(names[place]) has \(levels.count) different texts; expected at most \(Self.mostLevels) in a "
            + "category; group them, or leave the column out with --features", .unusableData)
      }
      return nil
    }
  }

  /// `1,5`, `1,234` or `7`: a number to people, the first two only to them.
  private static func isCommaNumber(_ text: String) -> Bool {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    return parts.count <= 2
      && parts.enumerated().allSatisfy { index, part in
        let bare = index == 0 && part.hasPrefix("-") ? part.dropFirst() : part
        return !bare.isEmpty && bare.utf8.allSatisfy { digits.contains($0) }
      }
  }

  /// The given columns as models know them.
  func featureTable(_ places: [Int]) throws -> FeatureTable {
    var table = FeatureTable(rowCount: rowCount)
    for place in places {
      switch columns[place] {
      case .numbers(let values):
        let hasGaps = values.contains { $0.isNaN }
        try table.append(
          Feature(names[place], unit: .count, missing: hasGaps ? .mean : .refused),
          .numeric(values.map { $0.isNaN ? nil : $0 }))
      case .levels(let codes, let levels):
        try table.append(
          Feature(names[place], unit: .category, missing: codes.contains(-1) ? .ownLevel : .refused),
          .categorical(codes.map { $0 < 0 ? nil : levels[Int($0)] }))
      }
    }
    return table
  }
}
