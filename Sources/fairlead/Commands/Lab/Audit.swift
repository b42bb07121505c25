import Computation
import Modeling

/// One run of `lab audit` on a table that has been read.
struct Audit {
  private let command: LabAudit
  private let positive: String
  /// The rows that have both a score and a label.
  let scored: ScoredOutcomes
  /// The group of each row in each column of `--groups`.
  private let members: [SliceSearch.Column]
  private let notes: [String]
  private let workers: Workers
  private let generator: SeededGenerator

  private static let level = 0.95
  private static let fewest = 50

  init(_ command: LabAudit, _ table: LabTable) throws {
    self.command = command
    workers = command.options.workers
    generator = command.options.generator
    let label = try LabOutcomes(
      try table.texts(of: command.label), column: command.label, table: table.name, positive: command.positive)
    positive = label.positive
    guard case .numbers(let scores) = table.columns[try table.index(of: command.score)] else {
      throw Failure(
        "\(table.name): \(command.score) holds text; expected a probability from 0 to 1 in each row; choose another "
          + "--score", .unusableData)
    }
    if let row = scores.firstIndex(where: { $0 < 0 || $0 > 1 }) {
      let isPercent = scores.allSatisfy { $0.isNaN || (0...100).contains($0) }
      throw Failure(
        "\(table.name): \(command.score), data row \(row) (from 0): found a score outside 0…1; expected a probability; "
          + (isPercent ? "divide the percentages by 100" : "make probabilities of the scores first"), .unusableData)
    }
    let rows = scores.indices.filter { !scores[$0].isNaN && label.outcomes[$0] != nil }
    var notes = [label.note].compactMap { $0 }
    if rows.count < table.rowCount {
      notes.append("\(table.rowCount - rows.count) rows without a score or a label were left out")
    }
    scored = try ScoredOutcomes(
      scores: rows.map { scores[$0] }, outcomes: rows.map { label.outcomes[$0] ?? false })
    guard scored.positives > 0, scored.positives < scored.count else {
      throw Failure(
        "\(table.name): the rows with a score hold one outcome only; expected both; give more rows", .unusableData)
    }
    members = try command.groupColumns.map { column in
      let values = try table.texts(of: column)
      let kinds = Set(values).count
      guard kinds <= LabTable.mostLevels else {
        throw Failure(
          "\(table.name): \(column) has \(kinds) groups; expected at most \(LabTable.mostLevels); group them",
          .unusableData)
      }
      return SliceSearch.Column(name: column, values: rows.map { values[$0] ?? "(blank)" })
    }
    self.notes = notes
  }

  func result() throws -> AuditResult {
    let groups = try members.flatMap { try self.groups(of: $0) }
    let gaps = try members.compactMap { try self.gaps(of: $0) }
    let overall = try rates(scored, generator.split("overall"))
    return AuditResult(
      label: command.label, positive: positive, score: command.score, threshold: command.threshold,
      overall: overall, groups: groups, gaps: gaps.first, gapsByColumn: gaps,
      calibration: try calibration(overall), worstSlices: try worstSlices(), notes: notes)
  }

  // MARK: - Rates

  private func groups(of column: SliceSearch.Column) throws -> [AuditResult.Group] {
    let rows = Dictionary(grouping: column.values.indices) { column.values[$0] }
    return try rows.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map { name, rows in
      let part = try scored.selecting(rows: rows)
      return AuditResult.Group(
        column: column.name, group: name, tooFew: part.positives < Self.fewest,
        rates: try rates(part, generator.split("\(column.name) = \(name)")))
    }
  }

  private func rates(_ part: ScoredOutcomes, _ stream: SeededGenerator) throws -> AuditResult.Rates {
    let base = WilsonInterval.of(hits: part.positives, trials: part.count, level: Self.level)
    return AuditResult.Rates(
      rows: part.count, positives: part.positives,
      baseRate: AuditResult.Figure(value: part.baseRate, low: base.lower, high: base.upper), auc: area(part),
      selectionRate: share(.selection, part), truePositiveRate: share(.truePositive, part),
      falsePositiveRate: share(.falsePositive, part), precision: share(.precision, part),
      accuracy: share(.accuracy, part), brier: drawn(BrierScore(), part, stream),
      ece: figure(part, stream, isDistance: true) { try? ExpectedCalibrationError().value(of: $0) })
  }

  /// Null where there is no row to divide by.
  private func share(_ kind: ThresholdRate.Kind, _ part: ScoredOutcomes) -> AuditResult.Figure {
    guard let counts = try? ThresholdRate(kind, threshold: command.threshold).counts(of: part) else {
      return AuditResult.Figure(value: nil, low: nil, high: nil)
    }
    let interval = WilsonInterval.of(hits: counts.hits, trials: counts.trials, level: Self.level)
    return AuditResult.Figure(
      value: Double(counts.hits) / Double(counts.trials), low: interval.lower, high: interval.upper)
  }

  /// Null where there is one outcome only.
  private func area(_ part: ScoredOutcomes) -> AuditResult.Figure {
    guard let estimate = try? AreaUnderCurve().estimate(of: part) else {
      return AuditResult.Figure(value: nil, low: nil, high: nil)
    }
    let interval = estimate.interval(level: Self.level)
    return AuditResult.Figure(value: estimate.area, low: interval?.lower, high: interval?.upper)
  }

