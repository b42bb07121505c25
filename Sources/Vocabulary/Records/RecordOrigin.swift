/// Where in its file a record was read: 1-based physical line of the record's first byte, and the table within the file.
package struct RecordOrigin: Hashable, Sendable {
  package let line: Int
  package let section: Int
  /// A digest of all its cells, which tells records apart of which the same was understood; 0 where nobody asks for it. Two
  /// origins are equal whatever it is.
  package let content: UInt64

  package init(line: Int, section: Int = 0, content: UInt64 = 0) {
    self.line = line
    self.section = section
    self.content = content
  }

  package static func == (left: RecordOrigin, right: RecordOrigin) -> Bool {
    left.line == right.line && left.section == right.section
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(line)
    hasher.combine(section)
  }
}
