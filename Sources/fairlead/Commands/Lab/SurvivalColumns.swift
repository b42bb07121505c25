import Computation

/// Covariates as numbers: a column of numbers as it is, a category as one column of 0 and 1 for each level but the
/// first, by the alphabet, which the others are compared with.
struct SurvivalColumns {
  static let most = 200

  private(set) var names: [String] = []
  /// Column by column, in the order of `names`.
  private var values: [[Double]] = []
  private(set) var dropped: [DroppedColumn]
  private(set) var notes: [String] = []
  /// The table's column behind each.
  private(set) var sources: [String] = []

  /// Over the given rows of the table.
  init(_ table: LabTable, _ wanted: [String], except: [String], rows: [Int]) throws {
    let (places, dropped) = try table.usable(wanted, except: except)
    self.dropped = dropped
    for place in places {
      let name = table.names[place]
      switch table.columns[place] {
      case .numbers(let numbers):
        append(name, from: name, rows.map { numbers[$0] })
      case .levels(let codes, let levels):
        let present = Set(rows.map { codes[$0] }).subtracting([-1]).map { Int($0) }
          .sorted { levels[$0].utf8.lexicographicallyPrecedes(levels[$1].utf8) }
        guard let first = present.first, present.count > 1 else {
          self.dropped.append(DroppedColumn(column: name, reason: "the same value in every row"))
          continue
        }
        notes.append("levels of \(name) are compared with \(levels[first])")
        for level in present.dropFirst() {
          append("\(name)=\(levels[level])", from: name, rows.map { Int(codes[$0]) == level ? 1 : 0 })
        }
      }
      guard names.count <= Self.most else {
        throw Failure(
          "\(table.name): the covariates make more than \(Self.most) columns; expected fewer; group the levels of "
            + "\(name), or leave it out", .unusableData)
      }
    }
    guard !names.isEmpty else {
      throw Failure(
        "\(table.name): no covariate varies among the rows that can be used; expected one; name others", .unusableData)
    }
  }

  private mutating func append(_ name: String, from source: String, _ column: [Double]) {
    names.append(name)
    sources.append(source)
    values.append(column)
  }

  var matrix: Matrix {
    let rows = values.first?.count ?? 0
    var matrix = Matrix(rows: rows, columns: values.count)
    for (column, numbers) in values.enumerated() {
      for row in 0..<rows { matrix[row, column] = numbers[row] }
    }
    return matrix
  }
}
