import Computation

/// The log-likelihood of the Pareto/NBD model with its slopes by r, α, s, β.
///
/// A customer contributes (Schmittlein, Morrison and Colombo 1987; Fader and Hardie 2005, "A note on deriving the
/// Pareto/NBD model", equation 16)
/// ln[Γ(r+x)/Γ(r)] + r ln α + s ln β + ln[(α+T)^−(r+x) (β+T)^−s + s G(x, tₓ) − s G(x, T)],
/// G(x, t) = ∫ₜ^∞ (α+u)^−(r+x) (β+u)^−(s+1) du, see `DepartureIntegral`. Since s G(x, T) is the least of the three
/// terms, nothing is lost in the difference.
struct ParetoLikelihood: Sendable {
  let histories: CollapsedHistories
  let workers: Workers

  private struct MomentTerms {
    let integral: DepartureIntegral
    let logAlpha: Double
    let logBeta: Double
  }

  func callAsFunction(_ parameters: [Double]) -> Slope {
    let (r, alpha, s, beta) = (parameters[0], parameters[1], parameters[2], parameters[3])
    guard DepartureIntegral.converges(r: r, alpha: alpha, s: s, beta: beta) else {
      return Slope(value: -.infinity, gradient: [.nan, .nan, .nan, .nan])
    }
    let moments = histories.moments
    let terms = workers.map(moments.count, chunksOf: 2_048) { range in
      range.map { place in
        let moment = moments[place]
        return MomentTerms(
          integral: DepartureIntegral(
            shape: r + moment.frequency, alpha: alpha, s: s, beta: beta, from: moment.time),
          logAlpha: Logarithm.of(alpha + moment.time), logBeta: Logarithm.of(beta + moment.time))
      }
    }.flatMap { $0 }
    let parts = workers.map(histories.rows.count, chunksOf: 8_192) { part($0, terms, parameters) }
    var sums = [Double](repeating: 0, count: 5)
    for part in parts {
      for index in 0..<5 { sums[index] += part[index] }
    }
    let purchases = histories.logRising(r)
    let count = histories.customers
    let (logAlpha, logBeta) = (Logarithm.of(alpha), Logarithm.of(beta))
    return Slope(
      value: sums[0] + purchases.value + count * (r * logAlpha + s * logBeta),
      gradient: [
        sums[1] + purchases.slope + count * logAlpha, sums[2] + count * r / alpha, sums[3] + count * logBeta,
        sums[4] + count * s / beta,
      ])
  }

  /// Value and slopes of the last logarithm, summed over some rows.
  private func part(_ range: Range<Int>, _ terms: [MomentTerms], _ parameters: [Double]) -> [Double] {
    let (r, alpha, s, beta) = (parameters[0], parameters[1], parameters[2], parameters[3])
    let logS = Logarithm.of(s)
    var (value, byR, byAlpha, byS, byBeta) = (0.0, 0.0, 0.0, 0.0, 0.0)
    for row in histories.rows[range] {
      let end = histories.moments[Int(row.end)]
      let (atLast, atEnd) = (terms[Int(row.last)].integral, terms[Int(row.end)].integral)
      let (logAlpha, logBeta) = (terms[Int(row.end)].logAlpha, terms[Int(row.end)].logBeta)
      let power = r + end.frequency
      // In units of s G(x, tₓ).
      let unit = logS + atLast.logarithm
      let stayed = Exponential.of(-power * logAlpha - s * logBeta - unit)
      let later = Exponential.of(atEnd.logarithm - atLast.logarithm)
      let total = stayed + 1 - later
      let (alive, before, after) = (stayed / total, 1 / total, later / total)
      let weight = row.customers
      value += weight * (unit + Logarithm.of(total))
      byR += weight * (before * atLast.byShape - after * atEnd.byShape - alive * logAlpha)
      byAlpha += weight * (before * atLast.byAlpha - after * atEnd.byAlpha - alive * power / (alpha + end.time))
      byS += weight * (before * atLast.byS - after * atEnd.byS + (before - after) / s - alive * logBeta)
      byBeta += weight * (before * atLast.byBeta - after * atEnd.byBeta - alive * s / (beta + end.time))
    }
    return [value, byR, byAlpha, byS, byBeta]
  }
}
