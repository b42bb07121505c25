import Foundation
import Reporting

extension LabReport {
  /// With what every run has: the name of the table, the seed, the version, and what was left out.
  init(
    _ options: LabOptions, question: String, headline: String, sentences: [String], facts: [Fact], parts: [Part],
    points: [Fact], terms: [Fact], dropped: [DroppedColumn] = [], notes: [String] = []
  ) {
    let limits =
      dropped.map { "Left out: \(LabReport.shown($0.column)), \(LabReport.shown($0.reason))." }
      + notes.map { Self.sentence(LabReport.shown($0)) }
    let table = LabReport.shown((options.table as NSString).lastPathComponent)
    self.init(
      table: table, question: question, headline: headline, sentences: sentences,
      facts: [Fact("Table", table)] + facts, parts: parts,
      method: Method(points: points, terms: terms, limits: limits, seed: options.seed, version: Fairlead.version))
  }

  /// `churned = yes`, on one line.
  static func condition(_ column: String, _ value: String) -> String {
    "\(shown(column))\u{A0}=\u{A0}\(shown(value))"
  }

  private static func sentence(_ note: String) -> String { note.prefix(1).uppercased() + note.dropFirst() + "." }
}
