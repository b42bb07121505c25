/// One file of a finished report.
package struct ReportFile: Sendable, Equatable {
  /// Relative to the folder of the report, with `/`.
  package let path: String
  package let bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  init(path: String, text: String) {
    self.path = path
    bytes = Array(text.utf8)
  }
}
