import Charting
import Computation
import Modeling
import Reporting

/// What is drawn of scores beside outcomes.
struct ScoreFigures {
  let scored: ScoredOutcomes
  /// What the score is of: `won = yes`.
  let event: String

  /// Points of the gains curve.
  private static let steps = 50

  func reliability(_ generator: SeededGenerator, on workers: Workers) throws -> (chart: ReliabilityDiagram, holds: Bool)
  {
    let search = ConsistencyBand()
    let band = try search.measure(scored, using: generator, on: workers)
    let blocks = try ReliabilityCurve(scored).blocks
    var counts = [Int](repeating: 0, count: 20)
    for score in scored.scores { counts[min(Int(score * 20), 19)] += 1 }
    let level = ValueFormat.share.text(search.pointwiseLevel)
    let chart = ReliabilityDiagram(
      head: FigureHead(
        id: "reliability",
        title: band.holds ? "The line stays inside its band" : "The line leaves its band, so the levels are off",
        subtitle: "Share of rows with \(event), by score. Below: rows by score.", name: "Observed share by score",
        note: "Neighbours are pooled until the line never falls. The band holds \(level) of lines of a right score."),
      headings: (score: "Score from", to: "Score to", observed: "With the event", count: "Rows"),
      steps: blocks.map {
        ReliabilityDiagram.Step(from: $0.low, to: $0.high, observed: $0.mean, count: Int($0.weight))
      },
      band: band.points.map {
        ReliabilityDiagram.BandPoint($0.score, low: $0.pointwise.lower, high: $0.pointwise.upper)
      }, counts: counts, lineLabel: "What happened", bandLabel: "Where the line would run if each score were right",
      diagonalLabel: "Score = outcome")
    return (chart, band.holds)
  }

  /// Shares of all rows and of the rows with the event, highest scores first; none where there is no event.
  var gains: [(contacted: Double, reached: Double)] {
    guard let curve = try? CumulativeGains(scored) else { return [] }
    return (0...Self.steps).map { step in
      let share = Double(step) / Double(Self.steps)
      return (share, curve.reached(taking: share))
    }
  }

  var gainsCurve: GainsCurve {
    let points = gains.map { GainsCurve.Point($0.contacted, $0.reached) }
    let tenth = points.isEmpty ? nil : points[Self.steps / 10]
    let text = tenth.map {
      "\(ValueFormat.share.text($0.contacted)) of rows, \(ValueFormat.share.text($0.reached)) reached"
    }
    return GainsCurve(
      head: FigureHead(
        id: "gains", title: "How many are reached by taking the highest scores first",
        subtitle: "Share of the rows with \(event) that are reached, by share of rows taken.", name: "By score"),
      contactedHeading: "Rows taken", reachedHeading: "With the event, reached", points: points, cutOff: tenth,
      cutOffLabel: text ?? "")
  }

  /// `The tenth of rows with the highest scores holds 29% of …`; nothing where no row has the event.
  var gainsSentence: String? {
    guard !gains.isEmpty else { return nil }
    let tenth = gains[Self.steps / 10]
    return "The \(ValueFormat.share.text(tenth.contacted)) of rows with the highest scores hold "
      + "\(ValueFormat.share.text(tenth.reached)) of those with \(event)."
  }
}
