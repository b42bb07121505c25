import Computation

/// Fills each missing number with the mean of its column over the k nearest training rows that have one (KNNimpute of
/// Troyanskaya et al. 2001, "Missing value estimation methods for DNA microarrays").
///
/// Distance of two rows: √(d / s · Σ (x − y)²) over the s of d numeric columns that both have. Columns have to be in
/// comparable units. Of rows at one distance the earlier in canonical order counts. A row that shares no column with any
/// that could give is filled with the column's mean. Categorical columns are left alone.
/// Stores the training rows: O(n · d) memory, O(n · d) for each row with a gap.
/// No inverse: where the gaps were is not kept.
package struct NeighbourImputer: Step, Equatable {
  package enum Weighting: String, Sendable, Codable {
    case uniform
    /// In proportion to 1 / distance; rows at distance 0 alone count where there are any.
    case distance
  }

  package let neighbours: Int
  package let weighting: Weighting
  /// The numeric features that are filled and compared; all of the table where nil.
  package let features: [Feature]?

  package init(neighbours: Int = 5, weighting: Weighting = .uniform, features: [Feature]? = nil) {
    self.neighbours = neighbours
    self.weighting = weighting
    self.features = features
  }

  /// Throws `hyperparameter`, `noRows`, and `nothingToImpute` for a column without a value.
  package func fit(_ table: FeatureTable) throws(FitProblem) -> Fitted {
    try Guard.positive(neighbours, "neighbours", model: Fitted.name)
    let rows = try GappedRows(table, try table.numeric(features, model: Fitted.name)).canonical
    let means = try rows.present().map { Moments.mean($0) }
    try Guard.notOverflown(means, model: Fitted.name)
    return Fitted(
      features: rows.features, columns: rows.columns, means: means, neighbours: neighbours, weighting: weighting)
  }

  package struct Fitted: FittedStep {
    package static let name = "NeighbourImputer"
    package static let version = 1

    package let features: [Feature]
    /// The training values, column by column.
    let columns: [[Double?]]
    package let means: [Double]
    package let neighbours: Int
    package let weighting: Weighting

    /// The table without gaps in its numeric columns. Throws `columnTooLarge` where squared distances overflow.
    package func transform(_ table: FeatureTable) throws(FitProblem) -> FeatureTable {
      var rows = try GappedRows(table, features)
      let training = GappedRows(features, columns).values
      for row in 0..<rows.values.rows {
        let own = Array(rows.values.row(row))
        guard own.contains(where: \.isNaN) else { continue }
        let squares = squares(from: own, to: training)
        if let column = squares.contains(.infinity) ? own.firstIndex(where: { !$0.isNaN }) : nil {
          throw .columnTooLarge(model: Self.name, column: column)
        }
        for column in own.indices where own[column].isNaN {
          rows.values[row, column] = filling(column, squares, training)
        }
      }
      return try rows.filling(table, model: Self.name)
    }

    /// Squared distances to the training rows; NaN where no column is shared.
    private func squares(from own: [Double], to training: Matrix) -> [Double] {
      let width = own.count
      return training.values.withUnsafeBufferPointer { values in
        (0..<training.rows).map { row in
          var sum = 0.0
          var shared = 0.0
          for column in 0..<width {
            let difference = values[row * width + column] - own[column]
            if !difference.isNaN {
              sum += difference * difference
              shared += 1
            }
          }
          return shared > 0 ? sum * (Double(width) / shared) : .nan
        }
      }
    }

    private func filling(_ column: Int, _ squares: [Double], _ training: Matrix) -> Double {
      var nearest: [(square: Double, row: Int)] = []
      for row in squares.indices where !squares[row].isNaN && !training[row, column].isNaN {
        if nearest.count == neighbours {
          guard squares[row] < nearest[neighbours - 1].square else { continue }
          nearest.removeLast()
        }
        var place = nearest.count
        while place > 0, nearest[place - 1].square > squares[row] { place -= 1 }
        nearest.insert((squares[row], row), at: place)
      }
      guard let closest = nearest.first else { return means[column] }
      var sum = 0.0
      var weights = 0.0
      for (square, row) in nearest {
        let weight: Double =
          switch weighting {
          case .uniform: 1
          case .distance: closest.square == 0 ? (square == 0 ? 1 : 0) : (closest.square / square).squareRoot()
          }
        sum += weight * training[row, column]
        weights += weight
      }
      return sum / weights
    }
  }
}
