import Analysis
import Charting
import Vocabulary

/// The risk list, what the score goes by, and the models beside the simple rule.
enum ChurnTables {
  static func tiles(_ churn: Churn) -> [TileView] {
    let (money, count) = (Quantity.money(churn.currency), Quantity.count)
    let leavers = EstimateText(churn.expectedLeavers, .count)
    let level = Quantity.share.text(churn.expectedLeavers.level)
    return [
      TileView(
        label: phrase("Likely to leave"), amount: leavers.value,
        why: leavers.range.map { phrase("{level} interval {range}", ["level": level, "range": $0]) }),
      TileView(
        label: phrase("Customers scored"), amount: count.text(churn.customers),
        why: phrase("as of {day}", ["day": Dates.day(churn.asOf)])),
      TileView(
        label: phrase("Average risk"), amount: Quantity.share.text(churn.averageRisk),
        why: phrase("of no order within {days} days", ["days": "\(churn.horizonDays)"])),
      TileView(
        label: phrase("At stake on the list"), amount: money.headline(churn.listStake),
        why: phrase("a year, from {count} customer", "a year, from {count} customers", of: churn.riskList.count)),
    ]
  }

  static func expected(_ churn: Churn) -> DataFile {
    let leavers = churn.expectedLeavers
    let (count, share) = (Quantity.count.chartFormat, Quantity.share.chartFormat)
    return DataFile(
      "expected-leavers",
      NumbersTable(
        caption: phrase("Customers expected to leave"),
        columns: [.text(phrase("Figure")), .number(phrase("Value")), .number(phrase("Low")), .number(phrase("High"))],
        rows: [
          [
            .text(phrase("Expected to leave")), .number(leavers.value.rounded(), count),
            .number(leavers.low?.rounded(.down), count), .number(leavers.high?.rounded(.up), count),
          ],
          [.text(phrase("Customers scored")), .count(churn.customers), .missing, .missing],
          [.text(phrase("Average risk")), .number(churn.averageRisk, share), .missing, .missing],
          [
            .text(phrase("At stake on the list")), .number(churn.listStake, Quantity.money(churn.currency).chartFormat),
            .missing,
            .missing,
          ],
        ]))
  }

  static func riskList(
    _ churn: Churn, pseudonym: (String) -> String
  ) throws(ReportingError) -> (CardView, DataFile) {
    let money = Quantity.money(churn.currency)
    let numbers = NumbersTable(
      caption: phrase("Customers by what is at stake"),
      columns: [
        .text(phrase("Customer")), .number(phrase("Risk of leaving")), .number(phrase("Revenue a year")),
        .number(phrase("At stake")),
        .number(phrase("Orders")), .number(phrase("Days since order")), .text(phrase("What raises the score most")),
      ],
      rows: churn.riskList.map { one in
        [
          .text(pseudonym(one.email)), .number(one.probability, Quantity.share.chartFormat),
          .number(one.yearlyRevenue, money.chartFormat),
          .number(one.probability * one.yearlyRevenue, money.chartFormat), .count(one.orders),
          .count(one.daysSinceOrder), .text(reasons(one)),
        ]
      })
    let file = DataFile("risk-list", numbers)
    let average = Quantity.share.text(churn.averageRisk)
    let head = try head(churn, file, pseudonym: pseudonym)
    return (
      CardView(
        anchor: "fig-risk", width: "w12", title: title(churn),
        subtitle: phrase(
          "Risk of no order within {days} days. Dotted line: the average, {average}.",
          ["days": "\(churn.horizonDays)", "average": average]),
        table: head, isHead: true,
        note: phrase(
          "A score tells how often such customers leave. It does not tell what a message to them would change."),
        // The folded table has columns that the page leaves out.
        fold: head.cut == nil ? FoldView(file) : FoldView(beneath: head, file)), file
    )
  }

