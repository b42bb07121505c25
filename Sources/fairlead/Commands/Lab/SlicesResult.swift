import Foundation

/// What `lab slices` says: the worst slices first.
struct SlicesResult: Encodable {
  struct Slice: Encodable, Equatable {
    let predicates: [String]
    let size: Int
    /// Mean error of its rows.
    let error: Double
    /// SliceLine's; above 0 is worse than the whole.
    let score: Double
  }

  let rows: Int
  let meanError: Double
  let alpha: Double
  let level: Int
  let support: Int
  let columns: [String]
  let dropped: [DroppedColumn]
  let slices: [Slice]
  let notes: [String]

  var text: String {
    func short(_ number: Double) -> String { String(format: "%.4g", number) }
    var lines = ["mean error \(short(meanError)) over \(rows) rows, \(columns.count) columns"]
    for slice in slices {
      let times = meanError > 0 ? ", \(short(slice.error / meanError)) times the mean" : ""
      lines.append(
        "  \(slice.predicates.joined(separator: " and "))  n \(slice.size), error \(short(slice.error))\(times), "
          + "score \(short(slice.score))")
    }
    if slices.isEmpty {
      lines.append("  no slice of \(support) rows or more does worse than the whole by its size and error")
    }
    for column in dropped { lines.append("  left out  \(column.column): \(column.reason)") }
    for note in notes { lines.append("  note  \(note)") }
    return lines.joined(separator: "\n")
  }
}
