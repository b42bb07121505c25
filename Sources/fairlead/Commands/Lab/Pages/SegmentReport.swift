import Charting
import Reporting

/// The page of `lab segment`.
struct SegmentReport {
  private let command: LabSegment
  private let result: SegmentResult
  private let table: LabTable
  private let profile: SegmentProfiles
  private let names: [String]

  init(_ command: LabSegment, _ result: SegmentResult, _ table: LabTable) {
    self.command = command
    self.result = result
    self.table = table
    profile = SegmentProfiles(result, table)
    names = result.columns.map(LabReport.shown)
  }

  var report: LabReport {
    LabReport(
      command.options, question: "Which groups do the rows form?", headline: headline, sentences: sentences,
      facts: [
        LabReport.Fact("Rows", ValueFormat.rows.text(result.rows)),
        LabReport.Fact("Columns", ValueFormat.rows.text(result.columns.count)), LabReport.Fact("Model", model.name),
      ],
      parts: [
        LabReport.Part("Which groups are there?", [.table(sizes, .narrow)] + scatter),
        LabReport.Part("What makes them differ?", indices + [.table(centres, .full)]),
        LabReport.Part("How clear are they?", [.table(measures, .half)] + candidates),
      ], points: points,
      terms: [
        LabReport.Fact(
          "Silhouette", "How much nearer rows lie to their own group than to the next one: from −1 to 1, 1 is best."),
        LabReport.Fact(
          "Stability", "How well the groups come back when rows are drawn again: 0 is chance, 1 the same groups."),
        LabReport.Fact("Told by the groups", "The share of a column’s variance that lies between the groups."),
      ], dropped: result.dropped, notes: result.notes)
  }

  // MARK: - Words

  private static func group(_ index: Int) -> String { "Group \(index)" }

  private var headline: String {
    guard result.k > 1, let first = profile.order.first else { return "The rows form no clear groups" }
    return "\(result.k) groups, which differ most in \(names[first])"
  }

  private var sentences: [String] {
    guard result.k > 1, let first = profile.order.first, let largest = result.sizes.max(),
      let smallest = result.sizes.min(), let big = result.sizes.firstIndex(of: largest),
      let small = result.sizes.firstIndex(of: smallest)
    else { return ["All \(ValueFormat.rows.text(result.rows)) rows are in one group."] }
    let share = ValueFormat.share
    var sentences = [
      "\(Self.group(big)) is the largest, with \(share.text(self.share(largest))) of the rows. "
        + "\(Self.group(small)) is the smallest, with \(share.text(self.share(smallest)))."
    ]
    let values = result.centresOriginal.map { $0[first] }
    if let low = values.min(), let high = values.max(), let from = values.firstIndex(of: low),
      let to = values.firstIndex(of: high), max(from, to) < SegmentProfiles.mostGroups
    {
      let amount = ValueFormat.amount
      sentences.append(
        "\(names[first]) runs from \(amount.text(low)) in \(Self.group(from)) to \(amount.text(high)) in "
          + "\(Self.group(to)).")
    }
    if let stability = result.stability {
      sentences.append(
        "When rows are drawn again, the groups come back with a stability of \(ValueFormat.measure.text(stability)).")
    }
    return sentences
  }

  private func share(_ size: Int) -> Double { Double(size) / Double(result.rows) }

  private var model: (name: String, paper: String) {
    switch result.model {
    case "kmeans": ("k-means", "Lloyd 1982, started by Arthur and Vassilvitskii’s k-means++ (2007)")
    case "gmm": ("Gaussian mixture", "EM: Dempster, Laird and Rubin 1977; BIC: Schwarz 1978")
    case "ward": ("Ward’s hierarchy", "Ward 1963")
    case "dbscan": ("DBSCAN", "Ester, Kriegel, Sander and Xu 1996")
    default: ("HDBSCAN", "Campello, Moulavi and Sander 2013")
    }
  }

  private var points: [LabReport.Fact] {
    var points = [
      LabReport.Fact("Model", model.name), LabReport.Fact("Paper", model.paper),
      LabReport.Fact("Rows used", ValueFormat.rows.text(result.rows)),
      LabReport.Fact("Number of groups asked for", command.k), LabReport.Fact("Scale", command.scale.rawValue),
    ]
    if result.model == "gmm" { points.append(LabReport.Fact("Covariance", command.covariance.rawValue)) }
    if let radius = result.radius {
      points.append(LabReport.Fact("Radius, in scaled units", ValueFormat.amount.text(radius)))
    }
    if let iterations = result.iterations { points.append(LabReport.Fact("Iterations", "\(iterations)")) }
    return points
  }

  // MARK: - Figures

