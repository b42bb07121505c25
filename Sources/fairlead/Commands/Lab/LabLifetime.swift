import ArgumentParser
import Vocabulary

struct LabLifetime: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lifetime",
    abstract: "Who is still a customer, how often they will buy again, and what they are worth.",
    discussion: """
      A table with one row for each customer: how many purchases came after the first (frequency), and how long after \
      it the last purchase (recency) and the end of watching (age) came, in one unit. Or a list of transactions.

      Example:
        fairlead lab lifetime customers.csv --frequency x --recency t_x --age T --monetary m
        fairlead lab lifetime orders.csv --transactions --customer id --date day --amount total --until 2026-06-30
      """)

  enum Model: String, ExpressibleByArgument, CaseIterable {
    case bgNBD = "bg-nbd"
    case mbgNBD = "mbg-nbd"
    case paretoNBD = "pareto-nbd"
    case gammaGamma = "gamma-gamma"
  }

  enum Unit: String, ExpressibleByArgument, CaseIterable {
    case day, week

    var days: Double { self == .week ? 7 : 1 }
  }

  @OptionGroup var options: LabOptions

  @Option(help: "bg-nbd, mbg-nbd, pareto-nbd, or gamma-gamma for the value of purchases alone.")
  var model = Model.bgNBD

  @Option(help: "The column with the number of purchases after the first.")
  var frequency: String?

  @Option(help: "The column with the time from the first purchase to the last.")
  var recency: String?

  @Option(help: "The column with the time from the first purchase to the end of watching.")
  var age: String?

  @Option(help: "The column with the mean value of the purchases after the first.")
  var monetary: String?

  @Flag(help: "The table lists transactions, one a row.")
  var transactions = false

  @Option(help: "With --transactions: the column that says whose it is.")
  var customer: String?

  @Option(help: "With --transactions: the column with its day.")
  var date: String?

  @Option(help: "With --transactions: the column with its value.")
  var amount: String?

  @Option(help: "With --transactions: the last day to learn from; later ones judge the model. Default: the last day.")
  var until: String?

  @Option(help: "With --transactions: dmy, mdy or ymd, where the dates leave it open.")
  var dateOrder: String?

  @Option(help: "With --transactions: the unit of time, day or week.")
  var unit = Unit.week

  @Option(help: "How far ahead to look, in the unit of age. Default: the time held out, or the longest age.")
  var horizon: Double?

  func validate() throws {
    if let horizon, !(horizon > 0 && horizon.isFinite) {
      throw ValidationError("--horizon is \(horizon); expected a number above 0")
    }
    if let until, Day(iso: until) == nil {
      throw ValidationError("--until is \"\(until)\"; expected a day as 2026-06-30")
    }
    if let dateOrder, DateOrder(rawValue: dateOrder) == nil {
      throw ValidationError("--date-order is \"\(dateOrder)\"; expected dmy, mdy or ymd")
    }
    if transactions {
      try require([("--customer", customer), ("--date", date)], for: "--transactions")
      try refuse(
        [("--frequency", frequency), ("--recency", recency), ("--age", age), ("--monetary", monetary)],
        because: "--transactions counts it from the list")
      if model == .gammaGamma { try require([("--amount", amount)], for: "--model gamma-gamma") }
      return
    }
    try refuse(
      [
        ("--customer", customer), ("--date", date), ("--amount", amount), ("--until", until),
        ("--date-order", dateOrder),
      ],
      because: "it goes with --transactions")
    if model == .gammaGamma {
      try require([("--frequency", frequency), ("--monetary", monetary)], for: "--model gamma-gamma")
    } else {
      try require(
        [("--frequency", frequency), ("--recency", recency), ("--age", age)], for: "--model \(model.rawValue)")
    }
  }

  private func require(_ flags: [(name: String, value: String?)], for what: String) throws {
    for flag in flags where flag.value == nil {
      throw ValidationError("\(what) needs \(flag.name); name the column")
    }
  }

  private func refuse(_ flags: [(name: String, value: String?)], because: String) throws {
    for flag in flags where flag.value != nil { throw ValidationError("\(flag.name): \(because); leave it out") }
  }

  func run() throws {
    let result = try lifetime()
    var summary = result
    summary.customers = []
    try options.say(summary, with: result.customers, as: "customers", text: options.output.json ? "" : result.text) {
      LifetimeReport(self, result).report
    }
  }

  func lifetime() throws -> LifetimeResult {
    let asText = transactions ? Set([customer, date].compactMap { $0 }) : []
    let wanted = [frequency, recency, age, monetary, customer, date, amount].compactMap { $0 }
    let table = try LabTable.read(options.table, noHeader: options.noHeader, asText: asText, wanted: wanted)
    return try LabOptions.refusing(table.name) {
      let input = try transactions ? LifetimeInput(transactions: table, self) : LifetimeInput(customers: table, self)
      return try Lifetime(self, input, table: table.name).result()
    }
  }
}
