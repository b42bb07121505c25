import Foundation
import Ingestion
import Vocabulary

extension LabTable {
  /// The first table of a file. Columns in `asText` are categories whatever stands in them. What is a number is decided
  /// by the whole column: one that changes its mind half-way is read a second time. Where columns are `wanted` the others
  /// are passed over: nothing that stands in them is looked at.
  static func read(
    _ path: String, noHeader: Bool = false, asText: Set<String> = [], wanted: [String]? = nil
  ) throws -> LabTable {
    do {
      let exports = try ExportOpener.open(path: path, options: ReadOptions())
      guard let export = exports.first else { throw IngestionError.empty(file: path) }
      var texts = asText
      while true {
        let pass = try Pass(export, noHeader: noHeader, asText: texts, wanted: wanted.map { Set($0) })
        let mixed = try pass.mixedColumns()
        if mixed.isEmpty { return try pass.table() }
        texts.formUnion(mixed)
      }
    } catch let error as IngestionError {
      throw Failure(error.description, .unusableData)
    }
  }

  /// One reading of the file from its first row to its last.
  private struct Pass {
    let name: String
    let asText: Set<String>
    let wanted: Set<String>?
    /// Of all columns of the file.
    var header: [String] = []
    /// Of those that are read, and where they stand.
    var names: [String] = []
    var places: [Int] = []
    var builders: [LabColumnBuilder] = []
    var rows = 0

    init(_ export: Export, noHeader: Bool, asText: Set<String>, wanted: Set<String>?) throws {
      name = export.displayName
      self.asText = asText
      self.wanted = wanted
      var pass = self
      let summary = try export.rawRows { cells in
        if pass.header.isEmpty {
          try pass.begin(cells, noHeader: noHeader)
          if !noHeader { return }
        }
        try pass.take(cells)
      }
      (header, names, places) = (pass.header, pass.names, pass.places)
      (builders, rows) = (pass.builders, pass.rows)
      if let problem = summary.problems.first {
        throw Failure(
          "\(name):\(problem.line): found \(problem.found); expected \(problem.expected); correct the row "
            + "(\(summary.rowsRejected) such)", .unusableData)
      }
      guard rows > 0 else {
        throw Failure("\(name): found no rows; expected at least one below the header; export again", .unusableData)
      }
    }

    mutating func begin(_ cells: [String], noHeader: Bool) throws {
      header = cells.enumerated().map { index, cell in
        let title = cell.trimmingCharacters(in: .whitespacesAndNewlines)
        return noHeader || title.isEmpty ? "c\(index + 1)" : title
      }
      places = header.indices.filter { wanted?.contains(header[$0]) ?? true }
      names = places.map { header[$0] }
      var seen: Set<String> = []
      for name in names where !seen.insert(name).inserted {
        throw Failure(
          "\(self.name): two columns are called \(name); expected each name once; rename one", .unusableData)
      }
      builders = names.map { LabColumnBuilder(isText: asText.contains($0)) }
    }

    mutating func take(_ cells: [String]) throws {
      for (index, place) in places.enumerated() {
        guard let problem = builders[index].take(cells[place], row: rows) else { continue }
        throw Failure(
          "\(name): \(names[index]), data row \(rows) (from 0): found \(problem); expected a finite number below 1e150; "
            + "correct the cell or leave the column out with --features", .unusableData)
      }
      rows += 1
    }

    /// Columns that began as numbers and hold text too.
    func mixedColumns() throws -> [String] {
      var mixed: [String] = []
      for (name, builder) in zip(names, builders) {
        if !asText.contains(name), let row = builder.loneText {
          throw Failure(
            "\(self.name): \(name), data row \(row) (from 0): found text in a column of numbers; expected a number with "
              + "a decimal point, or a blank cell; correct the cell (\(builder.textCount) such)", .unusableData)
        }
        if builder.isMixed { mixed.append(name) }
      }
      return mixed
    }

    func table() throws -> LabTable {
      LabTable(name: name, header: header, names: names, columns: builders.map(\.column), rowCount: rows)
    }
  }
}
