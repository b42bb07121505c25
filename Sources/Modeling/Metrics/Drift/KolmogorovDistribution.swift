import Computation

/// The distribution of the largest distance between n uniform values' distribution function and the true one.
///
/// The upper tail is twice the one-sided one (Birnbaum and Tingey 1951), which is exact from 1/2 on and, from n x² =
/// 2.2 on, too large by less than 1e-7 of itself; below, up to n = 140, and up to n = 500 where n x^1.5 ≤ 1.4, by
/// Durbin's matrix (Marsaglia, Tsang and Wang 2003), and beyond by the series of Pelz and Good 1976 (the choice is that of
/// Simard and L'Ecuyer 2011). The tail is within 1e-6 of scipy's; the series is off by up to 3e-5 just above n = 140.
struct KolmogorovDistribution: Sendable {
  let count: Int

  /// P(D ≥ x). O(n), up to n = 500 O(n^1.5 log n).
  func tail(_ x: Double) -> Double {
    let n = Double(count)
    if x <= 0.5 / n { return 1 }
    if x >= 1 { return 0 }
    let square = n * x * x
    if square >= 370 { return 0 }
    if x >= 0.5 || square >= (count <= 140 ? 4 : 2.2) { return min(1, 2 * oneSided(x)) }
    let isExact = count <= 140 || (count <= 500 && n * x * x.squareRoot() <= 1.4)
    return min(max(1 - (isExact ? durbin(x) : pelzGood(x)), 0), 1)
  }

  /// x Σ C(n, j) (x + j/n)^(j−1) (1 − x − j/n)^(n−j) over j up to n (1 − x): all terms are positive.
  private func oneSided(_ x: Double) -> Double {
    let n = Double(count)
    let all = LogGamma.of(n + 1)
    var sum = 0.0
    for j in 0...Int(n * (1 - x)) {
      let k = Double(j)
      let rest = 1 - x - k / n
      if rest <= 0 { continue }
      let choices = all - LogGamma.of(k + 1) - LogGamma.of(n - k + 1)
      sum += Exponential.of(
        choices + (k - 1) * Logarithm.of(x + k / n) + (n - k) * Logarithm.of(rest))
    }
    return x * sum
  }

  /// P(D < x) as the middle element of a matrix to the power n.
  private func durbin(_ x: Double) -> Double {
    let n = Double(count)
    let k = Int(n * x) + 1
    let size = 2 * k - 1
    let h = Double(k) - n * x
    var matrix = Matrix(rows: size, columns: size)
    for i in 0..<size { for j in 0..<size where i - j + 1 >= 0 { matrix[i, j] = 1 } }
    var power = 1.0
    for i in 0..<size {
      power *= h
      matrix[i, 0] -= power
      matrix[size - 1, size - 1 - i] -= power
    }
    if 2 * h > 1 { matrix[size - 1, 0] += Exponential.power(2 * h - 1, Double(size)) }
    for i in 0..<size {
      for j in 0..<size where i - j + 1 > 0 {
        for g in 1...(i - j + 1) { matrix[i, j] /= Double(g) }
      }
    }
    var (result, square, left) = (Matrix.identity(size), matrix, count)
    // Divided by n at each step of n! / nⁿ: neither overflows.
    while left > 0 {
      if left & 1 == 1 { result = product(result, square) }
      square = product(square, square)
      left >>= 1
    }
    var middle = result[k - 1, k - 1]
    for i in 1...count { middle *= Double(i) / n }
    return middle
  }

  private func product(_ a: Matrix, _ b: Matrix) -> Matrix {
    var product = Matrix(rows: a.rows, columns: b.columns)
    for i in 0..<a.rows {
      for k in 0..<a.columns where a[i, k] != 0 {
        for j in 0..<b.columns { product[i, j] += a[i, k] * b[k, j] }
      }
    }
    return product
  }

  /// The first four terms of the expansion in 1/√n, with z = x √n (their equations 6 to 9).
  private func pelzGood(_ x: Double) -> Double {
    let n = Double(count)
    let z = x * n.squareRoot()
    let (z2, z3) = (z * z, z * z * z)
    let (z4, z6) = (z2 * z2, z3 * z3)
    let pi2 = 9.869604401089358
    let pi4 = pi2 * pi2
    let step = pi2 / (2 * z2)
    var terms = SIMD4<Double>.zero
    var (extra2, extra3) = (0.0, 0.0)
    for index in 0..<40 {
      let odd = (Double(index) + 0.5) * (Double(index) + 0.5)
      let whole = Double(index) * Double(index)
      let third = pi4 * odd * odd * (pi2 * odd * (5 - 30 * z2) - 60 * z2 + 212 * z4)
      let values = SIMD4<Double>(
        1, pi2 * odd - z2, 6 * z6 + 2 * z4 + pi2 * (2 * z4 - 5 * z2) * odd + pi4 * (1 - 2 * z2) * odd * odd,
        third + pi2 * odd * (135 * z4 - 96 * z6) - 30 * z6 - 90 * z4 * z4)
      terms += Exponential.of(-odd * step) * values
      let factor = whole * Exponential.of(-whole * step)
      extra2 += factor
      extra3 += (3 * z2 - pi2 * whole) * factor
    }
    var sum = terms[0] / z
    sum += terms[1] / (6 * z4) / n.squareRoot()
    sum += (terms[2] / (72 * z4 * z3) - extra2 * pi2 / (36 * z3)) / n
    sum += (terms[3] / (6_480 * z4 * z6) + extra3 * pi2 / (216 * z6)) / (n * n.squareRoot())
    return sum * 2.5066282746310002
  }
}
