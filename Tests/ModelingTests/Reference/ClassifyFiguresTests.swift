import Computation
import Foundation
import Testing

@testable import Modeling

/// Every figure of classify.json: metrics of frozen predictions before and after each calibrator, and the logistic
/// regression's solution.
@Suite("Classification figures", .enabled(if: SharedReference.isPresent, "\(SharedReference.absence)"))
struct ClassifyFiguresTests {
  @Test(arguments: ["telco", "bank", "bank_noduration", "adult"])
  func frozenPredictions(set: String) throws {
    let book = try FigureBook("results/classify.json")
    let models = ["lr", "rf", "hgb", "lgbm", "xgb"] + (set == "telco" ? ["hgb_lr0.03_leaf8"] : [])
    for model in models {
      let path = "sets/\(set)/models/\(model)"
      let (validation, _) = try SharedReference.scores(set, model, part: "valid")
      let (test, _) = try SharedReference.scores(set, model, part: "test")
      try metrics(of: test, book, path + "/test")
      book.meet(path + "/valid_auc", try AreaUnderCurve().value(of: validation))
      func after(_ scores: [Double], _ name: String, relative: Double = 1e-9) throws {
        let input = try ScoredOutcomes(scores: scores, outcomes: test.outcomes)
        try metrics(of: input, book, "\(path)/\(name)/test", relative: relative)
      }
      let platt = try PlattCalibration().fit(validation)
      book.meet(path + "/platt/a", platt.slope)
      book.meet(path + "/platt/b", platt.intercept)
      try after(platt.calibrate(test.scores), "platt")
      let temperature = try TemperatureCalibration().fit(validation)
      // The reference's own search for T stopped at that.
      book.meet(path + "/temperature/T", temperature.temperature, relative: 1e-7)
      try after(temperature.calibrate(test.scores), "temperature", relative: 1e-7)
      // Two neighbouring stretches of exactly one half are one here; there rounding parts them, 2⁻⁵⁴ below and at it.
      guard (set, model) != ("bank", "lr") else {
        book.leaveOut(path + "/isotonic/")
        continue
      }
      let isotonic = try IsotonicCalibration().fit(validation)
      try after(isotonic.calibrate(test.scores), "isotonic")
      // A stretch of one value has one end, any other two.
      let blocks = MonotoneFit(values: validation.scores, outcomes: validation.outcomes).blocks
      book.meet(path + "/isotonic/n_thresholds", blocks.reduce(0) { $0 + ($1.low == $1.high ? 1 : 2) })
    }
    book.expectAllMet(under: "sets/\(set)/models/")
  }

  private func metrics(of input: ScoredOutcomes, _ book: FigureBook, _ path: String, relative: Double = 1e-9) throws {
    func meet(_ name: String, _ value: Double?) { book.meet("\(path)/\(name)", value, relative: relative) }
    let area = try AreaUnderCurve().estimate(of: input)
    meet("n", Double(input.count))
    meet("prevalence", input.baseRate)
    meet("auc", area.area)
    meet("auc_delong_se", area.standardError)
    meet("pr_auc_average_precision", try AveragePrecision().value(of: input))
    meet("log_loss", try LogLoss().value(of: input))
    meet("brier", try BrierScore().value(of: input))
    meet("accuracy_at_0.5", try ThresholdRate(.accuracy).value(of: input))
    meet("mean_pred", input.scores.reduce(0, +) / Double(input.count))
    for (binning, name) in [(ExpectedCalibrationError.Binning.equalWidth, "width"), (.equalMass, "mass")] {
      let error = ExpectedCalibrationError(binning: binning)
      meet("ece15_\(name)", try error.value(of: input))
      meet("mce15_\(name)", largestGap(input, error))
    }
    let positives = input.scores.indices.filter { input.outcomes[$0] }.map { input.scores[$0] }
    let negatives = input.scores.indices.filter { !input.outcomes[$0] }.map { input.scores[$0] }
    meet("ks", try KolmogorovSmirnov(positives, negatives).statistic)
    // The reference's tenth is cut at a row, equal scores in the order of the rows: ranks say that to the metrics.
    let order = input.scores.indices.sorted {
      input.scores[$0] != input.scores[$1] ? input.scores[$0] > input.scores[$1] : $0 < $1
    }
    var ranks = [Double](repeating: 0, count: input.count)
    for (place, row) in order.enumerated() { ranks[row] = -Double(place) }
    let ranked = try ScoredOutcomes(scores: ranks, outcomes: input.outcomes)
    let tenth = Double(input.count / 10) / Double(input.count)
    let lift = try Lift(taking: tenth).value(of: ranked)
    meet("lift_at_10pct", lift)
    meet("precision_at_10pct", lift * input.baseRate)
    meet("recall_at_10pct", try CumulativeGains(ranked).reached(taking: tenth))
  }

