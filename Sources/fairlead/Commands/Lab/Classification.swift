import Computation
import Modeling

/// One run of `lab classify` on a table that has been read.
struct Classification {
  private let command: LabClassify
  private let table: LabTable
  private let label: LabOutcomes
  private let workers: Workers
  private let generator: SeededGenerator

  init(_ command: LabClassify, _ table: LabTable) throws {
    self.command = command
    self.table = table
    label = try LabOutcomes(
      try table.texts(of: command.label), column: command.label, table: table.name, positive: command.positive)
    workers = command.options.workers
    generator = command.options.generator
  }

  func result() throws -> ClassifyResult {
    let (places, dropped) = try table.usable(LabOptions.list(command.features), except: [command.label])
    var notes = [label.note].compactMap { $0 }
    let parts = try split(&notes)
    let outcomes = [parts.train, parts.validation, parts.test].map { $0.map { label.outcomes[$0] ?? false } }
    try check(outcomes)
    let rows = try encode(places, parts, outcomes)
    let base = try base(rows)
    var fitted: [Candidate] = [base]
    var failed: [ClassifyResult.Left] = []
    let kinds = try command.kinds()
    let progress = command.options.progress(steps: kinds.count, rows: table.rowCount)
    defer { progress.end() }
    for kind in kinds {
      progress.step(kind.remark(on: rows))
      if command.models == "all", let reason = reason(to: kind, rows) {
        failed.append(ClassifyResult.Left(name: kind.rawValue, reason: reason))
        continue
      }
      do {
        let scores = try kind.probabilities(rows, using: generator, on: workers)
        fitted.append(try Candidate(kind.rawValue, scores, outcomes))
      } catch let problem as FitProblem {
        failed.append(ClassifyResult.Left(name: kind.rawValue, reason: "\(problem)"))
      }
    }
    if fitted.count == 1, let first = failed.first {
      throw Failure("\(table.name): no model could be fitted; \(first.name): \(first.reason)", .unusableData)
    }
    let rule = OneStandardErrorRule.choose(
      fitted.map { OneStandardErrorRule.Candidate(name: $0.name, losses: $0.validationLosses) })
    let chosen = fitted.first { $0.name == rule?.name } ?? base
    let calibration =
      chosen.name == base.name
      ? .none : try ScoreCalibration.choose(chosen.validation, using: generator.split("calibration"))
    let test = try ScoredOutcomes(
      scores: calibration.calibrate(chosen.test.scores), outcomes: chosen.test.outcomes)
    let area = try AreaUnderCurve().estimate(of: test)
    let interval = area.interval(level: 0.95)
    return ClassifyResult(
      label: command.label, positive: label.positive, rows: counts(parts) { $0.count },
      positives: counts(parts) { $0.count { label.outcomes[$0] ?? false } }, columns: places.map { table.names[$0] },
      dropped: dropped, baseline: try base.report(), models: try fitted.dropFirst().map { try $0.report() },
      failed: failed, chosen: chosen.name, calibrator: calibration.kind.rawValue, test: try Candidate.scores(test),
      testAUC: ClassifyResult.Figure(value: area.area, low: interval?.lower, high: interval?.upper),
      gain: Self.gain(test, over: base.test), testRows: parts.test, predictions: test.scores, notes: notes)
  }

  private func reason(to kind: ClassifierKind, _ rows: ClassifierKind.Rows) -> String? {
    kind.reasonToSkip(
      train: rows.scaled[0].rows, asked: rows.scaled[1].rows + rows.scaled[2].rows, columns: rows.scaled[0].columns)
  }

  private func counts(_ parts: TimeSplit.Parts, _ count: ([Int]) -> Int) -> ClassifyResult.Parts {
    ClassifyResult.Parts(
      train: count(parts.train), validation: count(parts.validation), test: count(parts.test))
  }

  // MARK: - Rows

  private func split(_ notes: inout [String]) throws -> TimeSplit.Parts {
    let labelled = label.outcomes.indices.filter { label.outcomes[$0] != nil }
    if labelled.count < table.rowCount {
      notes.append("\(table.rowCount - labelled.count) rows without a value of \(command.label) were left out")
    }
    guard let train = command.train, let valid = command.valid, let test = command.test else {
      let parts = StratifiedSplit().split(
        labelled.map { label.outcomes[$0] ?? false }, using: generator.split("split"))
      return TimeSplit.Parts(
        train: parts.train.map { labelled[$0] }, validation: parts.validation.map { labelled[$0] },
        test: parts.test.map { labelled[$0] })
    }
    let named = try [train, valid, test].map { try RowNumbers.read($0, below: table.rowCount) }
    guard Set(named[0] + named[1] + named[2]).count == named[0].count + named[1].count + named[2].count else {
      throw Failure(
        "\(train), \(valid), \(test): name the same row in two parts; expected each row in one; correct them",
        .unusableData)
    }
    let known = named.map { $0.filter { label.outcomes[$0] != nil } }
    return TimeSplit.Parts(train: known[0], validation: known[1], test: known[2])
  }