  /// The risk as a bar beside the average; what only explains the row stands small under the name.
  private static func head(
    _ churn: Churn, _ file: DataFile, pseudonym: (String) -> String
  ) throws(ReportingError) -> TableView {
    let money = Quantity.money(churn.currency)
    let rows = churn.riskList.prefix(TableView.first)
    let bars = try Edition.column(
      of: RiskList(
        head: FigureHead(id: "fig-risk", title: "", subtitle: "", name: file.table.caption),
        nameHeading: phrase("Customer"), riskHeading: phrase("Risk of leaving"),
        rows: rows.map { RiskList.Row(pseudonym($0.email), Charting.Estimate($0.probability)) },
        marks: [churn.averageRisk], format: Quantity.share.chartFormat))
    return TableView.head(
      of: file,
      columns: [
        ColumnView(phrase("Customer"), "c-name"), ColumnView(phrase("Risk of leaving"), "c-plot c-bar"),
        .number(phrase("Revenue a year")), .number(phrase("At stake")),
        ColumnView(phrase("What raises the score most"), "c-wide"),
      ],
      rows: zip(rows, bars).map { one, bar in
        [
          CellView(
            pseudonym(one.email),
            detail: phrase("{count} order", "{count} orders", of: one.orders) + ", "
              + phrase("the last {count} day ago", "the last {count} days ago", of: one.daysSinceOrder)),
          CellView("", plot: bar), CellView(money.text(one.yearlyRevenue)),
          CellView(money.text(one.probability * one.yearlyRevenue)),
          CellView(reasons(one)),
        ]
      })
  }

  private static func reasons(_ one: Churn.AtRisk) -> String {
    Names.enumerated(one.reasons.map(Names.spelledOut), separator: "; ")
  }

  private static func title(_ churn: Churn) -> String {
    let shown = churn.riskList.prefix(10)
    guard !shown.isEmpty else { return phrase("No customer is on the risk list") }
    let isOrdered = shown.indices.dropFirst().allSatisfy { shown[$0 - 1].probability >= shown[$0].probability }
    return isOrdered
      ? phrase("The highest risks are also the highest stakes")
      : phrase("The highest risks are not always the highest stakes")
  }

  /// The heaviest first.
  static func shownDrivers(_ churn: Churn) -> ArraySlice<Churn.Driver> {
    churn.drivers.sorted {
      (abs($1.coefficient.value), $0.feature) < (abs($0.coefficient.value), $1.feature)
    }.prefix(ReturnTable.most)
  }

  static func drivers(_ churn: Churn) throws(ReportingError) -> (CardView, DataFile) {
    let rows = shownDrivers(churn)
    let level = Quantity.share.text(rows.first?.coefficient.level ?? 0.95)
    let chart = ChannelReturn(
      head: FigureHead(
        id: "fig-drivers", title: driversTitle(Array(rows)),
        subtitle: phrase(
          "How much each sign weighs, from customer to customer, with {level} intervals.", ["level": level]),
        name: phrase("Effect on the churn score by feature"),
        note: phrase("Right of zero: goes with leaving. Left of zero: goes with staying.") + " "
          + phrase("Weight: change in the log-odds of leaving per standard deviation.")),
      channelHeading: phrase("Feature"), valueHeading: phrase("Weight in the score"), claimHeading: "",
      estimateLabel: phrase("Effect on the score"),
      rows: rows.map {
        let effect = $0.coefficient
        return ChannelReturn.Row(
          Names.spelledOut($0.feature), Charting.Estimate(effect.value, low: effect.low, high: effect.high), claim: nil,
          tone: .open)
      },
      // Zero on the axis makes the scale linear, as effects to both sides need.
      reference: ChannelReturn.Reference(0, phrase("No effect")), level: level,
      format: ValueFormat(.plain, .decimals(2)))
    let figure = try Edition.draw(chart)
    let file = DataFile("churn-drivers", figure.numbers.withoutClaims)
    let column = try Edition.column(of: chart)
    let table = TableView(
      caption: file.table.caption, look: "stack fixed",
      columns: [
        ColumnView(phrase("Feature"), "c-wide"),
        ColumnView(phrase("Weight in the score"), "c-plot", axis: column.header),
        ColumnView(phrase("Customers with more of it"), "c-verdict"),
      ],
      rows: zip(rows, column.cells).map { row, plot in
        [
          CellView(Names.spelledOut(row.feature)), CellView("", plot: plot),
          CellView("", tag: direction(row.coefficient)),
        ]
      })
    return (
      CardView(
        anchor: figure.id, width: "w12", title: figure.title, subtitle: figure.subtitle.nonEmpty, table: table,
        note: figure.note.nonEmpty, fold: FoldView(file)), file
    )
  }

  private static func direction(_ effect: Analysis.Estimate) -> TagView {
    guard let low = effect.low, let high = effect.high, low > 0 || high < 0 else {
      return TagView(phrase("Can’t tell"), .open)
    }
    return low > 0 ? TagView(phrase("Leave more often"), .warning) : TagView(phrase("Stay more often"), .open)
  }

