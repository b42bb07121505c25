import Analysis
import Charting
import Vocabulary

/// The tables of the look back.
enum EarlierTables {
  static let shownWeeks = 8
  static let shownGrades = 16
  static let shownWaiting = 4
  private static let linked = "c-link"

  /// The last weeks with the revenue that their reports told of, and what it is now.
  static func weeks(_ edition: Edition) -> (CardView, DataFile)? {
    let retrospect = edition.findings.retrospect
    let shown = retrospect.reports.prefix(shownWeeks)
    guard let currency = edition.findings.currency else { return nil }
    let money = Quantity.money(currency)
    func changes(_ report: EarlierReport) -> [Retrospect.Restated] {
      retrospect.restated.filter { $0.week == report.week }
    }
    func revenue(_ report: EarlierReport) -> (reported: Double?, now: Double?) {
      let reported = report.figures.first { $0.measure == .revenue }?.value
      guard let change = changes(report).first(where: { $0.measure == .revenue }) else { return (reported, reported) }
      return (change.reported, change.now)
    }
    let numbers = NumbersTable(
      caption: phrase("Reports of earlier weeks"),
      columns: [
        .text(phrase("Week")), .text(phrase("First day")), .text(phrase("Last day")), .text(phrase("Data up to")),
        .number(phrase("Revenue reported")),
        .number(phrase("Revenue now")), .number(phrase("Figures restated")),
      ],
      rows: retrospect.reports.map { report in
        let isComparable = report.currency == currency
        let figures = revenue(report)
        return [
          .text("\(report.week)"), .text("\(report.week.monday)"), .text("\(report.week.sunday)"),
          .text("\(report.asOf)"), .number(isComparable ? figures.reported : nil, money.chartFormat),
          .number(isComparable ? figures.now : nil, money.chartFormat), .count(changes(report).count),
        ]
      })
    let file = DataFile("earlier-weeks", numbers)
    let table = TableView(
      caption: numbers.caption,
      columns: [
        ColumnView(phrase("Week"), linked), .number(phrase("Revenue reported")), .number(phrase("Revenue now")),
        ColumnView(phrase("Since then")),
      ],
      rows: shown.map { report in
        let figures = revenue(report)
        let words = RestatedWords.told(figures.reported, figures.now, money)
        let week = CellView("", detail: Dates.foldable(report.week.window), plot: report.week.link(from: edition.place))
        guard report.currency == currency else {
          return [
            week, CellView(Quantity.missing), CellView(Quantity.missing),
            CellView("", tag: TagView(wasIn(report.currency), .open)),
          ]
        }
        return [week, CellView(words.0), CellView(words.1), CellView("", tag: standing(changes(report).count))]
      })
    return (
      CardView(
        anchor: "fig-weeks", width: "w12", title: weeksTitle(Array(shown), changes: changes),
        subtitle: weeksSubtitle(shown: shown.count, of: retrospect.reports.count),
        table: table, fold: FoldView(downloadOf: file)), file
    )
  }

  private static func wasIn(_ currency: Currency?) -> String {
    currency.map { phrase("Was in {currency}", ["currency": $0.code]) } ?? phrase("Had no currency")
  }

  private static func weeksTitle(
    _ reports: [EarlierReport], changes: (EarlierReport) -> [Retrospect.Restated]
  ) -> String {
    let changed = reports.count { !changes($0).isEmpty }
    if reports.count == 1 {
      return changed == 0
        ? phrase("The last report stands as it was") : phrase("The last report would read differently today")
    }
    if changed == 0 { return phrase("These reports stand as they were") }
    return phrase(
      "{some} of {all} reports would read differently today",
      ["some": Quantity.count.text(changed), "all": Quantity.count.text(reports.count)])
  }

  private static func weeksSubtitle(shown: Int, of count: Int) -> String {
    if count == 1 { return phrase("The one report before this one, as published.") }
    return shown == count
      ? phrase("The {all} reports before this one, as published.", ["all": Quantity.count.text(count)])
      : phrase(
        "The last {some} of {all} reports before this one, as published.",
        ["some": Quantity.count.text(shown), "all": Quantity.count.text(count)])
  }

  private static func standing(_ changes: Int) -> TagView {
    changes == 0
      ? TagView(phrase("As reported"), .good)
      : TagView(phrase("{count} figure restated", "{count} figures restated", of: changes), .warning)
  }

