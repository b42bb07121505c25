import Computation

/// The rows that a method without centres has grouped: a row asked for goes with the nearest of them.
struct LabelledTraining: Sendable, Equatable, Codable {
  /// In canonical order.
  let rows: Matrix
  /// One for each row; −1 in no group.
  let labels: [Int]
  /// How far from each row its group reaches; nil for any distance.
  let reaches: [Double]?

  /// The group of the nearest training row, of equally near ones the first in canonical order; −1 beyond its reach.
  /// O(log n) for each row in few columns, O(n) in many.
  func predict(_ asked: Matrix, on workers: Workers) -> [Int] {
    let tree = KDTree(rows)
    return workers.map(asked.rows, chunksOf: 256) { range in
      asked.values.withUnsafeBufferPointer { values -> [Int] in
        guard let start = values.baseAddress else { return [] }
        return range.map { row in
          guard let nearest = tree.nearest(1, to: start + row * asked.columns).first else { return -1 }
          if let reaches, nearest.distance > reaches[nearest.row] { return -1 }
          return labels[nearest.row]
        }
      }
    }.flatMap { $0 }
  }
}
