import Modeling
import Testing

/// Frozen predictions scored against the figures of well-known libraries; relative tolerance 1e-9.
@Suite("Metrics against the reference", .enabled(if: SharedReference.isPresent, "\(SharedReference.absence)"))
struct ReferenceMetricTests {
  static let cases =
    ["lr", "rf", "hgb", "lgbm", "xgb"].map { ("telco", $0) } + [("bank", "lgbm"), ("bank_noduration", "lr")]

  @Test("AUC, its error, average precision, log loss, Brier, calibration error", arguments: cases)
  func metrics(set: String, model: String) throws {
    let (test, _) = try SharedReference.scores(set, model, part: "test")
    let path = ["sets", set, "models", model, "test"]
    let area = try AreaUnderCurve().estimate(of: test)
    try expect(area.area, path + ["auc"])
    try expect(try #require(area.standardError), path + ["auc_delong_se"])
    try expect(try AveragePrecision().value(of: test), path + ["pr_auc_average_precision"])
    try expect(try LogLoss().value(of: test), path + ["log_loss"])
    try expect(try BrierScore().value(of: test), path + ["brier"])
    try expect(try ExpectedCalibrationError().value(of: test), path + ["ece15_width"])
    try expect(try ExpectedCalibrationError(binning: .equalMass).value(of: test), path + ["ece15_mass"])
    try expect(try ThresholdRate(.accuracy).value(of: test), path + ["accuracy_at_0.5"])
  }

  @Test("Platt, temperature and isotonic calibration, fitted on validation and scored on test", arguments: cases)
  func calibrators(set: String, model: String) throws {
    let (validation, _) = try SharedReference.scores(set, model, part: "valid")
    let (test, _) = try SharedReference.scores(set, model, part: "test")
    let path = ["sets", set, "models", model]
    let platt = try PlattCalibration().fit(validation)
    try expect(platt.slope, path + ["platt", "a"])
    try expect(platt.intercept, path + ["platt", "b"])
    let afterPlatt = try ScoredOutcomes(scores: platt.calibrate(test.scores), outcomes: test.outcomes)
    try expect(try LogLoss().value(of: afterPlatt), path + ["platt", "test", "log_loss"])
    let temperature = try TemperatureCalibration().fit(validation)
    // The reference's own search for T stopped at that.
    let reference = try SharedReference.number("classify.json", path + ["temperature", "T"])
    #expect(abs(temperature.temperature - reference) <= 1e-7 * reference)
    let afterTemperature = try ScoredOutcomes(
      scores: temperature.calibrate(test.scores), outcomes: test.outcomes)
    try expect(try LogLoss().value(of: afterTemperature), path + ["temperature", "test", "log_loss"])
    let isotonic = try IsotonicCalibration().fit(validation)
    let afterIsotonic = try ScoredOutcomes(scores: isotonic.calibrate(test.scores), outcomes: test.outcomes)
    try expect(try LogLoss().value(of: afterIsotonic), path + ["isotonic", "test", "log_loss"])
    try expect(try BrierScore().value(of: afterIsotonic), path + ["isotonic", "test", "brier"])
    try expect(try ExpectedCalibrationError().value(of: afterIsotonic), path + ["isotonic", "test", "ece15_width"])
  }

  private func expect(_ value: Double, _ path: [String], sourceLocation: SourceLocation = #_sourceLocation) throws {
    let reference = try SharedReference.number("classify.json", path)
    let comment = Comment(rawValue: "\(path.joined(separator: ".")): \(value) against \(reference)")
    #expect(abs(value - reference) <= 1e-9 * abs(reference), comment, sourceLocation: sourceLocation)
  }
}
