import ArgumentParser

struct LabSegment: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "segment",
    abstract: "Groups the rows of any table: k-means, a Gaussian mixture, Ward's hierarchy, DBSCAN or HDBSCAN.",
    discussion: """
      Example:
        fairlead lab segment customers.csv --model gmm --k auto --json
      """)

  enum Model: String, ExpressibleByArgument, CaseIterable { case kmeans, gmm, ward, dbscan, hdbscan }
  enum Shape: String, ExpressibleByArgument, CaseIterable { case full, tied, diagonal, spherical }
  enum Scale: String, ExpressibleByArgument, CaseIterable { case none, standard, robust }

  @OptionGroup var options: LabOptions

  @Option(help: "Columns to use, separated by commas; default: all.")
  var features: String?

  @Option(help: "kmeans, gmm, ward, dbscan or hdbscan; the last two leave rows out of every group.")
  var model = Model.kmeans

  @Option(help: "The number of groups, or auto; dbscan and hdbscan find it.")
  var k = "auto"

  @Option(help: "What the components of a mixture share: full, tied, diagonal or spherical.")
  var covariance = Shape.full

  @Option(help: "none, standard (mean 0, population deviation 1) or robust (median 0, interquartile range 1).")
  var scale = Scale.standard

  @Option(help: "Random starts, of which the best is kept; default: 20, and on small tables up to 500.")
  var starts: Int?

  @Option(help: "A file with the k rows to start from: data-row numbers from 0, or their values.")
  var start: String?

  @Option(help: "dbscan: how near neighbours are, in scaled units; default: where distances to neighbours turn up.")
  var radius: Double?

  @Option(help: "dbscan: rows within the radius that begin a group; hdbscan: rows of the smallest group.")
  var neighbours: Int?

  static let usualStarts = 20
  static let usualNeighbours = 5

  var findsCount: Bool { model == .dbscan || model == .hdbscan }

  func validate() throws {
    if k != "auto" {
      guard let count = Int(k), count >= 1 else {
        throw ValidationError("--k is \"\(k)\"; expected 1 or more, or auto")
      }
    }
    if let starts, !(1...10_000).contains(starts) {
      throw ValidationError("--starts is \(starts); expected 1 to 10,000")
    }
    if findsCount && k != "auto" {
      throw ValidationError("--k is \(k); \(model.rawValue) finds the number of groups; leave it out")
    }
    if (starts != nil || start != nil) && model != .kmeans && model != .gmm {
      throw ValidationError("--\(starts != nil ? "starts" : "start") is for kmeans and gmm; leave it out")
    }
    if let radius, !(radius > 0 && radius < .infinity) {
      throw ValidationError("--radius is \(radius); expected a number above 0")
    }
    if radius != nil && model != .dbscan { throw ValidationError("--radius is for --model dbscan; leave it out") }
    if let neighbours, neighbours < 2 { throw ValidationError("--neighbours is \(neighbours); expected 2 or more") }
    if neighbours != nil && !findsCount {
      throw ValidationError("--neighbours is for --model dbscan or hdbscan; leave it out")
    }
    if start != nil && k == "auto" { throw ValidationError("--start needs --k; give the number of its rows") }
    if covariance != .full && model != .gmm { throw ValidationError("--covariance is for --model gmm; leave it out") }
  }

  func run() throws {
    let table = try table()
    let result = try segment(table)
    try options.say(result, text: result.text) { SegmentReport(self, result, table).report }
  }

  func segment() throws -> SegmentResult { try segment(table()) }

  private func table() throws -> LabTable {
    try LabTable.read(options.table, noHeader: options.noHeader, wanted: LabOptions.list(features))
  }

  private func segment(_ table: LabTable) throws -> SegmentResult {
    try LabOptions.refusing(table.name) { try Segmentation(self, table).result() }
  }
}
