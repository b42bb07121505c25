/// Where the figures of a report come from: the rows behind each kind of figure, file by file.
package struct Lineage: Sendable {
  /// What a card of a report may be drawn from.
  package enum Subject: String, Sendable, CaseIterable {
    case week, weeklyRevenue, moves, channels, campaigns, weeklySpend
    case segments, recency, churn, riskList, churnModels, scores, files, skipped, rejected
    case earlier, totals, restated, days, identity, tracking
  }

  package struct Source: Sendable {
    /// All rows that the figures of the card are made of, set by set.
    package var sets: [SourceRows]
    /// One of its numbers, to show how it is counted.
    package var example: NumberID?
    /// The example's query; nil where a model makes it.
    package var sql: String?

    package init(sets: [SourceRows], example: NumberID? = nil, sql: String? = nil) {
      self.sets = sets
      self.example = example
      self.sql = sql
    }
  }

  package struct SourceRows: Sendable {
    package var kind: RowSet.Kind
    package var rows: Int
    package var files: [FileRows]

    package init(kind: RowSet.Kind, rows: Int, files: [FileRows]) {
      self.kind = kind
      self.rows = rows
      self.files = files
    }
  }

  package var sources: [Subject: Source]

  package init(_ sources: [Subject: Source] = [:]) { self.sources = sources }
}
