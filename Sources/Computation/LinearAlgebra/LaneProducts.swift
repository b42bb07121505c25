/// Sums of products of columns that lie in vectors of four, several at once, so that what is read is used more than once.
package enum LaneProducts {
  /// a·c, a·d, b·c and b·d for columns a, b at `left` and c, d at `right`, each of `groups` vectors.
  package static func square(
    _ left: UnsafePointer<SIMD4<Double>>, _ right: UnsafePointer<SIMD4<Double>>, _ groups: Int
  ) -> SIMD4<Double> {
    var (ac, ad, bc, bd) = (SIMD4<Double>.zero, SIMD4<Double>.zero, SIMD4<Double>.zero, SIMD4<Double>.zero)
    for group in 0..<groups {
      let (a, b) = (left[group], left[groups &+ group])
      let (c, d) = (right[group], right[groups &+ group])
      ac += a * c
      ad += a * d
      bc += b * c
      bd += b * d
    }
    return SIMD4(ac.sum(), ad.sum(), bc.sum(), bd.sum())
  }

  /// a·b and a·c.
  @inline(__always)
  package static func pair(
    _ a: UnsafePointer<SIMD4<Double>>, _ b: UnsafePointer<SIMD4<Double>>, _ c: UnsafePointer<SIMD4<Double>>,
    _ groups: Int
  ) -> (Double, Double) {
    var (ab, ac) = (SIMD4<Double>.zero, SIMD4<Double>.zero)
    for group in 0..<groups {
      ab += a[group] * b[group]
      ac += a[group] * c[group]
    }
    return (ab.sum(), ac.sum())
  }

  /// Adds Σ_i w_i x_i to a column, for columns x one after the other and weights `stride` apart.
  package static func add(
    _ columns: UnsafePointer<SIMD4<Double>>, count: Int, weights: UnsafePointer<Double>, stride: Int,
    to sums: UnsafeMutablePointer<SIMD4<Double>>, _ groups: Int
  ) {
    var column = 0
    while column + 4 <= count {
      let start = columns + column * groups
      let (w0, w1) = (weights[column * stride], weights[(column + 1) * stride])
      let (w2, w3) = (weights[(column + 2) * stride], weights[(column + 3) * stride])
      for group in 0..<groups {
        var sum = sums[group] + w0 * start[group]
        sum += w1 * start[groups &+ group]
        sum += w2 * start[2 &* groups &+ group]
        sums[group] = sum + w3 * start[3 &* groups &+ group]
      }
      column += 4
    }
    while column < count {
      let (start, weight) = (columns + column * groups, weights[column * stride])
      for group in 0..<groups { sums[group] += weight * start[group] }
      column += 1
    }
  }
}
