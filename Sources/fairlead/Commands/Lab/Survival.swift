import Computation
import Modeling

/// One run of `lab survive` on a table that has been read.
struct Survival {
  private let command: LabSurvive
  private let table: LabTable
  private let events: [Bool?]
  private let positive: String
  private let durations: [Double]
  /// Those with a duration and an event.
  private let rows: [Int]
  private var notes: [String]

  init(_ command: LabSurvive, _ table: LabTable) throws {
    self.command = command
    self.table = table
    durations = try table.fullMeasures(of: command.duration)
    let outcomes = try Self.outcomes(command, table)
    (events, positive, notes) = (outcomes.events, outcomes.positive, [outcomes.note].compactMap { $0 })
    rows = durations.indices.filter { outcomes.events[$0] != nil }
    if rows.count < table.rowCount {
      notes.append("\(table.rowCount - rows.count) rows without a value of \(command.event) were left out")
    }
  }

  /// As for labels elsewhere, but an event that came to everybody, or to nobody yet, is an outcome too.
  private static func outcomes(
    _ command: LabSurvive, _ table: LabTable
  ) throws -> (events: [Bool?], positive: String, note: String?) {
    guard case .levels(let codes, let levels) = table.columns[try table.index(of: command.event)], !levels.isEmpty
    else {
      throw Failure(
        "\(table.name): \(command.event) has no value in any row; expected whether the event came; name another --event",
        .unusableData)
    }
    if levels.count == 1 {
      let isYes =
        command.positive.map { $0 == levels[0] }
        ?? (["1", "true", "yes", "y"].contains(levels[0].lowercased()) || Double(levels[0]) == 1)
      guard isYes else {
        throw Failure(
          "\(table.name): \(command.event) has one value, which does not mean yes; expected some rows to which the event "
            + "came; watch longer, or name the value with --positive", .unusableData)
      }
      return (codes.map { $0 < 0 ? nil : true }, levels[0], "the event came to everybody")
    }
    let label = try LabOutcomes(
      codes.map { $0 < 0 ? nil : levels[Int($0)] }, column: command.event, table: table.name,
      positive: command.positive)
    return (label.outcomes, label.positive, label.note)
  }

  private func times(_ rows: [Int]) throws -> SurvivalTimes {
    try SurvivalTimes(durations: rows.map { durations[$0] }, events: rows.map { events[$0] ?? false })
  }

  func result() throws -> SurviveResult {
    let times = try times(rows)
    let longest = times.durations.max() ?? 0
    let whole = Self.curve(times, to: longest)
    var (notes, dropped): ([String], [DroppedColumn]) = (self.notes, [])
    let comparisons = try command.groupColumns.map { try compare($0, to: longest, &notes) }
    var coefficients: [SurviveResult.Coefficient] = []
    var fitted: CoxRegression.Fitted?
    if let wanted = LabOptions.list(command.covariates) {
      let used = try usedRows(wanted, &notes)
      let columns = try SurvivalColumns(table, wanted, except: [command.duration, command.event], rows: used)
      dropped = columns.dropped
      notes += columns.notes
      let cox = try fit(columns, try self.times(used))
      coefficients = Self.coefficients(cox, columns.names)
      fitted = cox
    }
    return SurviveResult(
      duration: command.duration, event: command.event, positive: positive, rows: times.count,
      events: times.eventCount, median: whole.median, restrictedMean: whole.restrictedMean,
      restrictedMeanError: whole.restrictedMeanError, longest: longest, curve: whole.curve, comparisons: comparisons,
      ties: command.ties.rawValue, coefficients: coefficients, concordance: fitted?.concordance,
      logLikelihood: fitted?.logLikelihood, nullLogLikelihood: fitted?.nullLogLikelihood, dropped: dropped,
      notes: notes)
  }

  // MARK: - Curves

