import Foundation
import Modeling

/// Finds the worst slices of one table.
struct Slices {
  private let command: LabSlices
  private let table: LabTable
  /// Numbers with more different values are cut.
  private static let mostValues = 12

  init(_ command: LabSlices, _ table: LabTable) {
    self.command = command
    self.table = table
  }

  func result() throws -> SlicesResult {
    let answers = [command.error, command.label, command.score].compactMap { $0 }
    var (notes, kept): ([String], [Int]) = ([], [])
    let errors = try errors(&notes, &kept)
    let (places, dropped) = try table.usable(LabOptions.list(command.features), except: answers)
    let columns = places.map { members($0, kept) }
    let support = command.support ?? max(32, (errors.count + 99) / 100)
    if support > errors.count {
      notes.append("no slice can have \(support) of \(errors.count) rows; ask for fewer with --support")
    }
    let search = SliceSearch(alpha: command.alpha, level: command.level, support: support)
    let found = try search.search(columns, errors: errors)
    return SlicesResult(
      rows: errors.count, meanError: errors.sorted().reduce(0, +) / Double(errors.count), alpha: command.alpha,
      level: command.level, support: support, columns: places.map { table.names[$0] }, dropped: dropped,
      slices: found.map { slice in
        SlicesResult.Slice(
          predicates: slice.conditions.map { "\($0.column)=\($0.value)" }, size: slice.rows.count,
          error: slice.meanError, score: slice.score)
      }, notes: notes)
  }

  /// The error of each row that has one, and which rows those are.
  private func errors(_ notes: inout [String], _ kept: inout [Int]) throws -> [Double] {
    let errors: [Double]
    if let column = command.error {
      let values = try numbers(column, expected: "an error of 0 or more")
      if values.contains(where: { $0 < 0 }) {
        throw Failure(
          "\(table.name): \(column) holds an error below 0; expected 0 or more; give its size or its square",
          .unusableData)
      }
      kept = values.indices.filter { !values[$0].isNaN }
      errors = kept.map { values[$0] }
    } else {
      errors = try scoredErrors(&notes, &kept)
    }
    guard !errors.isEmpty else {
      throw Failure("\(table.name): found no row with an error; expected at least one; fill the column", .unusableData)
    }
    if kept.count < table.rowCount {
      notes.append("\(table.rowCount - kept.count) rows without an error were left out")
    }
    return errors
  }

  private func scoredErrors(_ notes: inout [String], _ kept: inout [Int]) throws -> [Double] {
    guard let label = command.label, let score = command.score else { return [] }
    let scores = try numbers(score, expected: "a probability from 0 to 1")
    if scores.contains(where: { $0 < 0 || $0 > 1 }) {
      throw Failure(
        "\(table.name): \(score) holds a score outside 0…1; expected a probability; divide percentages by 100, or name "
          + "a column with each row's error by --error", .unusableData)
    }
    let outcomes = try LabOutcomes(
      try table.texts(of: label), column: label, table: table.name, positive: command.positive)
    if let note = outcomes.note { notes.append(note) }
    var errors: [Double] = []
    for (row, happened) in outcomes.outcomes.enumerated() {
      guard let happened, !scores[row].isNaN else { continue }
      kept.append(row)
      if let threshold = command.threshold {
        errors.append((scores[row] >= threshold) == happened ? 0 : 1)
      } else {
        let difference = scores[row] - (happened ? 1 : 0)
        errors.append(difference * difference)
      }
    }
    return errors
  }

  private func numbers(_ column: String, expected: String) throws -> [Double] {
    guard case .numbers(let values) = table.columns[try table.index(of: column)] else {
      throw Failure("\(table.name): \(column) holds text; expected \(expected); correct it", .unusableData)
    }
    return values
  }

  private func members(_ place: Int, _ kept: [Int]) -> SliceSearch.Column {
    let values: [String]
    switch table.columns[place] {
    case .levels(let codes, let levels): values = kept.map { codes[$0] < 0 ? "(blank)" : levels[Int(codes[$0])] }
    case .numbers(let numbers): values = NumberGroups(kept.map { numbers[$0] }, most: Self.mostValues).names
    }
    return SliceSearch.Column(name: table.names[place], values: values)
  }
}
