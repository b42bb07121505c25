import Computation

/// Sums over a list in its order, with the mean corrected once for the rounding of its own sum.
enum Moments {
  /// The mean of each column in the order of rows; exactly its value where a column has one only.
  static func centre(of rows: Matrix) -> [Double] {
    (0..<rows.columns).map { column in
      let values = rows.column(column)
      return values.allSatisfy { $0 == values[0] } ? values[0] : mean(values)
    }
  }

  static func mean(_ values: [Double]) -> Double {
    let count = Double(values.count)
    var sum = 0.0
    for value in values { sum += value }
    let first = sum / count
    var correction = 0.0
    for value in values { correction += value - first }
    return first + correction / count
  }

  /// Population variance (divisor n).
  static func variance(_ values: [Double], about mean: Double) -> Double {
    var sum = 0.0
    for value in values { sum += (value - mean) * (value - mean) }
    return sum / Double(values.count)
  }

  /// The middle value, or the mean of the two middle ones. Requires sorted values, at least one.
  static func median(sorted values: [Double]) -> Double {
    let middle = values.count / 2
    if values.count % 2 == 1 { return values[middle] }
    return values[middle - 1] + (values[middle] - values[middle - 1]) / 2
  }
}
