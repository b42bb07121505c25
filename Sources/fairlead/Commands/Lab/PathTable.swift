import Foundation
import Modeling

/// The journeys of a table with one path in each row.
struct PathTable {
  let journeys: Journeys
  private(set) var notes: [String] = []

  init(_ command: LabAttribute, _ table: LabTable) throws {
    guard case .levels(let codes, let texts) = table.columns[try table.index(of: command.path)] else {
      preconditionFailure("the path column was asked for as text")
    }
    var channels: [String] = []
    var places: [Substring: Int] = [:]
    let paths = texts.map { text in
      text.split(separator: command.separator).compactMap { part -> Int? in
        let touch = part.trimming { $0.isWhitespace }
        if touch.isEmpty { return nil }
        let place = places[touch] ?? channels.count
        if place == channels.count {
          places[touch] = place
          channels.append(String(touch))
        }
        return place
      }
    }
    let conversions = try Self.counts(command.conversions, table)
    let nulls = try command.null.map { try Self.counts($0, table) }
    let values = try command.value.map { try Self.amounts($0, conversions, table) }
    var rows: [Journeys.Row] = []
    rows.reserveCapacity(table.rowCount)
    var left = 0
    var lost = 0.0
    for row in 0..<table.rowCount {
      let path = Int(codes[row])
      guard path >= 0, !paths[path].isEmpty else {
        left += 1
        lost += conversions[row]
        continue
      }
      rows.append(
        Journeys.Row(
          path: path, conversions: conversions[row], value: values?[row] ?? 0, nulls: nulls?[row] ?? 0))
    }
    guard !rows.isEmpty else {
      throw Failure(
        "\(table.name): \(command.path) holds no path; expected touches parted by \"\(command.separator)\"; choose "
          + "another --path", .unusableData)
    }
    guard rows.contains(where: { $0.conversions > 0 }) else {
      throw Failure(
        "\(table.name): \(command.conversions) holds no conversion; expected at least one to divide; choose another "
          + "--conversions, or a longer period", .unusableData)
    }
    journeys = try Journeys(channels: channels, paths: paths, rows: rows)
    if left > 0 {
      notes.append(
        "\(left) row\(left == 1 ? "" : "s") without a path left out, with "
          + "\(AttributeResult.short(lost)) conversions")
    }
    if paths.allSatisfy({ $0.count < 2 }) {
      notes.append("no path holds \"\(command.separator)\": each is one touch; see --separator if there were more")
    }
    if journeys.totalNulls == 0 {
      notes.append(
        "every journey converted\(command.null == nil ? " (no --null)" : ""): a removal effect is then the share of "
          + "journeys that pass the channel")
    }
  }

  /// One count, 0 or more, in every row.
  private static func counts(_ column: String, _ table: LabTable) throws -> [Double] {
    let values = try numbers(column, table)
    for (row, value) in values.enumerated() where !(value >= 0) {
      throw Failure(
        "\(table.name): \(column), data row \(row) (from 0): found \(value.isNaN ? "no value" : "a negative count"); "
          + "expected how often, 0 or more; correct the cell", .unusableData)
    }
    return values
  }

  /// An amount in every row that converted; elsewhere blank is nothing.
  private static func amounts(_ column: String, _ conversions: [Double], _ table: LabTable) throws -> [Double] {
    let values = try numbers(column, table)
    for (row, value) in values.enumerated() where value.isNaN && conversions[row] > 0 {
      throw Failure(
        "\(table.name): \(column), data row \(row) (from 0): found no value beside conversions; expected what they "
          + "came to; fill the cell, or leave --value out", .unusableData)
    }
    return values.map { $0.isNaN ? 0 : $0 }
  }

  private static func numbers(_ column: String, _ table: LabTable) throws -> [Double] {
    guard case .numbers(let values) = table.columns[try table.index(of: column)] else {
      throw Failure(
        "\(table.name): \(column) holds text; expected a number in each row, with a decimal point; choose another "
          + "column, or correct it", .unusableData)
    }
    return values
  }
}

extension Substring {
  fileprivate func trimming(_ isBlank: (Character) -> Bool) -> Substring {
    var rest = drop(while: isBlank)
    while let last = rest.last, isBlank(last) { rest.removeLast() }
    return rest
  }
}
