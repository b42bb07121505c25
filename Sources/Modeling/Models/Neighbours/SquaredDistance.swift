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

  /// The same with sums over every fourth column first, which need not wait for each other.
  @inline(__always)
  static func inLanes(_ a: UnsafePointer<Double>, _ b: UnsafePointer<Double>, columns: Int) -> Double {
    var squares = SIMD4<Double>.zero
    var column = 0
    while column &+ 4 <= columns {
      let left = UnsafeRawPointer(a + column).loadUnaligned(as: SIMD4<Double>.self)
      let right = UnsafeRawPointer(b + column).loadUnaligned(as: SIMD4<Double>.self)
      squares += (left - right) * (left - right)
      column &+= 4
    }
    return between(a + column, b + column, columns: columns &- column)
      + ((squares.x + squares.y) + (squares.z + squares.w))
  }
}
