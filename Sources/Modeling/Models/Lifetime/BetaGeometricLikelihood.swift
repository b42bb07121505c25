import Computation

/// The log-likelihood of the BG/NBD and MBG/NBD models with its slopes by r, α, a, b.
///
/// With q = x − 1 for BG/NBD and x for MBG/NBD, customers contribute (Fader, Hardie and Lee 2005, equation 6; Batislam,
/// Denizel and Filiztekin 2007, equation 6)
/// ln[Γ(r+x)/Γ(r)] + r ln α + ln[B(a, b+q+1)/B(a, b)] + ln[(α+T)^−(r+x) + (a/(b+q)) (α+tₓ)^−(r+x)],
/// where BG/NBD leaves out the last term for customers who bought once.
struct BetaGeometricLikelihood: Sendable {
  let histories: CollapsedHistories
  let dropout: BetaGeometricNBD.Dropout
  let workers: Workers

  private struct MomentTerms {
    let logarithm: Double
    let inverse: Double
  }

  func callAsFunction(_ parameters: [Double]) -> Slope {
    let (r, alpha, a, b) = (parameters[0], parameters[1], parameters[2], parameters[3])
    let more = dropout == .afterAnyPurchase ? 1 : 0
    let moments = histories.moments
    let terms = workers.map(moments.count, chunksOf: 8_192) { range in
      range.map { place in
        let sum = alpha + moments[place].time
        return MomentTerms(logarithm: Logarithm.of(sum), inverse: 1 / sum)
      }
    }.flatMap { $0 }
    let parts = workers.map(histories.rows.count, chunksOf: 8_192) { range in
      part(range, terms, r: r, a: a, b: b)
    }
    var sums = [Double](repeating: 0, count: 5)
    for part in parts {
      for index in 0..<5 { sums[index] += part[index] }
    }
    let purchases = histories.logRising(r)
    let kept = histories.logRising(b, more: more)
    let asked = histories.logRising(a + b, more: more)
    let count = histories.customers
    return Slope(
      value: sums[0] + purchases.value + count * r * Logarithm.of(alpha) + kept.value - asked.value,
      gradient: [
        sums[1] + purchases.slope + count * Logarithm.of(alpha), sums[2] + count * r / alpha,
        sums[3] / a - asked.slope, sums[4] + kept.slope - asked.slope,
      ])
  }

  /// Value and slopes of the last logarithm, summed over some rows; the slope in a times a.
  private func part(_ range: Range<Int>, _ terms: [MomentTerms], r: Double, a: Double, b: Double) -> [Double] {
    var (value, byR, byAlpha, byA, byB) = (0.0, 0.0, 0.0, 0.0, 0.0)
    let offset = dropout == .afterAnyPurchase ? b : b - 1
    for row in histories.rows[range] {
      let x = histories.moments[Int(row.last)].frequency
      let (last, end) = (terms[Int(row.last)], terms[Int(row.end)])
      let weight = row.customers
      if x == 0, dropout == .afterRepeatPurchase {
        value -= weight * r * end.logarithm
        byR -= weight * end.logarithm
        byAlpha -= weight * r * end.inverse
        continue
      }
      let power = r + x
      let gap = end.logarithm - last.logarithm
      let stayed = Exponential.of(-power * gap)
      let left = a / (offset + x)
      let total = stayed + left
      let alive = stayed / total
      value += weight * (Logarithm.of(total) - power * last.logarithm)
      byR -= weight * (last.logarithm + alive * gap)
      byAlpha -= weight * power * (last.inverse + alive * (end.inverse - last.inverse))
      byA += weight * (1 - alive)
      byB -= weight * (1 - alive) / (offset + x)
    }
    return [value, byR, byAlpha, byA, byB]
  }
}