  static func restated(_ edition: Edition) -> (CardView, DataFile)? {
    let restated = edition.findings.retrospect.restated
    guard !restated.isEmpty, let currency = edition.findings.currency else { return nil }
    let words = restated.map { RestatedWords($0, currency: currency) }
    let numbers = NumbersTable(
      caption: phrase("Figures of earlier reports that have changed"),
      columns: [
        .text(phrase("Week")), .text(phrase("Figure")), .number(phrase("Reported")), .number(phrase("Now")),
        .number(phrase("Change")), .text(phrase("On record")),
      ],
      rows: zip(restated, words).map { one, words in
        let format = one.measure.quantity(currency).chartFormat
        let change = one.now.flatMap { now in one.reported.map { now - $0 } }
        return [
          .text("\(one.week)"), .text(words.figure), .number(one.reported, format), .number(one.now, format),
          .signed(change, format), .text(words.causes.joined(separator: " ")),
        ]
      })
    let file = DataFile("restated-figures", numbers)
    let table = TableView(
      caption: numbers.caption,
      columns: [
        ColumnView(phrase("Week"), linked), ColumnView(phrase("Figure"), "c-line"), .number(phrase("Reported")),
        .number(phrase("Now")),
        ColumnView(phrase("What is on record"), "c-record"),
      ],
      rows: zip(restated, words).map { one, words in
        [
          CellView("", plot: one.week.link(from: edition.place)), CellView(words.figure), CellView(words.reported),
          CellView(words.now), CellView(shortened(words.causes)),
        ]
      })
    return (
      CardView(
        anchor: "fig-changed", width: "w12", title: phrase("What changed, and what is on record of it"),
        subtitle: phrase("Figures that a newer export, or a later one, gives differently from the report."),
        table: table,
        fold: FoldView(downloadOf: file)), file
    )
  }

  /// Two causes tell enough on a page; the file has all.
  static func shortened(_ causes: [String]) -> String {
    let rest = causes.count - 2
    return causes.prefix(2).joined(separator: " ")
      + (rest > 0
        ? " " + phrase("{count} more in the file.", ["count": Quantity.count.text(rest)]) : "")
  }

  static func predictions(_ edition: Edition) -> (CardView, DataFile) {
    let all = edition.findings.retrospect.predictions
    // What has been graded comes first, then what is due soonest.
    let waiting = all.filter { $0.outcome == nil }.sorted { $0.prediction.due < $1.prediction.due }
    let graded = all.filter { $0.outcome != nil }
    let rows = graded + waiting
    let shown = graded.prefix(shownGrades) + waiting.prefix(shownWaiting)
    let (count, share) = (Quantity.count.chartFormat, Quantity.share.chartFormat)
    let numbers = NumbersTable(
      caption: phrase("Predictions of earlier reports"),
      columns: [
        .text(phrase("Week")), .text(phrase("Prediction")), .text(phrase("Graded on")), .number(phrase("Customers")),
        .number(phrase("Expected")),
        .number(phrase("Low")), .number(phrase("High")), .number(phrase("Level")),
        .number(phrase("Customers known now")), .number(phrase("Left")),
        .number(phrase("Share who left")), .number(phrase("Share of the others")), .text(phrase("Grade")),
      ],
      rows: rows.map { one in
        let (prediction, outcome) = (one.prediction, one.outcome)
        let others = outcome?.others.map { Double($0.left) / Double(max(1, $0.customers)) }
        return [
          .text("\(one.week)"), .text(EarlierWording.subject(prediction)), .text("\(prediction.due)"),
          .count(prediction.customers), .number(prediction.expected.value, count),
          .low(prediction.expected.low, count), .high(prediction.expected.high, count),
          .number(prediction.expected.level, share), outcome.map { .count($0.customers) } ?? .missing,
          outcome.map { .count($0.left) } ?? .missing, .number(outcome.map(leftShare), share),
          .number(others, share), .text(outcome?.standing.rawValue ?? ""),
        ]
      })
    let file = DataFile("graded-predictions", numbers)
    let table = TableView(
      caption: numbers.caption,
      columns: [
        ColumnView(phrase("Week"), linked), ColumnView(phrase("Prediction"), "c-line"), .number(phrase("We said")),
        .number(phrase("What came")),
        ColumnView(phrase("Grade"), "c-verdict"),
      ],
      rows: shown.map { one in
        let words = EstimateText(one.prediction.expected, .count)
        return [
          CellView("", plot: one.week.link(from: edition.place)),
          CellView(
            EarlierWording.subject(one.prediction),
            detail: phrase("of {all} customers", ["all": Quantity.count.text(one.prediction.customers)])),
          CellView(words.value, detail: words.range), came(one.outcome),
          CellView("", tag: EarlierWording.verdict(one, asOf: edition.findings.asOf)),
        ]
      })
    return (
      CardView(
        anchor: "fig-predictions", width: "w12",
        title: EarlierWording.score(all)
          ?? (all.isEmpty
            ? phrase("No earlier report made a prediction") : phrase("No prediction has reached its day yet")),
        subtitle: all.first.map {
          phrase(
            "Small figures: ranges at {level}, given beforehand.",
            ["level": Quantity.share.text($0.prediction.expected.level)])
        },
        table: rows.isEmpty ? nil : table,
        note: rows.isEmpty ? nil : note(more: rows.count - shown.count),
        fold: rows.isEmpty ? nil : FoldView(downloadOf: file)), file
    )
  }

