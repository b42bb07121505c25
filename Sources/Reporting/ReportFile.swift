/// One file of a finished report.
package struct ReportFile: Sendable, Equatable {
  /// Relative to the folder of the report, with `/`.
  package let path: String
  package let bytes: [UInt8]

  /// The report for machines.
  package static let recordPath = "report.json"

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  init(path: String, text: String) {
    self.path = path
    bytes = Array(text.utf8)
  }
}
