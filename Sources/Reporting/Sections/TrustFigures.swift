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
            ? phrase("The line stays inside its band") : phrase("The line leaves its band, so the levels are off"),
          subtitle: phrase(
            "Share who left within {days} days, against the score. Below: customers by score.",
            ["days": "\(trust.horizonDays)"]),
          name: phrase("Observed share of leavers by score"),
          note: phrase(
            "Neighbours are pooled until the line never falls. The band holds {level} of lines of a right score.",
            ["level": level])),
        headings: (
          score: phrase("Score from"), to: phrase("Score to"), observed: phrase("Left"), count: phrase("Customers")
        ),
        steps: found.steps.map {
          ReliabilityDiagram.Step(from: $0.from, to: $0.to, observed: $0.observed, count: $0.customers)
        },
        band: found.band.map { ReliabilityDiagram.BandPoint($0.score, low: $0.low, high: $0.high) },
        counts: found.countsByTwentieth, lineLabel: phrase("What happened"),
        bandLabel: phrase("Where the line would run if each score were right"), diagonalLabel: phrase("Score = outcome")
      ))
    let file = DataFile("reliability", figure.numbers)
    return (CardView(figure, width: "w5", file: file), file)
  }

  static func decomposition(_ trust: Trust) -> (CardView, DataFile) {
    let found = trust.reliability
    let plain = ValueFormat(.plain, .decimals(4))
    let rows: [(String, Double, String)] = [
      (phrase("Miscalibration"), found.miscalibration, phrase("What wrong levels add. Smaller is better")),
      (
        phrase("Discrimination"), found.discrimination,
        phrase("What telling customers apart takes off. Larger is better")
      ),
      (phrase("Uncertainty"), found.uncertainty, phrase("The error of giving everyone the average")),
      (phrase("Brier score"), found.brier, phrase("Miscalibration − discrimination + uncertainty")),
    ]
    let numbers = NumbersTable(
      caption: phrase("What the error of the score is made of"),
      columns: [.text(phrase("Part")), .number(phrase("Value")), .text(phrase("Meaning"))],
      rows: rows.map { [.text($0.0), .number($0.1, plain), .text($0.2)] })
    let file = DataFile("brier-parts", numbers)
    let table = TableView(
      caption: numbers.caption, look: "", columns: [ColumnView(phrase("Part")), .number(phrase("Value"))],
      rows: rows.map { [CellView($0.0, detail: $0.2), CellView(plain.text($0.1))] })
    let error = EstimateText(trust.calibrationError, .share)
    return (
      CardView(
        anchor: "fig-parts", width: "w7", title: phrase("What the error of the score is made of"),
        subtitle: phrase("Brier score: the mean squared distance between score and outcome."), table: table,
        note: phrase(
          "Mean distance between score and outcome: {points}. Test that the score is right: {chance}.",
          ["points": error.inPoints, "chance": Caveat.chance(found.pValue)]),
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
          title: slicesTitle(outside, overall),
          subtitle: phrase(
            "Share of customers who left that the score had flagged, by group, with {level} intervals.",
            ["level": level]),
          name: phrase("Share of leavers caught, by group"),
          note: phrase(
            "Flagged: a score of at least {score}. Groups with fewer than 50 leavers are too small to say.",
            ["score": Quantity.share.text(trust.threshold)])),
        groupHeading: phrase("Group"), valueHeading: phrase("Caught"),
        groups: trust.slices.map { group in
          SliceDots.Group(
            group.dimension.word,
            group.slices.map { slice in
              let caught = slice.figures?.caught
              return SliceDots.Slice(
                DataWords.group(slice.name), Charting.Estimate(caught?.value, low: caught?.low, high: caught?.high),
                count: slice.customers)
            })
        },
        overall: overall.value, tolerance: trust.tolerance, level: level,
        overallLabel: phrase("All customers {share}", ["share": Quantity.share.text(overall.value)]),
        toleranceLabel: phrase("Within {points} of all customers", ["points": points])))
    let file = DataFile("caught-by-group", figure.numbers)
    return (CardView(figure, width: "w12", file: file), file)
  }

  /// One group that differs is told in numbers.
  private static func slicesTitle(_ outside: [Trust.Slice], _ overall: Analysis.Estimate) -> String {
    guard let first = outside.first else { return phrase("No group’s leavers are clearly missed more often") }
    guard outside.count == 1, let caught = first.figures?.caught else {
      return phrase(
        "Clearly different: {names}",
        ["names": ChannelsHeadline.names(outside.map { DataWords.group($0.name) }).text])
    }
    return phrase(
      "{group}: {share} of leavers caught, against {all} of all",
      [
        "group": DataWords.group(first.name), "share": EstimateText(caught, .share).value,
        "all": EstimateText(overall, .share).value,
      ])
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
            [NumbersTable.Cell.number($0?.value, share), .low($0?.low, share), .high($0?.high, share)]
          })
      let words = estimates.enumerated().map { index, estimate -> CellView in
        guard let estimate else { return CellView(phrase("Too few to say")) }
        let text = EstimateText(estimate, .share)
        guard index == 2 else { return CellView(text.value, detail: text.range) }
        return CellView(Quantity.signedPoints(estimate.value), detail: text.range.map(EstimateText.withoutSign))
      }
      rows.append(
        [
          CellView(name, detail: group), CellView(Quantity.count.text(customers)),
          CellView(Quantity.count.text(leavers)),
        ] + words)
    }
    add("", phrase("All customers"), trust.customers, trust.leavers, trust.overall)
    for group in trust.slices {
      for slice in group.slices {
        add(group.dimension.word, DataWords.group(slice.name), slice.customers, slice.leavers, slice.figures)
      }
    }
    let headings = [phrase("Flagged"), phrase("Caught"), phrase("Score − outcome")]
    let file = DataFile(
      "score-by-group",
      NumbersTable(
        caption: phrase("The score by group"),
        columns: [
          .text(phrase("Dimension")), .text(phrase("Group")), .number(phrase("Customers")), .number(phrase("Left")),
        ]
          + headings.flatMap {
            [
              .number($0), .number(phrase("{figure} low", ["figure": $0])),
              .number(phrase("{figure} high", ["figure": $0])),
            ]
          },
        rows: cells))
    return (
      CardView(
        anchor: "fig-groups", width: "w12",
        title: phrase("Flagged, caught, and how far the score lies from the outcome"),
        subtitle: phrase("Score − outcome: above zero, the score is too high for the group."),
        table: TableView(
          caption: phrase("The score by group"),
          columns: [ColumnView(phrase("Group")), .number(phrase("Customers")), .number(phrase("Left"))]
            + headings.map(ColumnView.number),
          rows: rows),
        note: phrase("{groups} groups are compared.", ["groups": Quantity.count.text(trust.comparedSlices)]),
        fold: FoldView(downloadOf: file)), file
    )
  }
}
