import ArgumentParser

struct LabDrift: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "drift",
    abstract: "What has changed between two tables with the same columns, and how often that is said for nothing.",
    discussion: """
      Numbers are compared by their deciles (population stability index), their distribution functions \
      (Kolmogorov–Smirnov, Wasserstein) and their missing cells, categories by their shares (χ², Jensen–Shannon).

      Example:
        fairlead lab drift leads-spring.csv leads-summer.csv --json
      """)

  @OptionGroup var options: LabOptions

  @Argument(help: "The current table; the one before it is the reference.")
  var current: String

  @Option(help: "Columns to compare, separated by commas; default: all that both tables have.")
  var features: String?

  @Option(help: "How often the rows of both are mixed and dealt again, to count false alarms.")
  var replays = 20

  func validate() throws {
    if !(0...10_000).contains(replays) { throw ValidationError("--replays is \(replays); expected 0 to 10,000") }
  }

  func run() throws {
    let pair = try pair()
    let result = try drift(pair)
    try options.say(result, text: result.text) { try DriftReport(self, result, pair).report() }
  }

  func drift() throws -> DriftResult { try drift(pair()) }

  private func pair() throws -> TablePair {
    try TablePair(options.table, current, noHeader: options.noHeader, features: LabOptions.list(features))
  }

  private func drift(_ pair: TablePair) throws -> DriftResult {
    try LabOptions.refusing(pair.current.name) { try Drift(self, pair).result() }
  }
}