  private static func driversTitle(_ rows: [Churn.Driver]) -> String {
    rows.first.map { phrase("{feature} weighs most in the score", ["feature": Names.spelledOut($0.feature)]) }
      ?? phrase("The score goes by no feature yet")
  }

  static func candidates(_ churn: Churn) -> (CardView, DataFile) {
    let plain = ValueFormat(.plain, .decimals(3))
    func cells(_ estimate: Analysis.Estimate) -> [NumbersTable.Cell] {
      [.number(estimate.value, plain), .low(estimate.low, plain), .high(estimate.high, plain)]
    }
    let names = [phrase("AUC"), phrase("Log loss"), phrase("Brier score"), phrase("Calibration error")]
    let numbers = NumbersTable(
      caption: phrase("Models on held-out customers"),
      columns: [.text(phrase("Model"))]
        + names.flatMap {
          [
            .number($0), .number(phrase("{figure} low", ["figure": $0])),
            .number(phrase("{figure} high", ["figure": $0])),
          ]
        }
        + [.number(phrase("Customers"))],
      rows: churn.candidates.map { one in
        [.text(Names.spelledOut(one.model))] + [one.auc, one.logLoss, one.brier, one.calibrationError].flatMap(cells)
          + [.count(one.auc.sampleSize)]
      })
    let file = DataFile("churn-models", numbers)
    let table = TableView(
      caption: numbers.caption,
      columns: [ColumnView(phrase("Model"), "c-name")] + names.map(ColumnView.number) + [
        .number(phrase("Customers")), ColumnView(phrase("Role")),
      ],
      rows: churn.candidates.map { one in
        let texts = [one.auc, one.logLoss, one.brier, one.calibrationError].map { EstimateText($0, .plain) }
        return [CellView(Names.spelledOut(one.model))] + texts.map { CellView($0.value, "n", detail: $0.range) }
          + [CellView(Quantity.count.text(one.auc.sampleSize), "n"), role(one.model, churn)]
      })
    let level = Quantity.share.text(churn.gain.level)
    return (
      CardView(
        anchor: "fig-models", width: "w12", title: gainTitle(churn),
        subtitle: phrase(
          "{customers} customers, {leavers} of whom left. Small figures: {level} intervals.",
          [
            "customers": Quantity.count.text(churn.testRows), "leavers": Quantity.count.text(churn.testLeavers),
            "level": level,
          ]),
        table: table, note: phrase("AUC: 0.5 is chance, 1 is perfect order. For the other three, lower is better."),
        fold: FoldView(downloadOf: file)), file
    )
  }

  private static func role(_ model: String, _ churn: Churn) -> CellView {
    if model == churn.chosen { return CellView("", tag: TagView(phrase("In use"), .good)) }
    return CellView(model == churn.baseline ? phrase("Simple rule") : phrase("Not chosen"))
  }

  /// Whether the whole interval of the gain lies above zero.
  static func isBetter(_ churn: Churn) -> Bool { churn.gain.low.map { $0 > 0 } ?? false }

  private static func gainTitle(_ churn: Churn) -> String {
    isBetter(churn)
      ? phrase("The model tells leavers better than the simple rule")
      : phrase("The model is not clearly better than the simple rule")
  }

  static func gainSentence(_ churn: Churn) -> String {
    let gain = EstimateText(churn.gain, .plain)
    guard isBetter(churn) else {
      return phrase("Its gain over the simple rule, {gain} in AUC, could be chance.", ["gain": gain.both])
    }
    let ranks = [churn.chosen, churn.baseline].map { name in
      churn.candidates.first { $0.model == name }.map { EstimateText($0.auc, .plain).value } ?? ""
    }
    // Where both are written alike, the digits of the difference tell more.
    return ranks[0] != ranks[1] && !ranks.contains("")
      ? phrase(
        "The model ranks leavers better than the simple rule: AUC {model} against {rule}.",
        ["model": ranks[0], "rule": ranks[1]])
      : phrase("The model beats the simple rule by {gain} in AUC.", ["gain": gain.value])
  }
}

extension NumbersTable {
  /// Without the last column, which holds claims.
  fileprivate var withoutClaims: NumbersTable {
    NumbersTable(caption: caption, columns: columns.dropLast(), rows: rows.map { $0.dropLast() })
  }
}
