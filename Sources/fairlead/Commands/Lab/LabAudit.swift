import ArgumentParser
import Modeling

struct LabAudit: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Whether anybody's scores can be trusted: how good, how calibrated, and for whom they are wrong.",
    discussion: """
      Example:
        fairlead lab audit deals.csv --label won --score likelihood --groups region,size --json
      """)

  @OptionGroup var options: LabOptions

  @Option(help: "The column with what happened.")
  var label: String

  @Option(help: "The column with the score: a probability from 0 to 1.")
  var score: String

  @Option(help: "The value of the label that counts as yes; default: 1, true, yes or y, else the rarer one.")
  var positive: String?

  @Option(help: "Columns whose groups are compared, separated by commas.")
  var groups: String?

  @Option(help: "A score of this or more is acted upon.")
  var threshold = 0.5

  func validate() throws {
    if !threshold.isFinite { throw ValidationError("--threshold is \(threshold); expected a number") }
    if label == score { throw ValidationError("--label and --score name the same column; expected two") }
  }

  var groupColumns: [String] {
    var seen: Set<String> = []
    return (LabOptions.list(groups) ?? []).filter { seen.insert($0).inserted }
  }

  func run() throws {
    let (result, scored) = try scoredAudit()
    try options.say(result, text: result.text) { try AuditReport(self, result, scored: scored).report() }
  }

  func audit() throws -> AuditResult { try scoredAudit().result }

  private func scoredAudit() throws -> (result: AuditResult, scored: ScoredOutcomes) {
    let table = try LabTable.read(
      options.table, noHeader: options.noHeader, asText: Set([label] + groupColumns),
      wanted: [label, score] + groupColumns)
    return try LabOptions.refusing(table.name) {
      let audit = try Audit(self, table)
      return (try audit.result(), audit.scored)
    }
  }
}
