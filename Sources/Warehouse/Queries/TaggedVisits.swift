import GRDB
import Vocabulary

/// Visits of one value of one dimension (a channel, a campaign, a source) over one window, as one tool tells them.
package struct TaggedVisits: Equatable, Sendable {
  package var tool: String
  /// Of a table whose file names it, else "".
  package var property: String
  /// As the tool's report names it, in small letters; "campaign" and "channel" where single visits are known.
  package var dimension: String
  package var value: String
  package var window: DateWindow
  package var sessions: Int64

  package init(
    tool: String, property: String, dimension: String, value: String, window: DateWindow, sessions: Int64
  ) {
    self.tool = tool
    self.property = property
    self.dimension = dimension
    self.value = value
    self.window = window
    self.sessions = sessions
  }

  /// Nothing that is filtered, which is a part of the site's.
  package static let sql = """
    SELECT s.tool, s.property, s.dimension, d.content AS value, w.firstDay, w.lastDay,
      SUM(w.valueMicros) AS sessionsMicros
    FROM webTraffic AS w
    JOIN webSeries AS s ON s.id = w.series
    JOIN label AS d ON d.id = w.dimensionValue
    WHERE s.metric = 'sessions' AND s.dimension <> '' AND \(FilteredSeries.areLeftOut)
      AND w.firstDay IS NOT NULL
    GROUP BY s.tool, s.property, s.dimension, d.content, w.firstDay, w.lastDay
    UNION ALL
    SELECT y.platform, '', 'campaign', c.content, v.day, v.day, COUNT(*) * 1000000
    FROM webSession AS v
    JOIN sourceSystem AS y ON y.id = v.system
    JOIN label AS c ON c.id = v.campaign
    GROUP BY y.platform, c.content, v.day
    UNION ALL
    SELECT y.platform, '', 'channel', c.content, v.day, v.day, COUNT(*) * 1000000
    FROM webSession AS v
    JOIN sourceSystem AS y ON y.id = v.system
    JOIN label AS c ON c.id = v.channel
    GROUP BY y.platform, c.content, v.day
    """

  /// By tool, property, dimension, window and value.
  package static func fetch(from warehouse: Warehouse) throws(WarehouseError) -> [TaggedVisits] {
    try warehouse.read { db in
      try Row.fetchAll(db, sql: sql).compactMap { row in
        guard let first = row.day("firstDay"), let last = row.day("lastDay"),
          let window = DateWindow(first: first, last: last)
        else { return nil }
        let micros: Int64 = row["sessionsMicros"]
        return TaggedVisits(
          tool: row["tool"], property: row["property"], dimension: row["dimension"], value: row["value"],
          window: window, sessions: micros / Micros.perUnit)
      }
      .sorted {
        ($0.tool, $0.property, $0.dimension, $0.window.first, $0.window.last, $0.value)
          < ($1.tool, $1.property, $1.dimension, $1.window.first, $1.window.last, $1.value)
      }
    }
  }
}
