import Computation
import Modeling

/// The rows that are grouped: numbers scaled as asked, then a column of 0 and 1 for each level of the categories.
struct SegmentRows {
  let names: [String]
  let scaled: Matrix
  let dropped: [DroppedColumn]
  /// Columns of the table behind the first columns of `scaled`.
  let numberPlaces: [Int]
  private let shifts: [Double]
  private let factors: [Double]

  init(_ table: LabTable, features: [String]?, scale: LabSegment.Scale, numbersOnly: Bool) throws {
    var (places, dropped) = try table.usable(features, except: [])
    var numbers: [Int] = []
    var categories: [Int] = []
    for place in places {
      if case .numbers = table.columns[place] { numbers.append(place) } else { categories.append(place) }
    }
    if numbersOnly {
      dropped += categories.map { DroppedColumn(column: table.names[$0], reason: "a category; mixtures take numbers") }
      categories = []
    }
    places = numbers + categories
    guard !places.isEmpty else {
      throw Failure(
        "\(table.name): found categories only; expected a column of numbers; use --model kmeans", .unusableData)
    }
    for place in places {
      guard let row = table.firstBlank(in: place) else { continue }
      throw Failure(
        "\(table.name): \(table.names[place]), data row \(row) (from 0): found no value; expected one in every row; "
          + "fill it, or leave the column out with --features", .unusableData)
    }
    self.dropped = dropped
    numberPlaces = numbers
    var names = numbers.map { table.names[$0] }
    var matrix = Matrix(rows: table.rowCount, columns: numbers.count)
    for (column, place) in numbers.enumerated() {
      guard case .numbers(let values) = table.columns[place] else { continue }
      for row in values.indices { matrix[row, column] = values[row] }
    }
    (shifts, factors) = try Self.scaling(matrix, scale)
    for column in 0..<numbers.count {
      for row in 0..<table.rowCount { matrix[row, column] = (matrix[row, column] - shifts[column]) / factors[column] }
    }
    if !categories.isEmpty {
      // The levels are 0 and 1 and stay so: scaled, a rare level would outweigh everything else.
      let encoder = try TableEncoder(standardises: false).fit(try table.featureTable(categories))
      matrix = matrix.joined(with: try encoder.transform(try table.featureTable(categories)))
      names += encoder.sources.map { source in
        if case .named(let level) = source.level { "\(source.feature.name)=\(level)" } else { source.feature.name }
      }
    }
    if let place = matrix.firstNotFinite {
      throw Failure(
        "\(table.name): \(names[place.column]): found numbers too far apart to compare; expected less than 150 powers of "
          + "ten between them; rescale the column", .unusableData)
    }
    self.names = names
    scaled = matrix
  }

  private static func scaling(_ rows: Matrix, _ scale: LabSegment.Scale) throws -> ([Double], [Double]) {
    guard rows.columns > 0 else { return ([], []) }
    switch scale {
    case .none:
      return ([Double](repeating: 0, count: rows.columns), [Double](repeating: 1, count: rows.columns))
    case .standard:
      let fitted = try Standardiser().fit(rows)
      return (fitted.means, fitted.deviations)
    case .robust:
      let fitted = try RobustScaler().fit(rows)
      return (fitted.medians, fitted.spreads)
    }
  }

  /// The table's units into those of `scaled`, and back. Columns of levels have but one unit.
  func scaling(_ row: [Double]) -> [Double] {
    row.enumerated().map { $0 < shifts.count ? ($1 - shifts[$0]) / factors[$0] : $1 }
  }

  func original(_ row: some Collection<Double>) -> [Double] {
    row.enumerated().map { $0 < shifts.count ? $1 * factors[$0] + shifts[$0] : $1 }
  }
}

extension LabTable {
  func firstBlank(in place: Int) -> Int? {
    switch columns[place] {
    case .numbers(let values): values.firstIndex { $0.isNaN }
    case .levels(let codes, _): codes.firstIndex(of: -1)
    }
  }
}
