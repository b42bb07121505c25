/// A data record that was read and rightly holds no fact; the reason is counted and shown.
package struct SkippedRow: Hashable, Sendable {
  package var line: Int
  package var reason: Reason

  package enum Reason: String, Sendable, CaseIterable {
    case blank, totals, footer, repeatedHeader, filler, noData
    /// What is to be delivered, not what was.
    case settings
    /// Names and states of things that other tables count by their id.
    case reference
    /// A count that another row of the file gives under another name.
    case overlapping
  }

  package init(line: Int, reason: Reason) {
    self.line = line
    self.reason = reason
  }
}
