import Computation
import Modeling

/// Rows for every step: a table with gaps, the numbers alone without, and outcomes of two classes.
struct StepExample: Sendable {
  static let day = Feature("day", unit: .days, missing: .median)
  static let level = Feature("level", unit: .category, missing: .ownLevel)

  enum Made: Equatable {
    case table(FeatureTable)
    case matrix(Matrix)

    var rowCount: Int {
      switch self {
      case .table(let table): table.rowCount
      case .matrix(let matrix): matrix.rows
      }
    }

    /// A table refuses what is not finite.
    var isFinite: Bool {
      switch self {
      case .table: true
      case .matrix(let matrix): matrix.firstNotFinite == nil
      }
    }

    func selecting(_ rows: [Int]) -> Made {
      switch self {
      case .table(let table): .table(table.selecting(rows: rows))
      case .matrix(let matrix): .matrix(matrix.selecting(rows: rows))
      }
    }
  }

  var table: FeatureTable
  var matrix: Matrix
  var outcomes: [Double]
  private let names: [String]

  init(rows count: Int, seed: UInt64, names: [String] = ["a", "b", "c"], width: Int = 3) throws {
    var generator = SeededGenerator(seed: seed)
    let rows = (0..<count).map { _ in
      let shared = generator.normal()
      return (0..<width).map { $0 == 2 ? Exponential.of(shared) : shared + Double($0) * generator.normal() }
    }
    matrix = Matrix(rows)
    outcomes = rows.map { $0[0] + generator.normal() > 0 ? 1 : 0 }
    self.names = names
    table = FeatureTable(rowCount: count)
    for column in 0..<width {
      let gapped = rows.map { generator.chance(0.1) ? nil : $0[column] }
      try table.append(Feature(names[column], unit: .ratio, missing: .mean), .numeric(gapped))
    }
    guard names[0] == "a" else { return }
    try table.append(Self.day, .numeric(rows.map { _ in Double(generator.integer(below: 20_000)) }))
    let words = ["red", "blue shoes", "café", "green", nil]
    try table.append(Self.level, .categorical(rows.map { _ in words[generator.integer(below: 5)] }))
  }

  func selecting(_ rows: [Int]) -> StepExample {
    var selected = self
    selected.table = table.selecting(rows: rows)
    selected.matrix = matrix.selecting(rows: rows)
    selected.outcomes = rows.map { outcomes[$0] }
    return selected
  }

  /// Every number but the days, by its row.
  func replacingNumbers(_ value: (Int) -> Double) throws -> StepExample {
    var replaced = self
    for row in 0..<matrix.rows {
      for column in 0..<matrix.columns { replaced.matrix[row, column] = value(row) }
    }
    replaced.table = FeatureTable(rowCount: table.rowCount)
    for feature in table.features {
      guard let column = table[feature] else { continue }
      if case .numeric(let values) = column, feature != Self.day {
        let numbers = values.enumerated().map { row, old in old.map { _ in value(row) } }
        try replaced.table.append(feature, .numeric(numbers))
      } else {
        try replaced.table.append(feature, column)
      }
    }
    return replaced
  }
}
