import Foundation

/// What `lab survive` says. Durations are in the table's unit.
struct SurviveResult: Encodable {
  struct Point: Encodable {
    let time: Double
    let atRisk: Int
    let events: Int
    let censored: Int
    /// The share to whom the event has not come by then, with its 95 % interval; null where there is none.
    let survival: Double
    let low: Double?
    let high: Double?
    /// Nelson–Aalen's cumulative hazard.
    let hazard: Double
  }

  struct Curve: Encodable {
    let rows: Int
    let events: Int
    /// Null where fewer than half had the event.
    let median: Double?
    /// Up to the longest duration of all, with its standard error.
    let restrictedMean: Double
    let restrictedMeanError: Double
    let curve: [Point]
  }

  struct Group: Encodable {
    let group: String
    let survival: Curve
  }

  struct Comparison: Encodable {
    let column: String
    let groups: [Group]
    /// The log-rank test that all groups share one curve; null where it cannot be made.
    let chiSquare: Double?
    let degreesOfFreedom: Int?
    let pValue: Double?
  }

  struct Coefficient: Encodable {
    let name: String
    let coefficient: Double
    let standardError: Double
    /// For one unit more; null where it is beyond all numbers, because a unit is far more than any difference.
    let hazardRatio: Double?
    /// 95 % interval of the hazard ratio, each end null as above.
    let low: Double?
    let high: Double?
    let pValue: Double
  }

  let duration: String
  let event: String
  let positive: String
  let rows: Int
  let events: Int
  let median: Double?
  let restrictedMean: Double
  let restrictedMeanError: Double
  let longest: Double
  let curve: [Point]
  let comparisons: [Comparison]
  let ties: String
  let coefficients: [Coefficient]
  /// Harrell's, on the rows that were learned from; null without covariates.
  let concordance: Double?
  let logLikelihood: Double?
  let nullLogLikelihood: Double?
  let dropped: [DroppedColumn]
  let notes: [String]

  var text: String {
    func short(_ number: Double) -> String { String(format: "%.4g", number) }
    func short(_ ratio: Double?) -> String { ratio.map { short($0) } ?? "beyond all numbers" }
    func percent(_ share: Double) -> String { String(format: "%.1f %%", 100 * share) }
    func half(_ median: Double?, _ last: Point?) -> String {
      if let median { return "half by \(short(median))" }
      return "fewer than half by \(short(last?.time ?? 0)), where \(percent(last?.survival ?? 1)) are left"
    }
    var all = ["\(event) = \(positive) came to \(events) of \(rows): \(half(median, curve.last))"]
    all.append(
      "  mean up to \(short(longest))  \(short(restrictedMean)) (standard error \(short(restrictedMeanError)))")
    all.append("  \(duration)    left    95 % interval       watched")
    let step = max(1, curve.count / 12)
    for index in stride(from: 0, to: curve.count, by: step) {
      let point = curve[index]
      let range = point.low.flatMap { low in point.high.map { "\(percent(low)) to \(percent($0))" } } ?? "none"
      all.append("  \(short(point.time))    \(percent(point.survival))    \(range)    \(point.atRisk)")
    }
    for comparison in comparisons {
      let verdict = comparison.pValue.map { String(format: "log-rank p = %.3g", $0) } ?? "not compared"
      all.append("by \(comparison.column): \(verdict)")
      for group in comparison.groups {
        let curve = group.survival
        all.append("  \(group.group)  n \(curve.rows), \(curve.events) events: \(half(curve.median, curve.curve.last))")
      }
    }
    if let concordance {
      all.append("what hastens it (hazard ratio above 1) or delays it, ties after \(ties)")
      for item in coefficients {
        let (ratio, low, high) = (short(item.hazardRatio), short(item.low), short(item.high))
        all.append(
          "  \(item.name)  \(ratio) (95 %: \(low) to \(high)), "
            + String(format: "p = %.3g", item.pValue))
      }
      all.append(
        "  concordance \(String(format: "%.4f", concordance)) on the rows learned from, n \(rows) "
          + "(0.5 is chance: no covariates)")
    }
    for column in dropped { all.append("  left out  \(column.column): \(column.reason)") }
    for note in notes { all.append("  note  \(note)") }
    return all.joined(separator: "\n")
  }
}
