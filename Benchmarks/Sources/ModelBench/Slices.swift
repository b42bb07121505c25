import Computation
import Modeling

extension ModelBench {
  /// The ten slices of up to three conditions, of a hundredth of the rows each, in which errors gather most. Check: the
  /// first one's score.
  static let slices = Work(name: "slices") { table, _, watch in
    let levels = try table.numbers("levels")
    let width = levels.count / table.rows
    let columns = (0..<width).map { column in
      SliceSearch.Column(
        name: "column \(column)", values: (0..<table.rows).map { "\(Int(levels[$0 * width + column]))" })
    }
    let errors = try table.numbers("errors")
    return try watch.time { try SliceSearch(support: table.rows / 100).search(columns, errors: errors) }.first?.score
      ?? 0
  }
}