  private func drawn<Measure: Metric>(
    _ metric: Measure, _ part: ScoredOutcomes, _ stream: SeededGenerator
  ) -> AuditResult.Figure where Measure.Input == ScoredOutcomes {
    figure(part, stream) { try? metric.value(of: $0) }
  }

  /// The statistic with the percentile bootstrap of its rows; `isDistance`: never below 0, and raised by resampling.
  private func figure(
    _ part: ScoredOutcomes, _ stream: SeededGenerator, isDistance: Bool = false,
    _ statistic: @Sendable @escaping (ScoredOutcomes) -> Double?
  ) -> AuditResult.Figure {
    let bootstrap = PercentileBootstrap(replicates: 400, level: Self.level)
    let ofRows: @Sendable ([Int]) -> Double? = { rows in (try? part.selecting(rows: rows)).flatMap { statistic($0) } }
    let interval =
      isDistance
      ? bootstrap.centredInterval(rows: part.count, using: stream, on: workers, statistic: ofRows)
      : bootstrap.interval(rows: part.count, using: stream, on: workers, statistic: ofRows)
    return AuditResult.Figure(value: statistic(part), low: interval?.lower, high: interval?.upper)
  }

  // MARK: - Gaps

  /// Nil where the column has one group.
  private func gaps(of column: SliceSearch.Column) throws -> AuditResult.Gaps? {
    let stream = generator.split("gaps by \(column.name)")
    func measure(_ kind: ThresholdRate.Kind) throws -> Disaggregation.Result {
      try Disaggregation(bootstrap: PercentileBootstrap(replicates: 400, level: Self.level), minimumPositives: 0)
        .measure(
          ThresholdRate(kind, threshold: command.threshold), on: scored, groups: column.values, using: stream,
          on: workers)
    }
    let selection = try measure(.selection)
    let hits = try measure(.truePositive)
    let alarms = try measure(.falsePositive)
    guard selection.groups.count > 1 else { return nil }
    // The larger of the two gaps is the equalized odds difference.
    let odds = [hits.difference, alarms.difference].compactMap { $0 }.max { $0.value < $1.value }
    let extremes = [selection.difference, hits.difference, alarms.difference].compactMap { $0 }
      .flatMap { [$0.smallest, $0.largest] }
    let small = selection.groups.filter { $0.positives < Self.fewest }.map(\.name)
    return AuditResult.Gaps(
      column: column.name, demographicParityDifference: figure(selection.difference),
      demographicParityRatio: figure(selection.ratio), equalizedOddsDifference: figure(odds),
      equalOpportunityDifference: figure(hits.difference), tooFew: extremes.contains { small.contains($0) })
  }

  private func figure(_ gap: Disaggregation.Gap?) -> AuditResult.Figure {
    AuditResult.Figure(value: gap?.value, low: gap?.interval?.lower, high: gap?.interval?.upper)
  }

  // MARK: - Calibration

  private func calibration(_ overall: AuditResult.Rates) throws -> AuditResult.Calibration {
    let stream = generator.split("calibration")
    let band = try ConsistencyBand().measure(scored, using: stream.split("band"), on: workers)
    @Sendable func part(
      _ path: @Sendable @escaping (ReliabilityCurve.Decomposition) -> Double
    ) -> @Sendable (ScoredOutcomes) -> Double? {
      { (try? ReliabilityCurve($0)).map { path($0.decomposition) } }
    }
    return AuditResult.Calibration(
      bins: bins(15), ece: overall.ece, brier: overall.brier,
      reliability: figure(scored, stream, isDistance: true, part { $0.miscalibration }),
      resolution: figure(scored, stream, isDistance: true, part { $0.discrimination }),
      uncertainty: figure(scored, stream, part { $0.uncertainty }), pValue: band.pValue, isCompatible: band.holds)
  }

  /// Bins of equal width, [i/b, (i+1)/b).
  private func bins(_ count: Int) -> [AuditResult.Bin] {
    var rows = [[Int]](repeating: [], count: count)
    for (row, score) in scored.scores.enumerated() { rows[min(Int(score * Double(count)), count - 1)].append(row) }
    return rows.enumerated().map { bin, rows in
      let hits = rows.count { scored.outcomes[$0] }
      let interval = rows.isEmpty ? nil : WilsonInterval.of(hits: hits, trials: rows.count, level: Self.level)
      var sum = 0.0
      for row in rows { sum += scored.scores[row] }
      return AuditResult.Bin(
        from: Double(bin) / Double(count), to: Double(bin + 1) / Double(count), rows: rows.count,
        meanScore: rows.isEmpty ? nil : sum / Double(rows.count),
        observed: AuditResult.Figure(
          value: rows.isEmpty ? nil : Double(hits) / Double(rows.count), low: interval?.lower, high: interval?.upper))
    }
  }

  // MARK: - Slices

  private func worstSlices() throws -> [AuditResult.Slice] {
    guard !members.isEmpty else { return [] }
    let errors = zip(scored.scores, scored.outcomes).map { score, happened in
      let difference = score - (happened ? 1 : 0)
      return difference * difference
    }
    let support = max(32, (scored.count + 99) / 100)
    let stream = generator.split("slices")
    return try SliceSearch(support: support).search(members, errors: errors).map { slice in
      let own = try scored.selecting(rows: slice.rows)
      let error = drawn(BrierScore(), own, stream)
      return AuditResult.Slice(
        predicates: slice.conditions.map { "\($0.column)=\($0.value)" }, size: slice.rows.count,
        error: AuditResult.Figure(value: slice.meanError, low: error.low, high: error.high), score: slice.score)
    }
  }
}