  private static func curve(_ times: SurvivalTimes, to longest: Double) -> SurviveResult.Curve {
    let kaplanMeier = KaplanMeier(times)
    let hazards = NelsonAalen(times)
    let mean = kaplanMeier.restrictedMean(to: longest)
    return SurviveResult.Curve(
      rows: times.count, events: times.eventCount, median: kaplanMeier.median, restrictedMean: mean.mean,
      restrictedMeanError: mean.standardError,
      curve: zip(kaplanMeier.points, hazards.points).map { point, hazard in
        SurviveResult.Point(
          time: point.time, atRisk: point.atRisk, events: point.events, censored: point.censored,
          survival: point.survival, low: point.interval?.lower, high: point.interval?.upper, hazard: hazard.hazard)
      })
  }

  private func compare(
    _ column: String, to longest: Double, _ notes: inout [String]
  ) throws -> SurviveResult.Comparison {
    let values = try groupNames(column)
    let known = rows.filter { values[$0] != nil }
    if known.count < rows.count {
      notes.append("\(rows.count - known.count) rows without a value of \(column) are in none of its groups")
    }
    let names = Set(known.compactMap { values[$0] }).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    guard names.count <= 50 else {
      throw Failure(
        "\(table.name): \(column) has \(names.count) groups; expected at most 50; group them", .unusableData)
    }
    let numbers = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    let members = known.map { values[$0].flatMap { numbers[$0] } ?? 0 }
    let groups = try names.enumerated().map { number, name in
      let rows = zip(known, members).filter { $1 == number }.map(\.0)
      return SurviveResult.Group(group: name, survival: Self.curve(try times(rows), to: longest))
    }
    var test: LogRankTest?
    do {
      test = known.isEmpty ? nil : try LogRankTest(try times(known), groups: members)
    } catch let problem as FitProblem {
      notes.append("groups of \(column) could not be compared: \(problem)")
    }
    return SurviveResult.Comparison(
      column: column, groups: groups, chiSquare: test?.chiSquare, degreesOfFreedom: test?.degreesOfFreedom,
      pValue: test?.pValue)
  }

  /// Levels as they stand; numbers as a number is written.
  private func groupNames(_ column: String) throws -> [String?] {
    switch table.columns[try table.index(of: column)] {
    case .numbers(let values):
      values.map { value in
        if value.isNaN { return nil }
        return value == value.rounded() && abs(value) < 1e15 ? "\(Int(value))" : "\(value)"
      }
    case .levels(let codes, let levels): codes.map { $0 < 0 ? nil : levels[Int($0)] }
    }
  }

  // MARK: - Regression

  private func usedRows(_ wanted: [String], _ notes: inout [String]) throws -> [Int] {
    let columns = try wanted.map { table.columns[try table.index(of: $0)] }
    let used = rows.filter { row in
      columns.allSatisfy { column in
        switch column {
        case .numbers(let values): !values[row].isNaN
        case .levels(let codes, _): codes[row] >= 0
        }
      }
    }
    guard !used.isEmpty else {
      throw Failure(
        "\(table.name): found no row with a value in each of the covariates; expected some; name fewer", .unusableData)
    }
    if used.count < rows.count {
      notes.append("\(rows.count - used.count) rows with a blank covariate were left out of the regression")
    }
    return used
  }

  private func fit(_ columns: SurvivalColumns, _ times: SurvivalTimes) throws -> CoxRegression.Fitted {
    do {
      return try CoxRegression(ties: command.ties.meaning).fit(columns.matrix, times)
    } catch FitProblem.monotoneLikelihood(_, let column) {
      throw Failure(
        "\(table.name): \(columns.sources[column]) tells events from survivals without error, so that its coefficient has "
          + "no bound; expected some overlap; join its levels, or leave it out of --covariates", .unusableData)
    }
  }

  private static func coefficients(_ cox: CoxRegression.Fitted, _ names: [String]) -> [SurviveResult.Coefficient] {
    let intervals = cox.intervals()
    let pValues = cox.pValues
    let ratio = { (logarithm: Double) -> Double? in
      let ratio = Exponential.of(logarithm)
      return ratio.isFinite ? ratio : nil
    }
    return names.enumerated().map { index, name in
      SurviveResult.Coefficient(
        name: name, coefficient: cox.coefficients[index], standardError: cox.standardErrors[index],
        hazardRatio: ratio(cox.coefficients[index]), low: ratio(intervals[index].lower),
        high: ratio(intervals[index].upper), pValue: pValues[index])
    }
  }
}
