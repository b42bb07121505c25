/// A data record that was read and rightly holds no fact; the reason is counted and shown.
package struct SkippedRow: Hashable, Sendable {
  package var line: Int
  package var reason: Reason

  package enum Reason: String, Sendable, CaseIterable {
    case blank, totals, footer, repeatedHeader, filler, noData
  }

  package init(line: Int, reason: Reason) {
    self.line = line
    self.reason = reason
  }
}
