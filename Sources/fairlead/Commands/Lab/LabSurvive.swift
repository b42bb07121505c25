import ArgumentParser
import Modeling

struct LabSurvive: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "survive",
    abstract: "How long customers stay, and what makes them leave sooner: Kaplan–Meier curves and Cox regression.",
    discussion: """
      Example:
        fairlead lab survive customers.csv --duration tenure --event churned --covariates plan,price --groups plan
      """)

  enum Ties: String, ExpressibleByArgument, CaseIterable {
    case efron, breslow

    var meaning: CoxRegression.Ties { self == .efron ? .efron : .breslow }
  }

  @OptionGroup var options: LabOptions

  @Option(help: "The column with how long each was watched.")
  var duration: String

  @Option(help: "The column that says whether the event ended it; otherwise it was still to come.")
  var event: String

  @Option(help: "The value of --event that counts as yes; default: 1, true, yes or y, else the rarer one.")
  var positive: String?

  @Option(help: "Columns that may hasten or delay the event, separated by commas. Default: the curve alone.")
  var covariates: String?

  @Option(help: "How events at the same duration are counted: efron or breslow.")
  var ties = Ties.efron

  @Option(help: "Columns whose groups get a curve each and are compared, separated by commas.")
  var groups: String?

  func validate() throws {
    if duration == event { throw ValidationError("--duration and --event name the same column; expected two") }
  }

  var groupColumns: [String] {
    var seen: Set<String> = []
    return (LabOptions.list(groups) ?? []).filter { seen.insert($0).inserted }
  }

  func run() throws {
    let result = try survive()
    try options.say(result, text: result.text) { SurviveReport(self, result).report }
  }

  func survive() throws -> SurviveResult {
    let wanted = [duration, event] + (LabOptions.list(covariates) ?? []) + groupColumns
    let table = try LabTable.read(options.table, noHeader: options.noHeader, asText: [event], wanted: wanted)
    return try LabOptions.refusing(table.name) { try Survival(self, table).result() }
  }
}
