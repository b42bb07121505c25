import GRDB
import Vocabulary

package struct DaySessions: Equatable, Sendable {
  package var day: Day
  package var sessions: Int64
}

/// Visits to the website by day, from one tool alone: tools count differently, and their sum means nothing.
///
/// The primary tool is the one with the most days of session figures, then the first by name. Per property and day one
/// dimension is used, none that is filtered: the whole-site figure, else the dimension that comes first by name, pages
/// last, for a visit stands in the row of each page that it saw. A file that does not name its site counts only for days on
/// which no other of its tool does: it may be the same site.
package enum WebSessionsByDay {
  static let sql = """
    WITH byDimension AS (
      SELECT s.tool, s.property, s.dimension, w.firstDay AS day, SUM(w.valueMicros) AS sessionsMicros
      FROM webTraffic AS w
      JOIN webSeries AS s ON s.id = w.series
      WHERE s.metric = 'sessions' AND s.grain = 'day' AND \(FilteredSeries.areLeftOut)
      GROUP BY s.tool, s.property, s.dimension, w.firstDay
    ),
    ranked AS (
      SELECT tool, property, day, sessionsMicros,
        ROW_NUMBER() OVER (
          PARTITION BY tool, property, day
          ORDER BY
            CASE
              WHEN dimension IN (
                'page', 'page title', 'page path', 'page location', 'page path and screen class',
                'page title and screen class', 'page title and screen name', 'unified screen name', 'hostname'
              ) THEN 1
              ELSE 0
            END,
            dimension
        ) AS place,
        MAX(CASE WHEN property = '' THEN 0 ELSE 1 END) OVER (PARTITION BY tool, day) AS isNamed
      FROM byDimension
    )
    SELECT tool, day, SUM(sessionsMicros) AS sessionsMicros
    FROM ranked
    WHERE place = 1 AND (property <> '' OR isNamed = 0)
    GROUP BY tool, day
    ORDER BY tool, day
    """

  /// The tool's name and its days in order; nil where no file tells of sessions by day.
  package static func fetch(
    from warehouse: Warehouse
  ) throws(WarehouseError) -> (tool: String, days: [DaySessions])? {
    let rows = try warehouse.read { db in
      try Row.fetchAll(db, sql: sql).map { row -> (tool: String, day: DaySessions) in
        let micros: Int64 = row["sessionsMicros"]
        return (row["tool"], DaySessions(day: Day(number: row["day"]), sessions: micros / Micros.perUnit))
      }
    }
    let byTool = Dictionary(grouping: rows, by: \.tool)
    let primary = byTool.min { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
    return primary.map { (tool: $0.key, days: $0.value.map(\.day)) }
  }
}
