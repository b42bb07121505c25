import Foundation

/// What `lab segment` says. Groups are numbered from 0, the largest first.
struct SegmentResult: Encodable {
  struct Candidate: Encodable {
    let k: Int
    var stability: Double?
    var silhouette: Double?
    var bic: Double?
  }

  let model: String
  let k: Int
  let rows: Int
  /// Names of the columns of `centres`.
  let columns: [String]
  let dropped: [DroppedColumn]
  var sizes: [Int] = []
  /// In scaled units.
  var centres: [[Double]] = []
  /// In the table's units.
  var centresOriginal: [[Double]] = []
  var inertia: Double?
  var logLikelihood: Double?
  var bic: Double?
  var weights: [Double]?
  /// In scaled units; DBSCAN alone.
  var radius: Double?
  /// Rows in no group, labelled −1; null where every row is in one.
  var ungrouped: Int?
  var iterations: Int?
  var converged: Bool?
  /// Null where there is one group, or too many rows to compare each with each.
  var silhouette: Double?
  /// Mean adjusted Rand index over refits to resampled rows; null where it was not measured.
  var stability: Double?
  /// Null unless k was auto.
  var candidates: [Candidate]?
  var labels: [Int] = []
  var notes: [String] = []

  init(model: String, k: Int, rows: Int, columns: [String], dropped: [DroppedColumn]) {
    self.model = model
    self.k = k
    self.rows = rows
    self.columns = columns
    self.dropped = dropped
  }

  var text: String {
    func short(_ number: Double) -> String { String(format: "%.6g", number) }
    var lines = ["\(model), \(k) group\(k == 1 ? "" : "s"), \(rows) rows, \(columns.count) columns"]
    if let inertia { lines.append("  inertia         \(short(inertia))") }
    if let logLikelihood { lines.append("  log-likelihood  \(short(logLikelihood))") }
    if let bic { lines.append("  BIC             \(short(bic))") }
    if let silhouette { lines.append("  silhouette      \(short(silhouette))") }
    if let stability { lines.append("  stability       \(short(stability))") }
    if let radius { lines.append("  radius          \(short(radius))") }
    if let ungrouped { lines.append("  in no group     \(ungrouped)") }
    for (group, size) in sizes.enumerated() {
      let centre = zip(columns, centresOriginal[group]).prefix(8).map { "\($0) \(short($1))" }
      let more = columns.count > 8 ? ", …" : ""
      lines.append("  group \(group)  n \(size)  \(centre.joined(separator: ", "))\(more)")
    }
    for column in dropped { lines.append("  left out  \(column.column): \(column.reason)") }
    for note in notes { lines.append("  note  \(note)") }
    return lines.joined(separator: "\n")
  }
}
