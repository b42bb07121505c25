import Computation
import Modeling

/// One run of `lab lifetime` on customers that have been read.
struct Lifetime {
  private let command: LabLifetime
  private let input: LifetimeInput
  private let table: String
  private let workers: Workers

  init(_ command: LabLifetime, _ input: LifetimeInput, table: String) {
    self.command = command
    self.input = input
    self.table = table
    workers = command.options.workers
  }

  func result() throws -> LifetimeResult {
    let repeats = input.frequency.count { $0 > 0 }
    let spending = try fitSpending()
    guard command.model != .gammaGamma, let recency = input.recency, let age = input.age else {
      guard let spending else { preconditionFailure("gamma-gamma was asked for without values") }
      var result = LifetimeResult(
        model: command.model.rawValue, fit: Self.fit(spending), count: input.frequency.count, repeatCustomers: repeats)
      result.notes = input.notes + notes(on: spending)
      add(spending, to: &result)
      result.customers = customers { customer, row in self.value(spending, &customer, row) }
      return result
    }
    let histories = try PurchaseHistories(frequency: input.frequency, recency: recency, age: age)
    let fitted: any FittedPurchaseModel =
      switch command.model {
      case .mbgNBD: try BetaGeometricNBD(.afterAnyPurchase).fit(histories, on: workers)
      case .paretoNBD: try ParetoNBD().fit(histories, on: workers)
      case .bgNBD, .gammaGamma: try BetaGeometricNBD().fit(histories, on: workers)
      }
    let horizon = try horizon(age)
    let alive = fitted.alive(histories, on: workers)
    let expected = fitted.expected(in: horizon, histories, on: workers)
    var result = LifetimeResult(
      model: command.model.rawValue, fit: Self.fit(fitted, customers: histories.count), count: histories.count,
      repeatCustomers: repeats)
    result.timeUnit = input.unit?.rawValue
    result.horizon = horizon
    result.expectedOfNewCustomer = fitted.expectedOfNewCustomer(in: horizon)
    result.notes = input.notes
    if command.horizon == nil, input.holdout == nil {
      result.notes.append("looks as far ahead as the longest customer was watched; --horizon says otherwise")
    }
    if let spending {
      result.gammaGamma = Self.fit(spending)
      result.notes += notes(on: spending)
      add(spending, to: &result)
    }
    if let holdout = input.holdout { result.holdout = judge(fitted, histories, holdout) }
    result.customers = customers { customer, row in
      (customer.recency, customer.age) = (recency[row], age[row])
      (customer.alive, customer.expectedPurchases) = (alive[row], expected[row])
      guard let spending else { return }
      self.value(spending, &customer, row)
      customer.expectedValue = customer.expectedMeanValue.map { $0 * expected[row] }
    }
    return result
  }

  private func horizon(_ age: [Double]) throws -> Double {
    let longest = age.max() ?? 0
    let horizon = command.horizon ?? input.holdout?.length ?? longest
    guard horizon <= 1_000 * longest else {
      throw Failure(
        "\(table): --horizon is \(horizon), customers were watched for \(longest) at most; expected at most a thousand "
          + "times that; lower it", .unusableData)
    }
    return horizon
  }

  private func customers(
    _ complete: (inout LifetimeResult.Customer, Int) -> Void
  ) -> [LifetimeResult.Customer] {
    input.frequency.indices.map { row in
      var customer = LifetimeResult.Customer(
        customer: input.customers?[row], row: input.customers == nil ? row : nil, frequency: input.frequency[row])
      complete(&customer, row)
      return customer
    }
  }

  // MARK: - Value

  /// Customers who bought again and of whom it is known what for.
  private var spenders: [Int] {
    guard let monetary = input.monetary else { return [] }
    return input.frequency.indices.filter { input.frequency[$0] > 0 && monetary[$0] > 0 }
  }

  private func fitSpending() throws -> GammaGamma.Fitted? {
    guard let monetary = input.monetary else { return nil }
    let rows = spenders
    guard !rows.isEmpty else {
      throw Failure(
        "\(table): found no customer who bought again and has a value above 0; expected some; check the columns",
        .unusableData)
    }
    return try GammaGamma().fit(
      frequency: rows.map { input.frequency[$0] }, meanValue: rows.map { monetary[$0] }, on: workers)
  }

  private func add(_ spending: GammaGamma.Fitted, to result: inout LifetimeResult) {
    if spending.populationMean.isFinite {
      result.populationMeanValue = spending.populationMean
    } else {
      result.notes.append(
        "the mean value of a purchase has no bound (q is 1 or less): a few customers spend most of it")
    }
  }

