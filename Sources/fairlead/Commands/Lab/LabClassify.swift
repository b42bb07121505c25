import ArgumentParser

struct LabClassify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "classify",
    abstract: "Learns who says yes from any table: several models beside the base rate, chosen on held-out rows.",
    discussion: """
      Example:
        fairlead lab classify leads.csv --label won --models logistic,boosted --json
      """)

  @OptionGroup var options: LabOptions

  @Option(help: "Columns to learn from, separated by commas; default: all others.")
  var features: String?

  @Option(help: "The column to predict.")
  var label: String

  @Option(help: "The value that counts as yes; default: 1, true, yes or y, else the rarer one.")
  var positive: String?

  @Option(help: "all, or some of \(ClassifierKind.allCases.map(\.rawValue).joined(separator: ", ")).")
  var models = "all"

  @Option(help: "A file with the training rows' numbers, one a line, from 0.")
  var train: String?

  @Option(help: "A file with the validation rows' numbers.")
  var valid: String?

  @Option(help: "A file with the test rows' numbers.")
  var test: String?

  func validate() throws {
    _ = try kinds()
    let given = [train, valid, test].count { $0 != nil }
    if given != 0 && given != 3 {
      throw ValidationError("found \(given) of --train, --valid and --test; expected all three or none")
    }
  }

  /// From the simplest to the most complex.
  func kinds() throws -> [ClassifierKind] {
    if models == "all" { return ClassifierKind.allCases }
    let names = LabOptions.list(models) ?? []
    for name in names where ClassifierKind(rawValue: name) == nil {
      let known = ClassifierKind.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("--models names \"\(name)\"; expected all, or some of \(known)")
    }
    if names.isEmpty { throw ValidationError("--models is empty; expected all or some names") }
    return ClassifierKind.allCases.filter { names.contains($0.rawValue) }
  }

  func run() throws {
    let table = try table()
    let result = try classify(table)
    try options.say(result, text: result.text) {
      let outcomes = try LabOutcomes(
        try table.texts(of: label), column: label, table: table.name, positive: positive
      ).outcomes
      return try ClassifyReport(self, result, outcomes: result.testRows.map { outcomes[$0] ?? false }).report()
    }
  }

  func classify() throws -> ClassifyResult { try classify(table()) }

  private func table() throws -> LabTable {
    try LabTable.read(
      options.table, noHeader: options.noHeader, asText: [label],
      wanted: LabOptions.list(features).map { $0 + [label] })
  }

  private func classify(_ table: LabTable) throws -> ClassifyResult {
    try LabOptions.refusing(table.name) { try Classification(self, table).result() }
  }
}
