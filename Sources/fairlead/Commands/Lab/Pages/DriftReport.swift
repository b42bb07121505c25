import Charting
import Foundation
import Reporting

/// The page of `lab drift`.
struct DriftReport {
  private let command: LabDrift
  private let result: DriftResult
  private let pair: TablePair
  /// The largest change first.
  private let columns: [DriftResult.Column]

  init(_ command: LabDrift, _ result: DriftResult, _ pair: TablePair) {
    self.command = command
    self.result = result
    self.pair = pair
    columns = result.columns.enumerated().sorted { a, b in
      a.element.psi != b.element.psi ? a.element.psi > b.element.psi : a.offset < b.offset
    }.map(\.element)
  }

  private var drifted: [DriftResult.Column] { columns.filter(\.drifted) }

  func report() throws -> LabReport {
    LabReport(
      command.options, question: "What has changed between the two tables?", headline: headline,
      sentences: sentences,
      facts: [
        LabReport.Fact("Against", LabReport.shown((command.current as NSString).lastPathComponent)),
        LabReport.Fact("Rows before", ValueFormat.rows.text(result.referenceRows)),
        LabReport.Fact("Rows now", ValueFormat.rows.text(result.currentRows)),
      ],
      parts: [
        LabReport.Part("How much has each column changed?", [.chart(bars, .wide), .table(counts, .narrow)]),
        LabReport.Part("What has changed in it?", [.table(try table(), .full)]),
      ],
      points: [
        LabReport.Fact("Stability index", "PSI over deciles or categories: Σ (now − before) · ln(now ÷ before)"),
        LabReport.Fact("Test", "Kolmogorov 1933 and Smirnov 1948 for numbers, χ² (Pearson 1900) for categories"),
        LabReport.Fact(
          "Called drifted",
          "PSI, KS or Jensen–Shannon of \(ValueFormat.amount.text(result.size)) or more, and p of "
            + "\(ValueFormat.amount.text(result.certainty)) or less; or that share more blank"),
        LabReport.Fact("Replays", "\(command.replays)"),
      ],
      terms: [
        LabReport.Fact("PSI", "Below 0.1 is small, 0.1 to 0.25 is some change, above 0.25 is large."),
        LabReport.Fact("KS", "The largest distance between the two distribution functions, from 0 to 1."),
        LabReport.Fact("Jensen–Shannon", "A distance between two sets of shares: 0 is the same, 1 nothing in common."),
        LabReport.Fact(
          "False alarms", "Columns called drifted after the rows of both tables were mixed and dealt again."),
      ], dropped: result.dropped, notes: result.notes)
  }

  private var headline: String {
    let all = "\(result.columns.count) columns"
    return drifted.isEmpty ? "None of \(all) drifted" : "\(drifted.count) of \(all) drifted"
  }

  private var sentences: [String] {
    var sentences: [String] = []
    if let first = drifted.first {
      sentences.append(
        "\(LabReport.shown(first.name)) has changed most, with a stability index of "
          + "\(ValueFormat.measure.text(first.psi)).")
    }
    if let rate = result.falseAlarmRate {
      sentences.append("Dealt again at random, \(ValueFormat.share.text(rate)) of columns were called drifted.")
    }
    return sentences
  }

  private var bars: RankedBars {
    RankedBars(
      head: FigureHead(
        id: "psi", title: drifted.isEmpty ? "No column has moved far" : "Where the change is",
        subtitle: "Population stability index by column. From 0.1 some, from 0.25 a large change.",
        name: "Population stability index", note: "Size alone is not proof: the table has the tests."),
      categoryHeading: "Column", items: columns.map { CategoryValue(LabReport.shown($0.name), $0.psi) },
      format: .measure)
  }

  private var counts: LabTableCard {
    var rows: [[LabTableCard.Cell]] = [
      [.text("Columns compared"), .number(Double(result.columns.count), .rows)],
      [.text("Drifted"), .number(Double(drifted.count), .rows)],
      [.text("Rows before"), .number(Double(result.referenceRows), .rows)],
      [.text("Rows now"), .number(Double(result.currentRows), .rows)],
    ]
    if let rate = result.falseAlarmRate { rows.append([.text("False alarms"), .number(rate, .share)]) }
    return LabTableCard(
      id: "counts", title: "What was compared", subtitle: "", columns: ["What", "Number"], rows: rows)
  }

  private func table() throws -> LabTableCard {
    let hasBlanks = columns.contains { $0.missingReference > 0 || $0.missingCurrent > 0 }
    return LabTableCard(
      id: "columns", title: "Before and now",
      subtitle: "Numbers: the mean. Categories: the share of the one that has moved most. Largest change first.",
      columns: ["Column", "What", "Before", "Now", "Blank before", "Blank now", "PSI", "KS", "JS", "p", "Verdict"],
      rows: try columns.map { column in
        let (what, before, now, format) = try sides(of: column)
        return [
          .text(LabReport.shown(column.name)), .text(what), .number(before, format), .number(now, format),
          .number(hasBlanks ? column.missingReference : nil, .share),
          .number(hasBlanks ? column.missingCurrent : nil, .share),
          .number(column.psi, .measure), .number(column.ks, .measure), .number(column.jensenShannon, .measure),
          .text(ValueFormat.chance(column.pValue)), .text(column.drifted ? "Drifted" : "Stable"),
        ]
      })
  }

  private func sides(
    of column: DriftResult.Column
  ) throws -> (what: String, before: Double?, now: Double?, format: ValueFormat) {
    let both = try [pair.reference, pair.current].map { $0.columns[try $0.index(of: column.name)] }
    if case .numbers = both[0] {
      let means = both.map { column -> Double? in
        guard case .numbers(let values) = column else { return nil }
        let known = values.filter { !$0.isNaN }
        return known.isEmpty ? nil : known.reduce(0, +) / Double(known.count)
      }
      return ("Mean", means[0], means[1], .amount)
    }
    guard let moved = column.movedCategory else { return ("No category moved", nil, nil, .share) }
    let shares = both.map { column -> Double? in
      guard case .levels(let codes, let names) = column else { return nil }
      let code = moved == "(blank)" ? -1 : names.firstIndex(of: moved).map { Int32($0) }
      return Double(codes.count { $0 == code }) / Double(max(1, codes.count))
    }
    return ("Share of \(LabReport.shown(moved))", shares[0], shares[1], .share)
  }
}
