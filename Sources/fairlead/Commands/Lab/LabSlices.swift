import ArgumentParser

struct LabSlices: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "slices",
    abstract: "Where errors gather: the groups of rows, by up to a few conditions, in which a model does worst.",
    discussion: """
      The error of a row stands in a column (--error), or is the squared difference of score and outcome (--label and \
      --score), or whether acting on the score was wrong (with --threshold). Numbers with many values are cut at their \
      quintiles.

      Example:
        fairlead lab slices deals.csv --label won --score likelihood --json
      """)

  @OptionGroup var options: LabOptions

  @Option(help: "The column with each row's error, 0 or more.")
  var error: String?

  @Option(help: "The column with what happened.")
  var label: String?

  @Option(help: "The column with the score: a probability from 0 to 1.")
  var score: String?

  @Option(help: "The value of the label that counts as yes; default: 1, true, yes or y, else the rarer one.")
  var positive: String?

  @Option(help: "With --label and --score: a row counts as wrong where the score is on the other side of this.")
  var threshold: Double?

  @Option(help: "Columns whose groups are looked at, separated by commas; default: all others.")
  var features: String?

  @Option(help: "How much the error of a slice weighs against its size; above 0, at most 1.")
  var alpha = 0.95

  @Option(help: "The most conditions of a slice.")
  var level = 3

  @Option(help: "The fewest rows of a slice; default: one in a hundred, at least 32.")
  var support: Int?

  func validate() throws {
    if (error == nil) == (label == nil && score == nil) || (label == nil) != (score == nil) {
      throw ValidationError("expected --error, or --label and --score; name one or the other")
    }
    if error != nil && (threshold != nil || positive != nil) {
      throw ValidationError("--threshold and --positive go with --label and --score; leave them out")
    }
    if label != nil && label == score {
      throw ValidationError("--label and --score name the same column; expected two")
    }
    if let threshold, !threshold.isFinite { throw ValidationError("--threshold is \(threshold); expected a number") }
    if !(alpha > 0 && alpha <= 1) { throw ValidationError("--alpha is \(alpha); expected above 0 and at most 1") }
    if !(1...6).contains(level) { throw ValidationError("--level is \(level); expected 1 to 6") }
    if let support, support < 1 { throw ValidationError("--support is \(support); expected 1 or more") }
  }

  func run() throws {
    let result = try slices()
    try options.say(result, text: result.text) { SlicesReport(command: self, result: result).report }
  }

  func slices() throws -> SlicesResult {
    let answers = [error, label, score].compactMap { $0 }
    let table = try LabTable.read(
      options.table, noHeader: options.noHeader, asText: Set([label].compactMap { $0 }),
      wanted: LabOptions.list(features).map { $0 + answers })
    return try LabOptions.refusing(table.name) { try Slices(self, table).result() }
  }
}
