/// Where in its file a record was read: 1-based physical line of the record's first byte, and the table within the file.
package struct RecordOrigin: Hashable, Sendable {
  package let line: Int
  package let section: Int

  package init(line: Int, section: Int = 0) {
    self.line = line
    self.section = section
  }
}
