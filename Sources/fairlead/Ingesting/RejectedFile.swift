import Ingestion

/// Ends a file's transaction with nothing loaded: too many of its rows could not be understood, or none could be used.
struct RejectedFile: Error {
  let summary: ReadSummary

  /// Nil where the file may be loaded.
  init?(_ summary: ReadSummary, limit: RejectionLimit) {
    guard summary.rowsRejected > 0,
      !summary.hasFacts || !limit.allows(rejected: summary.rowsRejected, of: summary.rowsRead)
    else { return nil }
    self.summary = summary
  }

  func message(_ name: String) -> String {
    let (rejected, read) = (summary.rowsRejected, summary.rowsRead)
    let rows = read == 1 ? "its only row" : rejected == read ? "all \(read) rows" : "\(rejected) of \(read) rows"
    let first = summary.firstRejected.map { FileReport.Problem($0).sentence } ?? ""
    return "\(name): \(rows) could not be understood; the first is in \(first); \(advice)"
  }

  /// A mapping may point at the wrong column. A higher limit would not help a file of which nothing can be used.
  var advice: String {
    let mapping = summary.mapping.map { " or the mapping \"\($0)\"" } ?? ""
    return "correct the export" + mapping + (summary.hasFacts ? " or raise --max-rejected" : "")
  }
}
