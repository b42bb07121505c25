import Charting
import Reporting

/// The page of `lab lifetime`. Customers are only counted: none is named, and cells of few are left blank.
struct LifetimeReport {
  private let command: LabLifetime
  private let result: LifetimeResult

  private static let fewest = 10

  init(_ command: LabLifetime, _ result: LifetimeResult) {
    self.command = command
    self.result = result
  }

  var report: LabReport {
    var parts: [LabReport.Part] = []
    if let totals { parts.append(LabReport.Part("What is to come?", [.table(totals, .half)] + alive)) }
    if let grid = LifetimeGrid(result.customers, unit: unit, fewest: Self.fewest) {
      parts.append(LabReport.Part("Who will buy again?", [.table(table(grid), .full)]))
    }
    if let holdout = result.holdout {
      parts.append(
        LabReport.Part(
          "Did it come true on time held back?", [.chart(tracking(holdout), .wide), .table(judged(holdout), .narrow)]))
    }
    parts.append(LabReport.Part("What was fitted?", [.table(parameters, .full)]))
    return LabReport(
      command.options, question: "Who is still a customer, and how much will they buy?", headline: headline,
      sentences: sentences,
      facts: [
        LabReport.Fact("Customers", ValueFormat.rows.text(result.count)),
        LabReport.Fact("Bought again", ValueFormat.rows.text(result.repeatCustomers)),
        LabReport.Fact("Model", model.name),
      ], parts: parts, points: points,
      terms: [
        LabReport.Fact("Still a customer", "The chance of not having left for good, given the purchases so far."),
        LabReport.Fact("Repeat purchases", "All purchases but the first."),
        LabReport.Fact("As before", "The rule that everybody goes on buying at the pace of the past."),
      ], notes: result.notes)
  }

  // MARK: - Words

  private func total(_ value: KeyPath<LifetimeResult.Customer, Double?>) -> Double? {
    let values = result.customers.compactMap { $0[keyPath: value] }
    return values.isEmpty ? nil : values.reduce(0, +)
  }

  /// ` weeks`, or nothing where the table's unit is unknown.
  private var unit: String { result.timeUnit.map { " \($0)s" } ?? "" }

  private var span: String { ValueFormat.amount.text(result.horizon) + unit }

  private var headline: String {
    guard let alive = total(\.alive) else { return "What a purchase is worth" }
    return
      "About \(ValueFormat.rows.text(alive.rounded())) of \(ValueFormat.rows.text(result.count)) are still customers"
  }

  private var sentences: [String] {
    var sentences: [String] = []
    if let purchases = total(\.expectedPurchases), result.horizon != nil {
      sentences.append("In the next \(span), \(ValueFormat.rows.text(purchases)) purchases are expected.")
    }
    if let value = total(\.expectedValue) {
      sentences.append("Together they are worth \(ValueFormat.amount.text(value)).")
    }
    if let holdout = result.holdout {
      let rows = ValueFormat.rows
      sentences.append(
        "On the time held back, \(rows.text(holdout.expected)) were expected and \(rows.text(holdout.actual)) came.")
    }
    return sentences
  }

  private var model: (name: String, paper: String) {
    switch command.model {
    case .bgNBD: ("BG/NBD", "Fader, Hardie and Lee 2005")
    case .mbgNBD: ("MBG/NBD", "Batislam, Denizel and Filiztekin 2007")
    case .paretoNBD: ("Pareto/NBD", "Schmittlein, Morrison and Colombo 1987")
    case .gammaGamma: ("Gamma-gamma", "Fader and Hardie 2013")
    }
  }

  private var points: [LabReport.Fact] {
    var points = [
      LabReport.Fact("Model", model.name), LabReport.Fact("Paper", model.paper),
      LabReport.Fact("Customers used", ValueFormat.rows.text(result.count)),
      LabReport.Fact("Log-likelihood", ValueFormat.measure.text(result.logLikelihood)),
    ]
    if result.gammaGamma != nil, command.model != .gammaGamma {
      points.append(LabReport.Fact("Value of a purchase", "Gamma-gamma: Fader and Hardie 2013"))
    }
    if result.horizon != nil { points.append(LabReport.Fact("Horizon", span)) }
    if let until = command.until { points.append(LabReport.Fact("Learned up to", until)) }
    return points
  }

