import Computation
import Foundation
import Modeling

/// `ModelBench WORK FOLDER ROWS THREADS`: does one work on the data in a folder and tells what it took, without reading
/// the data, as one line of JSON. `peers/models.py` does the same with the peer, from the same start.
@main
struct ModelBench {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 5, let rows = Int(arguments[3]), let threads = Int(arguments[4]) else {
      print("usage: ModelBench WORK FOLDER ROWS THREADS; works: \(works.map(\.name).joined(separator: " "))")
      exit(64)
    }
    guard let work = works.first(where: { $0.name == arguments[1] }) else {
      print("found the work \(arguments[1]); expected one of \(works.map(\.name).joined(separator: " "))")
      exit(64)
    }
    var watch = Stopwatch()
    let check = try work.run(Table(folder: arguments[2], rows: rows), Workers(count: threads), &watch)
    print(#"{"seconds": \#(watch.seconds), "processor": \#(watch.processor), "check": \#(check)}"#)
  }

  /// `run` gives a figure that shows the result to be as good as the peer's.
  struct Work: Sendable {
    let name: String
    let run: @Sendable (Table, Workers, inout Stopwatch) throws -> Double
  }

  static let works =
    [kMeans("kmeans-iterations", clusters: 8, iterations: 10), kMeans("kmeans-8", clusters: 8, iterations: 300)]
    + [kMeans("kmeans-50", clusters: 50, iterations: 300), mixture, logistic, boosting, boostedScores, forest]
    + [contributions, lifetime, slices]
}
