enum SquaredDistance {
  /// Σ (a − b)² over the columns in their order.
  @inline(__always)
  static func between(_ a: UnsafePointer<Double>, _ b: UnsafePointer<Double>, columns: Int) -> Double {
    var square = 0.0
    for column in 0..<columns {
      let difference = a[column] - b[column]
      square += difference * difference
    }
    return square
  }
}
