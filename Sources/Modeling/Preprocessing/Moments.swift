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
    return values[middle - 1] / 2 + values[middle] / 2
  }

  /// The most frequent value, the least of several. Requires sorted values, at least one.
  static func mode<Value: Equatable>(sorted values: [Value]) -> Value {
    var best = values[0]
    var longest = 0
    var run = 0
    for index in values.indices {
      run = index > 0 && values[index] == values[index - 1] ? run + 1 : 1
      if run > longest { (best, longest) = (values[index], run) }
    }
    return best
  }
}
