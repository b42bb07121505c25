import GRDB
import Vocabulary

/// One figure of a website by the values of one dimension, as one tool tells it.
package struct DimensionedTraffic: Equatable, Sendable {
  package var tool: String
  package var property: String
  /// As the tool's report names it, in small letters.
  package var dimension: String
  package var value: String
  package var window: DateWindow
  package var metric: WebMetric
  package var metricName: String
  package var valueMicros: Int64
  package var currency: Currency?

  package init(
    tool: String, property: String, dimension: String, value: String, window: DateWindow, metric: WebMetric,
    metricName: String, valueMicros: Int64, currency: Currency? = nil
  ) {
    self.tool = tool
    self.property = property
    self.dimension = dimension
    self.value = value
    self.window = window
    self.metric = metric
    self.metricName = metricName
    self.valueMicros = valueMicros
    self.currency = currency
  }

  static let dimensionsSQL = """
    SELECT DISTINCT s.dimension FROM webSeries AS s
    WHERE s.metric = 'sessions' AND \(FilteredSeries.areLeftOut)
    ORDER BY s.dimension
    """

  static let sql = """
    SELECT s.tool, s.property, s.metric, s.metricName, d.content AS value, w.firstDay, w.lastDay, c.content AS currency,
      SUM(w.valueMicros) AS valueMicros
    FROM webTraffic AS w
    JOIN webSeries AS s ON s.id = w.series
    JOIN label AS d ON d.id = w.dimensionValue
    LEFT JOIN label AS c ON c.id = w.currency
    WHERE s.dimension = :dimension AND s.metric IN ('sessions', 'conversions', 'revenue')
      AND w.firstDay >= :first AND w.lastDay <= :last
    GROUP BY s.tool, s.property, s.metric, s.metricName, d.content, w.firstDay, w.lastDay, c.content
    ORDER BY s.tool, s.property, s.metric, s.metricName, w.firstDay, w.lastDay, d.content, c.content
    """

  /// The dimensions by which a site's visits are told, none that is filtered.
  package static func dimensions(of warehouse: Warehouse) throws(WarehouseError) -> [String] {
    try warehouse.read { db in try String.fetchAll(db, sql: dimensionsSQL) }
  }

  /// Visits, conversions and revenue by one dimension; figures of all time are left out.
  /// - Parameter span: only figures whose days lie within it; nil: all.
  package static func fetch(
    dimension: String, within span: DateWindow? = nil, from warehouse: Warehouse
  ) throws(WarehouseError) -> [DimensionedTraffic] {
    try warehouse.read { db in
      let arguments: StatementArguments = [
        "dimension": dimension, "first": span?.first.number ?? .min, "last": span?.last.number ?? .max,
      ]
      return try Row.fetchAll(db, sql: sql, arguments: arguments).compactMap { row in
        guard let first = row.day("firstDay"), let last = row.day("lastDay"),
          let window = DateWindow(first: first, last: last), let metric = WebMetric(rawValue: row["metric"])
        else { return nil }
        return DimensionedTraffic(
          tool: row["tool"], property: row["property"], dimension: dimension, value: row["value"], window: window,
          metric: metric, metricName: row["metricName"], valueMicros: row["valueMicros"],
          currency: row.currency("currency"))
      }
    }
  }
}