  private func value(_ spending: GammaGamma.Fitted, _ customer: inout LifetimeResult.Customer, _ row: Int) {
    guard let monetary = input.monetary?[row] else { return }
    let isKnown = input.frequency[row] > 0 && monetary > 0
    let value = spending.expectedValue(frequency: isKnown ? input.frequency[row] : 0, meanValue: isKnown ? monetary : 0)
    customer.monetary = monetary.isNaN ? nil : monetary
    customer.expectedMeanValue = value.isFinite ? value : nil
  }

  private func notes(on spending: GammaGamma.Fitted) -> [String] {
    var notes: [String] = []
    let repeats = input.frequency.count { $0 > 0 }
    if spending.count < repeats {
      notes.append("\(repeats - spending.count) customers who bought again without a value above 0 were left out of it")
    }
    let rows = spenders
    if let monetary = input.monetary,
      let correlation = Self.correlation(rows.map { input.frequency[$0] }, rows.map { monetary[$0] }),
      abs(correlation) > 0.3
    {
      let figure = (100 * correlation).rounded() / 100
      notes.append("frequency and value go together (correlation \(figure)); gamma-gamma takes them as unrelated")
    }
    return notes
  }

  private static func correlation(_ a: [Double], _ b: [Double]) -> Double? {
    let count = Double(a.count)
    let (meanA, meanB) = (a.reduce(0, +) / count, b.reduce(0, +) / count)
    var (product, squareA, squareB) = (0.0, 0.0, 0.0)
    for (x, y) in zip(a, b) {
      product += (x - meanA) * (y - meanB)
      squareA += (x - meanA) * (x - meanA)
      squareB += (y - meanB) * (y - meanB)
    }
    let correlation = product / (squareA * squareB).squareRoot()
    return correlation.isFinite ? correlation : nil
  }

  private static func fit(_ fitted: GammaGamma.Fitted) -> LifetimeResult.Fit {
    fit(GammaGamma.Fitted.parameterNames, fitted.parameters, fitted.standardErrors, fitted.logLikelihood, fitted.count)
  }

  private static func fit<Model: FittedPurchaseModel>(_ fitted: Model, customers: Int) -> LifetimeResult.Fit {
    fit(Model.parameterNames, fitted.parameters, fitted.standardErrors, fitted.logLikelihood, customers)
  }

  private static func fit(
    _ names: [String], _ parameters: [Double], _ errors: [Double], _ logLikelihood: Double, _ customers: Int
  ) -> LifetimeResult.Fit {
    LifetimeResult.Fit(
      parameters: Dictionary(uniqueKeysWithValues: zip(names, parameters)),
      standardErrors: Dictionary(uniqueKeysWithValues: zip(names, errors)), logLikelihood: logLikelihood,
      customers: customers)
  }

  // MARK: - Holdout

  private func judge(
    _ fitted: any FittedPurchaseModel, _ histories: PurchaseHistories, _ holdout: LifetimeInput.Holdout
  ) -> LifetimeResult.Holdout {
    let expected = fitted.expected(in: holdout.length, histories, on: workers)
    let asBefore = histories.frequency.indices.map { row in
      histories.age[row] > 0 ? histories.frequency[row] / histories.age[row] * holdout.length : 0
    }
    let count = Double(histories.count)
    func absolute(_ guesses: [Double]) -> Double {
      zip(guesses, holdout.purchases).reduce(0) { $0 + abs($1.0 - $1.1) } / count
    }
    let squares = zip(expected, holdout.purchases).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    let groups = (0...7).compactMap { level -> LifetimeResult.Holdout.Group? in
      let rows = histories.frequency.indices.filter { min(histories.frequency[$0], 7) == Double(level) }
      guard !rows.isEmpty else { return nil }
      return LifetimeResult.Holdout.Group(
        frequency: level == 7 ? "7+" : "\(level)", customers: rows.count,
        actual: rows.reduce(0) { $0 + holdout.purchases[$1] } / Double(rows.count),
        expected: rows.reduce(0) { $0 + expected[$1] } / Double(rows.count))
    }
    return LifetimeResult.Holdout(
      length: holdout.length, customers: histories.count, actual: holdout.purchases.reduce(0, +),
      expected: expected.reduce(0, +), meanAbsoluteError: absolute(expected),
      rootMeanSquareError: (squares / count).squareRoot(), baselineExpected: asBefore.reduce(0, +),
      baselineMeanAbsoluteError: absolute(asBefore), byFrequency: groups)
  }
}