  private static func note(more: Int) -> String {
    let luck = phrase("Weeks that follow each other share most of their horizon, and so their luck.")
    if more == 0 { return luck }
    return luck + " " + phrase("{count} more is in the file.", "{count} more are in the file.", of: more)
  }

  private static func leftShare(_ outcome: Retrospect.Outcome) -> Double {
    Double(outcome.left) / Double(max(1, outcome.customers))
  }

  private static func came(_ outcome: Retrospect.Outcome?) -> CellView {
    guard let outcome else { return CellView(Quantity.missing) }
    let (share, all) = (Quantity.share.text(leftShare(outcome)), Quantity.count.text(outcome.customers))
    guard let others = outcome.others else {
      return CellView(
        Quantity.count.text(outcome.left), detail: phrase("{share} of {all}", ["share": share, "all": all]))
    }
    let beside = Quantity.share.text(Double(others.left) / Double(max(1, others.customers)))
    return CellView(
      Quantity.count.text(outcome.left),
      detail: phrase(
        "{share} of {all}, against {beside} of the others", ["share": share, "all": all, "beside": beside]))
  }

  static func recommendations(_ edition: Edition) -> (CardView, DataFile) {
    let followed = edition.findings.retrospect.recommendations
    let money = edition.findings.currency.map(Quantity.money) ?? .plain
    let numbers = NumbersTable(
      caption: phrase("Recommendations of earlier reports"),
      columns: [
        .text(phrase("First week")), .text(phrase("Last week")), .number(phrase("Reports")),
        .text(phrase("Recommendation")), .text(phrase("It leaned on")),
        .text(phrase("Since")),
      ],
      rows: followed.map { one in
        [
          .text("\(one.first)"), .text("\(one.last)"), .count(one.times),
          .text(EarlierWording.advice(one.recommendation)),
          .text(EarlierWording.ground(one.recommendation, money)),
          .text(EarlierWording.since(one.since, money).joined(separator: " ")),
        ]
      })
    let file = DataFile("followed-recommendations", numbers)
    let table = TableView(
      caption: numbers.caption,
      columns: [
        ColumnView(phrase("First said"), linked), ColumnView(phrase("Recommendation"), "c-wide"),
        ColumnView(phrase("It leaned on")),
        ColumnView(phrase("What happened since"), "c-wide"),
      ],
      rows: followed.map { one in
        [
          CellView("", detail: said(one), plot: one.first.link(from: edition.place)),
          CellView(EarlierWording.advice(one.recommendation)),
          CellView(EarlierWording.ground(one.recommendation, money)),
          CellView(EarlierWording.since(one.since, money).joined(separator: " ")),
        ]
      })
    return (
      CardView(
        anchor: "fig-recommendations", width: "w12",
        title: followed.isEmpty ? phrase("No earlier report made a recommendation") : title(followed),
        table: followed.isEmpty ? nil : table, fold: followed.isEmpty ? nil : FoldView(downloadOf: file)), file
    )
  }

  private static func title(_ followed: [Retrospect.Followed]) -> String {
    phrase(
      "{count} recommendation, and what followed", "{count} recommendations, and what followed", of: followed.count)
  }

  private static func said(_ one: Retrospect.Followed) -> String {
    one.times == 1
      ? Dates.foldable(one.first.window)
      : phrase(
        "in {all} reports, last in week {number}",
        ["all": Quantity.count.text(one.times), "number": "\(one.last.number)"])
  }
}