  // MARK: - Figures

  private var totals: LabTableCard? {
    let all: [(String, Double?, ValueFormat)] = [
      ("Customers", Double(result.count), .rows), ("Bought again", Double(result.repeatCustomers), .rows),
      ("Still customers, about", total(\.alive).map { $0.rounded() }, .rows),
      ("Time ahead", result.horizon, .amount), ("Purchases expected in it", total(\.expectedPurchases), .rows),
      ("Repeat purchases of a new customer in it", result.expectedOfNewCustomer, .measure),
      ("Mean value of a purchase", result.populationMeanValue, .amount),
      ("Worth of the purchases expected", total(\.expectedValue), .amount),
    ]
    let known = all.filter { $0.1 != nil }
    return known.count < 3
      ? nil
      : LabTableCard(
        id: "totals", title: "All customers together", subtitle: "Estimates without intervals.",
        columns: ["Measure", "Value"], rows: known.map { [.text($0.0), .number($0.1, $0.2)] })
  }

  private var alive: [LabReport.Exhibit] {
    let chances = result.customers.compactMap(\.alive)
    guard !chances.isEmpty else { return [] }
    let counts = (0..<10).map { bin in chances.count { min(Int($0 * 10), 9) == bin } }
    return [
      .chart(
        Histogram(
          head: FigureHead(
            id: "alive", title: "How sure it is that they are still customers",
            subtitle: "Customers by the chance of still being one.", name: "Customers by chance"),
          valueHeading: "Chance", countHeading: "Customers",
          bins: HistogramBins(start: 0, width: 0.1, counts: counts), format: .share), .half)
    ]
  }

  private func table(_ grid: LifetimeGrid) -> LabTableCard {
    LabTableCard(
      id: "expected", title: "Purchases expected of one customer",
      subtitle: "Mean over the customers, by repeat purchases so far and by how long ago the last one was.",
      columns: ["Repeat purchases", "Customers", "Still customers"] + grid.bands,
      rows: grid.rows.map { row in
        [.text(row.name), .number(Double(row.customers), .rows), .number(row.alive, .share)]
          + row.expected.map { .number($0, .measure) }
      }, note: "Cells of fewer than \(Self.fewest) customers are left blank.")
  }

  private func tracking(_ holdout: LifetimeResult.Holdout) -> MethodDots {
    MethodDots(
      head: FigureHead(
        id: "tracking", title: "Expected beside what came",
        subtitle: "Mean purchases of a customer in the time held back, by repeat purchases before.",
        name: "Purchases in the time held back"),
      rowHeading: "Repeat purchases before", methods: ["Expected", "Came"],
      rows: holdout.byFrequency.map { MethodDots.Row($0.frequency, [$0.expected, $0.actual]) }, format: .measure)
  }

  private func judged(_ holdout: LifetimeResult.Holdout) -> LabTableCard {
    LabTableCard(
      id: "judged", title: "On the time held back",
      subtitle: "\(ValueFormat.amount.text(holdout.length))\(unit) that the model had not seen.",
      columns: ["Measure", "Model", "As before"],
      rows: [
        [
          .text("Purchases expected"), .number(holdout.expected, .rows), .number(holdout.baselineExpected, .rows),
        ],
        [.text("Purchases that came"), .number(holdout.actual, .rows), .number(holdout.actual, .rows)],
        [
          .text("Mean miss of a customer"), .number(holdout.meanAbsoluteError, .measure),
          .number(holdout.baselineMeanAbsoluteError, .measure),
        ],
      ])
  }

  private var parameters: LabTableCard {
    func rows(_ model: String, _ values: [String: Double], _ errors: [String: Double]) -> [[LabTableCard.Cell]] {
      values.keys.sorted().map { name in
        [.text(model), .text(name), .number(values[name], .amount), .number(errors[name], .amount)]
      }
    }
    var all = rows(model.name, result.parameters, result.standardErrors)
    if let spending = result.gammaGamma, command.model != .gammaGamma {
      all += rows("Gamma-gamma", spending.parameters, spending.standardErrors)
    }
    return LabTableCard(
      id: "parameters", title: "Parameters", subtitle: "By maximum likelihood, in the unit of time of the table.",
      columns: ["Model", "Parameter", "Value", "Standard error"], rows: all)
  }
}
