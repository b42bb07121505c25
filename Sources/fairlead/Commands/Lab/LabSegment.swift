import ArgumentParser

struct LabSegment: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "segment",
    abstract: "Groups the rows of any table: k-means or a Gaussian mixture.",
    discussion: """
      Example:
        fairlead lab segment customers.csv --model gmm --k auto --json
      """)

  enum Model: String, ExpressibleByArgument, CaseIterable { case kmeans, gmm }
  enum Shape: String, ExpressibleByArgument, CaseIterable { case full, tied, diagonal, spherical }
  enum Scale: String, ExpressibleByArgument, CaseIterable { case none, standard, robust }

  @OptionGroup var options: LabOptions

  @Option(help: "Columns to use, separated by commas; default: all.")
  var features: String?

  @Option(help: "kmeans or gmm.")
  var model = Model.kmeans

  @Option(help: "The number of groups, or auto.")
  var k = "auto"

  @Option(help: "What the components of a mixture share: full, tied, diagonal or spherical.")
  var covariance = Shape.full

  @Option(help: "none, standard (mean 0, population deviation 1) or robust (median 0, interquartile range 1).")
  var scale = Scale.standard

  @Option(help: "Random starts, of which the best is kept.")
  var starts = 20

  @Option(help: "A file with the k rows to start from: data-row numbers from 0, or their values.")
  var start: String?

  func validate() throws {
    if k != "auto" {
      guard let count = Int(k), count >= 1 else {
        throw ValidationError("--k is \"\(k)\"; expected 1 or more, or auto")
      }
    }
    if !(1...10_000).contains(starts) { throw ValidationError("--starts is \(starts); expected 1 to 10,000") }
    if start != nil && k == "auto" { throw ValidationError("--start needs --k; give the number of its rows") }
    if covariance != .full && model != .gmm { throw ValidationError("--covariance is for --model gmm; leave it out") }
  }

  func run() throws {
    let result = try segment()
    if options.output.json { try Terminal.sayJSON(result) } else { Terminal.say(result.text) }
  }

  func segment() throws -> SegmentResult {
    let table = try LabTable.read(options.table, noHeader: options.noHeader)
    return try LabOptions.refusing(table.name) { try Segmentation(self, table).result() }
  }
}
