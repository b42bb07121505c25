import ArgumentParser

struct LabAttribute: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "attribute",
    abstract: "Divides conversions among the channels of their paths: touch rules, a Markov chain and Shapley values.",
    discussion: """
      Each row is a path, the first touch first, with how often it ended in a conversion and how often in nothing.

      Example:
        fairlead lab attribute paths.csv --path path --conversions total_conversions --null total_null --order 2
      """)

  @OptionGroup var options: LabOptions

  @Option(help: "The column with the paths.")
  var path: String

  @Option(help: "The column with how often the path ended in a conversion.")
  var conversions: String

  @Option(help: "The column with what those conversions came to in all.")
  var value: String?

  @Option(help: "The column with how often the path ended in nothing.")
  var null: String?

  @Option(help: "What stands between two touches.")
  var separator = ">"

  @Option(help: "How many touches the Markov chain remembers: 1 to 4; default: by penalised area under the ROC curve.")
  var order: Int?

  @Flag(help: "Repeated touches of one channel stay several touches in the Markov chain.")
  var keepRepeats = false

  func validate() throws {
    if let order, !(1...4).contains(order) { throw ValidationError("--order is \(order); expected 1 to 4") }
    if separator.isEmpty { throw ValidationError("--separator is empty; expected what stands between two touches") }
    var seen: Set<String> = []
    for column in [path, conversions, value, null].compactMap({ $0 }) where !seen.insert(column).inserted {
      throw ValidationError("two options name the column \(column); expected one column for each")
    }
  }

  func run() throws {
    let result = try attribute()
    try options.say(result, text: result.text) { AttributeReport(self, result).report }
  }

  func attribute() throws -> AttributeResult {
    let table = try LabTable.read(
      options.table, noHeader: options.noHeader, asText: [path],
      wanted: [path, conversions, value, null].compactMap { $0 })
    return try LabOptions.refusing(table.name) { try PathAttribution(self, table).result() }
  }
}
