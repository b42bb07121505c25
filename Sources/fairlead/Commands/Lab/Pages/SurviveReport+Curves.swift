import Charting
import Reporting

extension SurviveReport {
  /// Steps beyond so many are thinned out evenly; the eye does not miss them.
  private static let mostSteps = 120
  private static let mostGroups = 8

  /// Who is still there as time goes on: all rows, and each group of the first comparison, on axes of their own.
  var curves: ResponseCurves {
    var words = ChartWords.english
    words.spentSoFar = "Still there, with its 95% interval"
    let groups = result.comparisons.first.map { Array($0.groups.prefix(Self.mostGroups)) } ?? []
    let column = result.comparisons.first.map { LabReport.shown($0.column) } ?? ""
    return ResponseCurves(
      head: FigureHead(
        id: "curve", title: headline, subtitle: "Share still there by \(duration). The band is the 95% interval.",
        name: "Still there by \(duration)"),
      channelHeading: "Rows", spendHeading: duration, responseHeading: "Still there",
      panels: [panel("All rows", rows: result.rows, result.median, result.curve)]
        + groups.map { group in
          panel(
            "\(column): \(LabReport.shown(group.group))", rows: group.survival.rows, group.survival.median,
            group.survival.curve)
        }, spendFormat: .amount, responseFormat: .share, words: words)
  }

  private func panel(
    _ name: String, rows: Int, _ median: Double?, _ curve: [SurviveResult.Point]
  ) -> ResponseCurves.Panel {
    let half = median.map { ", half gone by \(ValueFormat.amount.text($0))" } ?? ""
    return ResponseCurves.Panel(
      name, action: "n = \(ValueFormat.rows.text(rows))\(half)", points: Self.staircase(curve),
      mostSpent: curve.last?.time ?? 0)
  }

  /// From all at 0, level up to each step and down it.
  static func staircase(_ curve: [SurviveResult.Point]) -> [ResponseCurves.Point] {
    let shown =
      curve.count > mostSteps ? (1...mostSteps).map { curve[$0 * curve.count / mostSteps - 1] } : curve
    var level = Estimate(1, low: 1, high: 1)
    var points = [ResponseCurves.Point(0, level)]
    for step in shown {
      if step.time > 0 { points.append(ResponseCurves.Point(step.time, level)) }
      level = Estimate(step.survival, low: step.low, high: step.high)
      points.append(ResponseCurves.Point(step.time, level))
    }
    return points
  }
}
