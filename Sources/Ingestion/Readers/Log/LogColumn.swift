/// The columns that every kind of access log is brought to; what a log does not hold is empty.
enum LogColumn: Int, CaseIterable {
  /// Host that was asked for.
  case site
  /// Of the visitor.
  case address
  /// As the log writes it; W3C logs, which are in UTC, with "T" and "Z" put in.
  case time
  case method
  /// Path and query, or a whole address.
  case target
  case status
  case referrer
  case agent

  /// The element that stands for a log's lines where a document's would.
  static let rootName = "access log"

  static let header = Header(allCases.map { "\($0)" })
}