  private var sizes: LabTableCard {
    var rows: [[LabTableCard.Cell]] = result.sizes.enumerated().map { group, size in
      [.text(Self.group(group)), .number(Double(size), .rows), .number(share(size), .share)]
    }
    let left = result.rows - result.sizes.reduce(0, +)
    if left > 0 { rows.append([.text("In no group"), .number(Double(left), .rows), .number(share(left), .share)]) }
    rows.append([.text("All rows"), .number(Double(result.rows), .rows), .number(1, .share)])
    return LabTableCard(
      id: "sizes", title: "Rows by group", subtitle: "Groups are numbered from 0, the largest first.",
      columns: ["Group", "Rows", "Share"], rows: rows)
  }

  private var scatter: [LabReport.Exhibit] {
    guard result.k > 1, let cloud = profile.cloud else { return [] }
    let shown = min(result.k, SegmentProfiles.mostGroups)
    let (x, y) = (names[cloud.x], names[cloud.y])
    return [
      .chart(
        PrincipalScatter(
          head: FigureHead(
            id: "scatter", title: "The groups by \(x) and \(y)",
            subtitle: "The two columns of numbers that differ most between the groups.",
            name: "Groups by \(x) and \(y)",
            note: shown < result.k ? "Only the eight largest groups are drawn." : ""),
          segmentHeading: "Group", segments: (0..<shown).map(Self.group),
          points: cloud.points.map { PrincipalScatter.Point($0.x, $0.y, segment: $0.group) }, xLabel: x, yLabel: y),
        .wide)
    ]
  }

  private var indices: [LabReport.Exhibit] {
    let measures = profile.indexed
    guard result.k > 1, !measures.isEmpty else { return [] }
    let shown = min(result.k, SegmentProfiles.mostGroups)
    return [
      .chart(
        SegmentProfile(
          head: FigureHead(
            id: "profile", title: "What is high and what is low in each group",
            subtitle: "Mean of the group; the mean over all groups is 100.",
            name: "Means by group, all = 100",
            note: measures.count < names.count
              ? "Of the columns with an average above zero, those that differ most. The table has more." : ""),
          segmentHeading: "Group", measures: measures.map { names[$0] },
          segments: (0..<shown).map { group in
            SegmentProfile.Segment(
              Self.group(group),
              size: "\(ValueFormat.rows.text(result.sizes[group])) rows, "
                + "\(ValueFormat.share.text(share(result.sizes[group]))) of all",
              measures.map { result.centresOriginal[group][$0] / profile.overall[$0] * 100 })
          }), .full)
    ]
  }

  private var centres: LabTableCard {
    let shown = min(result.k, SegmentProfiles.mostGroups)
    let order = profile.order.prefix(SegmentProfiles.mostColumns)
    var notes: [String] = []
    if shown < result.k { notes.append("The eight largest groups are shown.") }
    if order.count < names.count {
      notes.append("The \(order.count) columns that differ most are shown, of \(names.count).")
    }
    return LabTableCard(
      id: "centres", title: "The middle of each group",
      subtitle: "Means in the table’s own units; for a category, the share of rows that have it. Most telling first.",
      columns: ["Column"] + (0..<shown).map(Self.group) + ["All groups", "Told by the groups"],
      rows: order.map { column in
        [.text(names[column])]
          + (0..<shown).map { .number(result.centresOriginal[$0][column], .amount) }
          + [.number(profile.overall[column], .amount), .number(profile.told[column], .share)]
      }, note: notes.joined(separator: " "))
  }

  private var measures: LabTableCard {
    let all: [(String, Double?, ValueFormat)] = [
      ("Number of groups", Double(result.k), .rows), ("Silhouette", result.silhouette, .measure),
      ("Stability", result.stability, .measure), ("Inertia, in scaled units", result.inertia, .amount),
      ("Log-likelihood", result.logLikelihood, .amount), ("BIC, smaller is better", result.bic, .amount),
    ]
    return LabTableCard(
      id: "measures", title: "Measures of the groups", subtitle: "The words are explained below.",
      columns: ["Measure", "Value"],
      rows: all.filter { $0.1 != nil }.map { [.text($0.0), .number($0.1, $0.2)] })
  }

  private var candidates: [LabReport.Exhibit] {
    guard let candidates = result.candidates else { return [] }
    return [
      .table(
        LabTableCard(
          id: "candidates", title: "Numbers of groups that were tried",
          subtitle: "\(result.k) was taken.",
          columns: ["Groups", "Stability", "Silhouette", "BIC"],
          rows: candidates.map { candidate in
            [
              .text("\(candidate.k)"), .number(candidate.stability, .measure), .number(candidate.silhouette, .measure),
              .number(candidate.bic, .amount),
            ]
          }), .half)
    ]
  }
}
