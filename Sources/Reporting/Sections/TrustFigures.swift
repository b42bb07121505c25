import Analysis
import Charting
import Vocabulary

/// The reliability diagram, what its error is made of, and the score by group.
enum TrustFigures {
  static func reliability(_ trust: Trust) throws(ReportingError) -> (CardView, DataFile) {
    let found = trust.reliability
    let level = Quantity.share.text(found.bandLevel)
    let figure = try Edition.draw(
      ReliabilityDiagram(
        head: FigureHead(
          id: "fig-reliability",
          title: found.bandHoldsDiagonal
            ? "The line stays inside its band" : "The line leaves its band, so the levels are off",
          subtitle: "Share who left within \(trust.horizonDays) days, against the score. Below: customers by score.",
          name: "Observed share of leavers by score",
          note: "Neighbours are pooled until the line never falls. The band holds \(level) of lines of a right score."),
        headings: (score: "Score from", to: "Score to", observed: "Left", count: "Customers"),
        steps: steps(found.points),
        band: found.points.map { ReliabilityDiagram.BandPoint($0.score, low: $0.low, high: $0.high) },
        counts: found.countsByTwentieth, lineLabel: "What happened",
        bandLabel: "Where the line would run if each score were right", diagonalLabel: "Score = outcome"))
    let file = DataFile("reliability", figure.numbers)
    return (CardView(figure, width: "w7", file: file), file)
  }

  /// Neighbours with one pooled rate are one step.
  static func steps(_ points: [Trust.Point]) -> [ReliabilityDiagram.Step] {
    var steps: [ReliabilityDiagram.Step] = []
    for point in points {
      if let last = steps.last, last.observed == point.observed {
        steps[steps.count - 1] = ReliabilityDiagram.Step(
          from: last.from, to: point.score, observed: last.observed, count: last.count + point.count)
      } else {
        steps.append(
          ReliabilityDiagram.Step(from: point.score, to: point.score, observed: point.observed, count: point.count))
      }
    }
    return steps
  }

  static func decomposition(_ trust: Trust) -> (CardView, DataFile) {
    let found = trust.reliability
    let plain = ValueFormat(.plain, .decimals(4))
    let rows: [(String, Double, String)] = [
      ("Miscalibration", found.miscalibration, "What wrong levels add. Smaller is better"),
      ("Discrimination", found.discrimination, "What telling customers apart takes off. Larger is better"),
      ("Uncertainty", found.uncertainty, "The error of giving everyone the average"),
      ("Brier score", found.brier, "Miscalibration − discrimination + uncertainty"),
    ]
    let numbers = NumbersTable(
      caption: "What the error of the score is made of",
      columns: [.text("Part"), .number("Value"), .text("Meaning")],
      rows: rows.map { [.text($0.0), .number($0.1, plain), .text($0.2)] })
    let file = DataFile("brier-parts", numbers)
    let table = TableView(
      caption: numbers.caption, look: "", columns: [ColumnView("Part"), .number("Value")],
      rows: rows.map { [CellView($0.0, detail: $0.2), CellView(plain.text($0.1))] })
    let error = EstimateText(trust.calibrationError, .share)
    return (
      CardView(
        anchor: "fig-parts", width: "w5", title: "What the error of the score is made of",
        subtitle: "Brier score: the mean squared distance between score and outcome.", table: table,
        note: "Mean distance between score and outcome: \(error.inPoints). "
          + "Test that the score is right: \(Caveat.chance(found.pValue)).",
        fold: FoldView(downloadOf: file)), file
    )
  }

  static func slices(_ trust: Trust) throws(ReportingError) -> (CardView, DataFile) {
    let overall = trust.overall.caught
    let level = Quantity.share.text(overall.level)
    let points = Quantity.points(trust.tolerance)
    let outside = trust.outsideSlices
    let figure = try Edition.draw(
      SliceDots(
        head: FigureHead(
          id: "fig-slices",
          title: outside.isEmpty
            ? "No group’s leavers are clearly missed more often"
            : "Clearly different: \(ChannelsHeadline.names(outside.map { Names.shown($0.name) }).text)",
          subtitle: "Share of customers who left that the score had flagged, by group, with \(level) intervals.",
          name: "Share of leavers caught, by group",
          note: "Flagged: a score of at least \(Quantity.share.text(trust.threshold)). "
            + "Groups with fewer than 50 leavers are too small to say."),
        groupHeading: "Group", valueHeading: "Caught",
        groups: trust.slices.map { group in
          SliceDots.Group(
            group.dimension.word,
            group.slices.map { slice in
              let caught = slice.figures?.caught
              return SliceDots.Slice(
                Names.shown(slice.name), Charting.Estimate(caught?.value, low: caught?.low, high: caught?.high),
                count: slice.customers)
            })
        },
        overall: overall.value, tolerance: trust.tolerance, level: level,
        overallLabel: "All customers \(Quantity.share.text(overall.value))",
        toleranceLabel: "Within \(points) of all customers"))
    let file = DataFile("caught-by-group", figure.numbers)
    return (CardView(figure, width: "w12", file: file), file)
  }

  static func sliceTable(_ trust: Trust) -> (CardView, DataFile) {
    var rows: [[CellView]] = []
    var cells: [[NumbersTable.Cell]] = []
    let share = Quantity.share.chartFormat
    func add(_ group: String, _ name: String, _ customers: Int, _ leavers: Int, _ figures: Trust.SliceFigures?) {
      let estimates = [figures?.flagged, figures?.caught, figures?.scoreMinusOutcome]
      cells.append(
        [.text(group), .text(name), .count(customers), .count(leavers)]
          + estimates.flatMap {
            [NumbersTable.Cell.number($0?.value, share), .number($0?.low, share), .number($0?.high, share)]
          })
      let words = estimates.enumerated().map { index, estimate -> CellView in
        guard let estimate else { return CellView("Too few to say") }
        let text = EstimateText(estimate, .share)
        guard index == 2 else { return CellView(text.value, detail: text.range) }
        return CellView(Quantity.points(estimate.value), detail: text.range.map(EstimateText.withoutSign))
      }
      rows.append(
        [
          CellView(name, detail: group), CellView(Quantity.count.text(customers)),
          CellView(Quantity.count.text(leavers)),
        ] + words)
    }
    add("", "All customers", trust.customers, trust.leavers, trust.overall)
    for group in trust.slices {
      for slice in group.slices {
        add(group.dimension.word, Names.shown(slice.name), slice.customers, slice.leavers, slice.figures)
      }
    }
    let headings = ["Flagged", "Caught", "Score − outcome"]
    let file = DataFile(
      "score-by-group",
      NumbersTable(
        caption: "The score by group",
        columns: [.text("Dimension"), .text("Group"), .number("Customers"), .number("Left")]
          + headings.flatMap { [.number($0), .number("\($0) low"), .number("\($0) high")] },
        rows: cells))
    return (
      CardView(
        anchor: "fig-groups", width: "w12", title: "Flagged, caught, and how far the score lies from the outcome",
        subtitle: "Score − outcome: above zero, the score is too high for the group.",
        table: TableView(
          caption: "The score by group",
          columns: [ColumnView("Group"), .number("Customers"), .number("Left")] + headings.map(ColumnView.number),
          rows: rows),
        note: "\(Quantity.count.text(rows.count - 1)) groups are compared.", fold: FoldView(downloadOf: file)), file
    )
  }
}
