import Charting
import Reporting

/// The page of `lab slices`.
struct SlicesReport {
  let command: LabSlices
  let result: SlicesResult

  var report: LabReport {
    LabReport(
      command.options, question: "Where do the errors gather?", headline: headline, sentences: sentences,
      facts: [
        LabReport.Fact("Rows", ValueFormat.rows.text(result.rows)),
        LabReport.Fact("Columns", ValueFormat.rows.text(result.columns.count)),
        LabReport.Fact("Error", error),
      ],
      parts: [LabReport.Part("Which slices are worst?", chart + [.table(table, .full)])],
      points: [
        LabReport.Fact("Search", "SliceLine: Sagadeeva and Boehm 2021"),
        LabReport.Fact("Weight of the error", ValueFormat.amount.text(result.alpha)),
        LabReport.Fact("Conditions at most", "\(result.level)"),
        LabReport.Fact("Rows of a slice at least", ValueFormat.rows.text(result.support)),
        LabReport.Fact("Rows used", ValueFormat.rows.text(result.rows)),
        LabReport.Fact("Columns", result.columns.map(LabReport.shown).joined(separator: ", ")),
      ],
      terms: [
        LabReport.Fact("Slice", "The rows that fulfil up to a few conditions on the columns."),
        LabReport.Fact("Score", "Above 0, the slice is worse than the whole, by its error and its size together."),
      ], dropped: result.dropped, notes: result.notes)
  }

  private var error: String {
    if let error = command.error { return LabReport.shown(error) }
    return command.threshold == nil ? "Squared distance of score and outcome" : "Score on the wrong side"
  }

  private var headline: String {
    guard let worst = result.slices.first else { return "No slice does worse than the whole" }
    return "Errors gather where \(Self.name(worst))"
  }

  private var sentences: [String] {
    let amount = ValueFormat.measure
    guard let worst = result.slices.first else {
      return ["The mean error over all rows is \(amount.text(result.meanError))."]
    }
    return [
      "Its \(ValueFormat.rows.text(worst.size)) rows have a mean error of \(amount.text(worst.error)).",
      "Over all \(ValueFormat.rows.text(result.rows)) rows it is \(amount.text(result.meanError)).",
    ]
  }

  private static func name(_ slice: SlicesResult.Slice) -> String {
    slice.predicates.map(LabReport.shown).joined(separator: " and ")
  }

  private static func title(_ index: Int) -> String { "Slice \(index + 1)" }

  private var chart: [LabReport.Exhibit] {
    guard !result.slices.isEmpty else { return [] }
    return [
      .chart(
        RankedBars(
          head: FigureHead(
            id: "errors", title: "Mean error of the worst slices",
            subtitle: "Their conditions stand in the table.", name: "Mean error",
            note: "The slices were searched for, so some of their excess is chance."),
          categoryHeading: "Slice",
          items: result.slices.enumerated().map { CategoryValue(Self.title($0.offset), $0.element.error) }
            + [CategoryValue("All rows", result.meanError)], format: .measure), .full)
    ]
  }

  private var table: LabTableCard {
    LabTableCard(
      id: "slices", title: result.slices.isEmpty ? "All rows" : "The worst slices, worst first",
      subtitle: "Ordered by the score, which weighs error against size.",
      columns: ["Slice", "Conditions", "Rows", "Mean error", "Times the mean", "Score"],
      rows: result.slices.enumerated().map { index, slice in
        [
          .text(Self.title(index)), .text(Self.name(slice)), .number(Double(slice.size), .rows),
          .number(slice.error, .measure),
          .number(result.meanError > 0 ? slice.error / result.meanError : nil, .amount),
          .number(slice.score, .measure),
        ]
      } + [
        [
          .text("All rows"), .text(""), .number(Double(result.rows), .rows), .number(result.meanError, .measure),
          .number(1, .amount), .number(nil, .measure),
        ]
      ])
  }
}
