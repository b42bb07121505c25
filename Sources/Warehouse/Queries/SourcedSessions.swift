import GRDB
import Vocabulary

/// Single visits, as a tool built them, added up by day and by what sent them.
package struct SourcedSessions: Equatable, Sendable {
  package var tool: String
  package var property: String
  package var day: Day
  package var origin: TrafficSource
  package var sessions: Int64
  /// Nil where no visit of the row tells it.
  package var conversions: Int64?
  package var revenueMicros: Int64?
  package var currency: Currency?

  static let sql = """
    SELECT tool, property, day, source, medium, campaign, clickID, currency, COUNT(*) AS sessions,
      SUM(conversions) AS conversions, SUM(revenueMicros) AS revenueMicros
    FROM readableWebSession
    WHERE day >= :first AND day <= :last
    GROUP BY tool, property, day, source, medium, campaign, clickID, currency
    ORDER BY tool, property, day, source, medium, campaign, clickID, currency
    """

  /// - Parameter span: only visits of these days; nil: all.
  package static func fetch(
    within span: DateWindow? = nil, from warehouse: Warehouse
  ) throws(WarehouseError) -> [SourcedSessions] {
    try warehouse.read { db in
      let arguments: StatementArguments = [
        "first": span?.first.number ?? .min, "last": span?.last.number ?? .max,
      ]
      return try Row.fetchAll(db, sql: sql, arguments: arguments).map { row in
        func text(_ column: String) -> String { row[column] as String? ?? "" }
        return SourcedSessions(
          tool: row["tool"], property: row["property"], day: Day(number: row["day"]),
          origin: TrafficSource(
            source: text("source"), medium: text("medium"), campaign: text("campaign"), clickID: text("clickID")),
          sessions: row["sessions"], conversions: row["conversions"], revenueMicros: row["revenueMicros"],
          currency: row.currency("currency"))
      }
    }
  }
}