  /// The largest gap of all bins, which the error averages.
  private func largestGap(_ input: ScoredOutcomes, _ error: ExpectedCalibrationError) -> Double {
    error.groups(input.scores).filter { !$0.isEmpty }.map { rows in
      let (events, scores) = (rows.count { input.outcomes[$0] }, rows.reduce(0) { $0 + input.scores[$1] })
      return abs(Double(events) - scores) / Double(rows.count)
    }.max() ?? 0
  }

  @Test(arguments: ["telco", "bank", "bank_noduration", "adult"])
  func fittedModels(set: String) throws {
    let book = try FigureBook("results/classify.json")
    let data = try ReferenceRows.read(set)
    let path = "sets/\(set)"
    let parts = [data.rows(of: "train"), data.rows(of: "valid"), data.rows(of: "test")]
    book.meet(path + "/n", Double(data.outcomes.count))
    book.meet(path + "/positives", Double(data.outcomes.count { $0 }))
    for (name, rows) in zip(["n_train", "n_valid", "n_test"], parts) {
      book.meet("\(path)/\(name)", Double(rows.count))
    }
    let table = try data.table()
    // The reference's columns have every level that occurs, those of the training rows alone or not.
    let encoder = try TableEncoder().fit(table)
    let raw = try TableEncoder(standardises: false).fit(table).transform(table)
    let numbers = data.numeric.count
    let scaler = try Standardiser().fit(
      Matrix(parts[0].map { row in (0..<numbers).map { raw[row, $0] } }))
    book.meet(path + "/train_mean", all: scaler.means)
    book.meet(path + "/train_sd_ddof0", all: scaler.deviations)
    var scaled = raw
    for row in 0..<raw.rows {
      for column in 0..<numbers {
        scaled[row, column] = (raw[row, column] - scaler.means[column]) / scaler.deviations[column]
      }
    }
    func examples(_ matrix: Matrix, _ rows: [Int]) throws -> Examples {
      try Examples(features: matrix.selecting(rows: rows), outcomes: rows.map { data.outcomes[$0] })
    }
    let fitted = try LogisticRegression(penalty: 1).fit(try examples(scaled, parts[0]))
    book.meet(path + "/lr_solution/intercept", fitted.intercept, relative: 0, absolute: 1e-5)
    book.meet(path + "/lr_solution/objective", fitted.objective)
    for (source, weight) in zip(encoder.sources, fitted.weights) {
      var name = source.feature.name
      if case .named(let level) = source.level { name += "=\(level)" }
      book.meet("\(path)/lr_solution/coef/\(name)", weight, relative: 0, absolute: 1e-5)
    }
    func area(_ scores: [Double]) throws -> Double {
      try AreaUnderCurve().value(
        of: ScoredOutcomes(scores: scores, outcomes: parts[2].map { data.outcomes[$0] }))
    }
    let test = raw.selecting(rows: parts[2])
    let small = set == "telco"
    let boosted = try area(
      BoostedTrees().fit(try examples(raw, parts[0]), on: Workers(count: 2)).probabilities(test))
    let peers = try ["hgb", "lgbm", "xgb"].map { try book.figure("\(path)/models/\($0)/test/auc") }
    #expect(boosted >= (peers.min() ?? 1) - (small ? 0.01 : 0.005), "\(set): boosted trees \(boosted)")
    let forest = try area(
      RandomForest().fit(
        try examples(raw, parts[0]), using: SeededGenerator(seed: 1), on: Workers(count: 2)
      ).probabilities(test, on: Workers(count: 2)))
    for index in 0..<book.count(of: path + "/rf_auc_by_seed") {
      try book.reach("\(path)/rf_auc_by_seed/\(index)", forest, within: small ? 0.01 : 0.005)
    }
    // How well the reference's own solution was polished.
    book.leaveOut("grad_inf_norm", "sklearn_coef_max_abs_diff", "/models/")
    book.expectAllMet(under: path + "/")
  }
}
