import Computation
import Foundation
import Modeling
import Testing

/// Every figure of fairness.json: rates by group, their gaps, and the worst slices.
@Suite("Fairness figures", .enabled(if: SharedReference.isPresent, "\(SharedReference.absence)"))
struct FairnessFiguresTests {
  private static let columns = [
    "telco": ["gender", "SeniorCitizen", "Contract", "Partner", "PaymentMethod"],
    "adult": ["sex", "race", "relationship"],
  ]
  private static let sliced = [
    "telco": [
      "Contract", "InternetService", "PaymentMethod", "gender", "SeniorCitizen", "Partner", "OnlineSecurity",
      "PaperlessBilling",
    ],
    "adult": ["workclass", "education", "marital-status", "occupation", "relationship", "race", "sex"],
  ]

  @Test(arguments: ["telco", "adult"], ["lr", "hgb"])
  func figures(set: String, model: String) throws {
    let book = try FigureBook("results/fairness.json")
    let (test, rows) = try SharedReference.scores(set, model, part: "test")
    let table = try ReferenceRows.read(set)
    let path = "sets/\(set)/\(model)"
    try rates(of: test, book, path + "/overall")
    for column in Self.columns[set] ?? [] {
      let names = try table.column(column)
      let groups = rows.map { names[$0] }
      for group in Set(groups) {
        let part = try test.selecting(rows: groups.indices.filter { groups[$0] == group })
        try rates(of: part, book, path + "/by/\(column)/groups/\(group)")
      }
      try gaps(of: test, groups, book, path + "/by/\(column)/fairlearn")
    }
    let codes = try (Self.sliced[set] ?? []).map { name in
      let names = try table.column(name)
      return SliceSearch.Column(name: name, values: rows.map { names[$0] })
    }
    let pairs = zip(test.scores, test.outcomes)
    try slices(codes, pairs.map { ($0 >= 0.5) == $1 ? 0 : 1 }, book, path + "/sliceline_zero_one")
    try slices(codes, pairs.map { ($0 - ($1 ? 1 : 0)) * ($0 - ($1 ? 1 : 0)) }, book, path + "/sliceline_squared")
    // What the reference walked through; the search here leaves out what cannot be among the worst.
    book.leaveOut("n_slices_enumerated")
    book.expectAllMet(under: path + "/")
  }

  private func rates(of input: ScoredOutcomes, _ book: FigureBook, _ path: String) throws {
    func counts(_ kind: ThresholdRate.Kind) -> (hits: Int, trials: Int)? { try? ThresholdRate(kind).counts(of: input) }
    book.meet(path + "/n", Double(input.count))
    book.meet(path + "/positives", Double(input.positives))
    book.meet(path + "/base_rate", input.baseRate)
    let (hits, false_) = (counts(.truePositive), counts(.falsePositive))
    book.meet(path + "/tp", Double(hits?.hits ?? 0))
    book.meet(path + "/fn", Double((hits?.trials ?? 0) - (hits?.hits ?? 0)))
    book.meet(path + "/fp", Double(false_?.hits ?? 0))
    book.meet(path + "/tn", Double((false_?.trials ?? 0) - (false_?.hits ?? 0)))
    for (kind, name) in [
      (ThresholdRate.Kind.selection, "selection_rate"), (.truePositive, "tpr"), (.falsePositive, "fpr"),
      (.falseNegative, "fnr"), (.precision, "precision"), (.accuracy, "accuracy"),
    ] {
      book.meet(path + "/" + name, try? ThresholdRate(kind).value(of: input))
    }
    book.meet(path + "/auc", try? AreaUnderCurve().value(of: input))
    book.meet(path + "/brier", try BrierScore().value(of: input))
    book.meet(path + "/ece15_width", try ExpectedCalibrationError().value(of: input))
    book.meet(path + "/mean_pred", input.scores.reduce(0, +) / Double(input.count))
    for (kind, name) in [(ThresholdRate.Kind.selection, "selection_rate"), (.truePositive, "tpr")] {
      guard let counts = counts(kind), counts.trials > 0 else { continue }
      let interval = WilsonInterval.of(hits: counts.hits, trials: counts.trials, level: 0.95)
      // 0 and 1 are met to the last bit but one.
      book.meet(path + "/\(name)_wilson95", all: [interval.lower, interval.upper], absolute: 1e-15)
    }
  }

  private func gaps(of input: ScoredOutcomes, _ groups: [String], _ book: FigureBook, _ path: String) throws {
    let tool = Disaggregation(bootstrap: PercentileBootstrap(replicates: 20), minimumPositives: 0)
    func result(_ kind: ThresholdRate.Kind) throws -> Disaggregation.Result {
      try tool.measure(ThresholdRate(kind), on: input, groups: groups, using: SeededGenerator(seed: 1))
    }
    let (selection, hits, alarms) = (try result(.selection), try result(.truePositive), try result(.falsePositive))
    let differences = try [selection, hits, alarms].map { try #require($0.difference).value }
    let ratios = [selection, hits, alarms].map { $0.ratio?.value ?? 0 }
    book.meet(path + "/demographic_parity_difference", differences[0])
    book.meet(path + "/demographic_parity_ratio", ratios[0])
    book.meet(path + "/equal_opportunity_difference", differences[1])
    book.meet(path + "/equalized_odds_difference", max(differences[1], differences[2]))
    book.meet(path + "/equalized_odds_ratio", min(ratios[1], ratios[2]))
  }

  private func slices(
    _ columns: [SliceSearch.Column], _ errors: [Double], _ book: FigureBook, _ path: String
  ) throws {
    let support = max(32, Int((0.01 * Double(errors.count)).rounded(.up)))
    book.meet(path + "/min_support", Double(support))
    book.meet(path + "/mean_error", errors.reduce(0, +) / Double(errors.count))
    let found = try SliceSearch(support: support).search(columns, errors: errors)
    let names = try ReferenceText.lists("results/fairness.json", path + "/top", key: "predicates")
    #expect(found.count == names.count)
    // The package from PyPI has the same scores; of equal ones it may give another order.
    book.meet(path + "/pypi/scores", all: found.map(\.score))
    book.meet(path + "/pypi/sizes", all: found.map { Double($0.rows.count) })
    for (index, slice) in found.enumerated() {
      let at = path + "/top/\(index)"
      book.meet(at + "/score", slice.score)
      book.meet(at + "/size", Double(slice.rows.count))
      book.meet(at + "/error_sum", slice.meanError * Double(slice.rows.count))
      book.meet(at + "/error_mean", slice.meanError)
      // Slices of the same rows have the same score, and no order of their own.
      let own = Set(slice.conditions.map { "\($0.column)=\($0.value)" })
      let alike = names.indices.filter { abs((book["\(path)/top/\($0)/score"] ?? 0) - slice.score) <= 1e-9 }
      #expect(alike.contains { Set(names[$0]) == own }, "\(at): \(own)")
    }
  }
}