  private func check(_ outcomes: [[Bool]]) throws {
    for (part, name) in zip(outcomes, ["training", "validation", "test"]) {
      let positives = part.count { $0 }
      guard positives >= 2, part.count - positives >= 2 else {
        throw Failure(
          "\(table.name): the \(name) rows hold \(positives) with \(command.label) and \(part.count - positives) "
            + "without; expected two of each; give more rows, or other --train, --valid and --test", .unusableData)
      }
    }
  }

  /// Everything is learned from the training rows; the others are only transformed.
  private func encode(
    _ places: [Int], _ parts: TimeSplit.Parts, _ outcomes: [[Bool]]
  ) throws -> ClassifierKind.Rows {
    let whole = try table.featureTable(places)
    let tables = [parts.train, parts.validation, parts.test].map { whole.selecting(rows: $0) }
    let scaler = try TableEncoder().fit(tables[0])
    let columns = scaler.sources.count
    guard Double(table.rowCount) * Double(columns) <= 4e8 else {
      throw Failure(
        "\(table.name): \(table.rowCount) rows would take \(columns) columns, one for each level of the categories; "
          + "expected at most 400 million values; group the levels, or name fewer --features", .unusableData)
    }
    let plain = try TableEncoder(standardises: false).fit(tables[0])
    let filled = try tables.map { try plain.transform($0) }
    return ClassifierKind.Rows(
      scaled: try tables.map { try scaler.transform($0) }, filled: filled,
      open: zip(filled, tables).map { Self.opened($0, $1) }, outcomes: outcomes)
  }

  /// NaN again where a number was blank; numbers are the first columns, in the table's order.
  private static func opened(_ filled: Matrix, _ table: FeatureTable) -> Matrix {
    var matrix = filled
    var column = 0
    for feature in table.features {
      guard case .numeric(let values) = table[feature] else { continue }
      for (row, value) in values.enumerated() where value == nil { matrix[row, column] = .nan }
      column += 1
    }
    return matrix
  }

  // MARK: - Judging

  private func base(_ rows: ClassifierKind.Rows) throws -> Candidate {
    let fitted = try EventRate().fit(try Examples(features: rows.filled[0], outcomes: rows.outcomes[0]))
    return try Candidate(
      "base-rate", [try fitted.probabilities(rows.filled[1]), try fitted.probabilities(rows.filled[2])], rows.outcomes)
  }

  private struct Candidate {
    let name: String
    let validation: ScoredOutcomes
    let test: ScoredOutcomes

    init(_ name: String, _ scores: [[Double]], _ outcomes: [[Bool]]) throws {
      self.name = name
      validation = try ScoredOutcomes(scores: scores[0], outcomes: outcomes[1])
      test = try ScoredOutcomes(scores: scores[1], outcomes: outcomes[2])
    }

    var validationLosses: [Double] { zip(validation.scores, validation.outcomes).map { LogLoss.loss(of: $0, $1) } }

    func report() throws -> ClassifyResult.Model {
      ClassifyResult.Model(name: name, validation: try Self.scores(validation), test: try Self.scores(test))
    }

    static func scores(_ input: ScoredOutcomes) throws -> ClassifyResult.Scores {
      ClassifyResult.Scores(
        auc: try AreaUnderCurve().value(of: input), averagePrecision: try AveragePrecision().value(of: input),
        logLoss: try LogLoss().value(of: input), brier: try BrierScore().value(of: input),
        ece: try ExpectedCalibrationError().value(of: input))
    }
  }

  /// Mean difference of the losses, row by row, with its normal interval.
  private static func gain(_ chosen: ScoredOutcomes, over base: ScoredOutcomes) -> ClassifyResult.Figure {
    let gains = chosen.outcomes.indices.map {
      LogLoss.loss(of: base.scores[$0], base.outcomes[$0]) - LogLoss.loss(of: chosen.scores[$0], chosen.outcomes[$0])
    }
    let mean = OneStandardErrorRule.Candidate(name: "gain", losses: gains)
    let half = NormalDistribution.quantile(0.975) * mean.standardError
    return ClassifyResult.Figure(value: mean.loss, low: mean.loss - half, high: mean.loss + half)
  }
}
