import Vocabulary

/// Rows that a number is made of, as SQL over the readable views, and how they become an amount.
package struct RowSet: Sendable, Hashable {
  package enum Kind: String, Sendable, CaseIterable {
    case advertising, sales, firstSources, scores, measures, files, skipped, rejected
    case totals, restatements, days, identities, visits
  }

  package var kind: Kind
  /// What stands after FROM.
  package var source: String
  /// What stands after WHERE; never empty.
  package var condition: String
  /// One aggregate.
  package var amount: String
  /// Columns that tell a person what a row is, none of them personal.
  package var columns: [String]
  /// The columns that name a row's file and its line there; nil for rows that came out of no file.
  package var file: String?
  package var line: String?
  /// Named queries that the source and the condition draw on, each `name AS (…)`.
  package var definitions: [String] = []
  /// The table whose restatements are these rows' history, and the measures that enter the number.
  package var restated: (table: String, measures: [String])? { Self.restated(kind) }

  package var valueSQL: String { Self.preamble(definitions) + plainSQL }

  var plainSQL: String { "SELECT \(amount) AS value\nFROM \(source)\nWHERE \(condition)" }

  static func preamble(_ definitions: [String]) -> String {
    definitions.isEmpty ? "" : "WITH \(definitions.joined(separator: ",\n"))\n"
  }

  /// Rows and lines file by file: name, digest, rows, first and last line.
  var filesSQL: String? {
    guard let file else { return nil }
    let bounds = line.map { "MIN(\($0)) AS low, MAX(\($0)) AS high" } ?? "NULL AS low, NULL AS high"
    return Self.preamble(definitions) + """
      SELECT f.id, f.name, f.digest, r.n, r.low, r.high
      FROM (
        SELECT \(file) AS file, COUNT(*) AS n, \(bounds)
        FROM \(source)
        WHERE \(condition)
        GROUP BY \(file)
      ) AS r
      JOIN sourceFile AS f ON f.id = r.file
      ORDER BY f.name, f.digest
      """
  }

  var countSQL: String { Self.preamble(definitions) + "SELECT COUNT(*) FROM \(source)\nWHERE \(condition)" }

  /// The rows themselves in an order of their own, their file, line and section last.
  func rowsSQL(limit: Int) -> String {
    let lineage = file.map { [$0 + " AS file", line ?? "NULL", kind.hasSections ? "section" : "0"] } ?? []
    let places = (1...(columns.count + lineage.count)).map(String.init).joined(separator: ", ")
    return Self.preamble(definitions) + """
      SELECT \((columns + lineage).joined(separator: ", "))
      FROM \(source)
      WHERE \(condition)
      ORDER BY \(places)
      LIMIT \(limit)
      """
  }

  private static func restated(_ kind: Kind) -> (table: String, measures: [String])? {
    switch kind {
    case .advertising:
      (
        "adPerformance", ["spendMicros", "impressions", "clicks", "conversionsMicros", "conversionValueMicros"]
      )
    case .sales:
      (
        "customerOrder",
        ["subtotalMicros", "shippingMicros", "taxMicros", "totalMicros", "refundedMicros", "isCancelled"]
      )
    default: nil
    }
  }
}

extension RowSet.Kind {
  var hasSections: Bool {
    switch self {
    case .advertising, .sales, .firstSources: true
    case .scores, .measures, .files, .skipped, .rejected, .totals, .restatements, .days, .identities, .visits: false
    }
  }
}
