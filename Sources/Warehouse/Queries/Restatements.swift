import GRDB
import Vocabulary

/// A figure that a newer export gave otherwise, or no longer gives.
package struct Restatement: Equatable, Sendable {
  /// The fact table's name.
  package var table: String
  /// The measure's column name; amounts end in `Micros`.
  package var metric: String
  /// Which measure and by which dimension, in tables that hold many measures in one column (website, social): `sessions`
  /// by `channel`. Empty elsewhere.
  package var figure = ""
  package var dimension = ""
  /// Whether figures of several rows may be added up: people who were reached may not.
  package var isAdditive = true
  /// What the figure is about, in words, without personal data.
  package var key: String
  /// The covered end (else the day of export) of the newer file.
  package var day: Day?
  /// Integers as stored; nil for what is no figure (an address, a status, a day), of which only the change is told.
  package var oldValue: Int64?
  /// Nil also where the newer export has no such row. A day that has won its first result is the same row, though it is
  /// stored under the result's name.
  package var newValue: Int64?
  package var oldFile: String
  package var newFile: String
  /// The days that the figure itself is about; nil where it has none.
  package var window: DateWindow?
}

package enum Restatements {
  private static let measures = AdPerformanceTable.table.measures
  /// Over the rows of a day; people reached are never added up.
  private static let added = measures.map { "\($0 == reach ? "MAX" : "SUM")(p.\($0)) AS \($0)" }.joined(separator: ", ")
  private static let reach = "reach"

  private static let names = measures.map { "('\($0)')" }.joined(separator: ", ")
  private static let old = value(of: "g")
  private static let new = value(of: "y")

  private static func value(of row: String) -> String {
    "CASE f.name " + measures.map { "WHEN '\($0)' THEN \(row).\($0)" }.joined(separator: " ") + " END"
  }

  /// Of a fact that is about one day. What changes over time is of the day on which it began.
  private static let ownDay = """
    o.day, c.day, refund.day, payment.day, invoice.day, subscription.startDay, deal.createdDay, deal.closeDay,
        emailCampaign.sentDay
    """

  /// One row for each restated measure, texts as well. A measure that the newer row does not tell is not restated.
  package static let sql = """
    WITH figure (name) AS (VALUES \(names)),
    gone AS (
      SELECT w.newFile, MAX(w.statedDay) AS day, MIN(p.id) AS fact, p.sourceFile AS oldFile, p.entity, p.firstDay,
        p.lastDay, s.breakdown, s.breakdownValue, \(added)
      FROM withdrawnAdPerformance AS w
      JOIN adPerformance AS p ON p.id = w.fact
      JOIN adSlice AS s ON s.id = p.slice
      GROUP BY w.newFile, p.sourceFile, p.entity, p.firstDay, p.lastDay, s.breakdown, s.breakdownValue
    ), restated AS (
      SELECT p.sourceFile, p.entity, p.firstDay, p.lastDay, s.breakdown, s.breakdownValue, \(added)
      FROM adPerformance AS p
      JOIN adSlice AS s ON s.id = p.slice
      WHERE p.sourceFile IN (SELECT newFile FROM withdrawnAdPerformance)
      GROUP BY p.sourceFile, p.entity, p.firstDay, p.lastDay, s.breakdown, s.breakdownValue
    )
    SELECT r.factTable, r.measure, r.oldValue, r.newValue, r.day, a.name AS oldFile, b.name AS newFile,
      CASE r.factTable
        WHEN 'adPerformance' THEN e.platform || ' ' || e.campaign || ' ' || e.adGroup || ' ' || e.ad || ' '
          || s.breakdownValue
        WHEN 'webTraffic' THEN v.tool || ' ' || v.metric || ' ' || v.dimension || ' ' || d.content
        WHEN 'customerOrder' THEN n.platform || ' ' || COALESCE(g.content, i.content)
        WHEN 'orderLine' THEN m.platform || ' ' || j.content
        WHEN 'socialMetric' THEN t.platform || ' ' || t.dimension || ' ' || h.content
        ELSE x.platform || ' ' || z.content
      END AS label,
      CASE r.factTable
        WHEN 'webTraffic' THEN IIF(v.metric = 'other', v.metricName, v.metric)
        WHEN 'socialMetric' THEN IIF(t.measure = 'other', t.measureName, t.measure)
        ELSE ''
      END AS figure,
      COALESCE(v.dimension, t.dimension, '') AS dimension, v.metric AS webMetric, t.measure AS socialMeasure,
      COALESCE(p.firstDay, w.firstDay, q.firstDay, offlineSale.firstDay, \(ownDay)) AS firstDay,
      COALESCE(p.lastDay, w.lastDay, q.lastDay, offlineSale.lastDay, \(ownDay)) AS lastDay
    FROM (
      SELECT factTable, fact, measure, oldValue, newValue, oldFile, newFile, day FROM restatement
      UNION ALL
      SELECT 'adPerformance', g.fact, f.name, COALESCE(\(old), 0), \(new), g.oldFile, g.newFile, g.day
      FROM gone AS g
      CROSS JOIN figure AS f
      LEFT JOIN restated AS y ON y.sourceFile = g.newFile AND y.entity = g.entity AND y.firstDay = g.firstDay
        AND y.lastDay = g.lastDay AND y.breakdown = g.breakdown AND y.breakdownValue = g.breakdownValue
      WHERE CASE WHEN y.entity IS NULL THEN \(old) <> 0
        ELSE \(new) <> COALESCE(\(old), 0) END
    ) AS r
    JOIN sourceFile AS a ON a.id = r.oldFile
    JOIN sourceFile AS b ON b.id = r.newFile
    LEFT JOIN adPerformance AS p ON r.factTable = 'adPerformance' AND p.id = r.fact
    LEFT JOIN adEntity AS e ON e.id = p.entity
    LEFT JOIN adSlice AS s ON s.id = p.slice
    LEFT JOIN webTraffic AS w ON r.factTable = 'webTraffic' AND w.id = r.fact
    LEFT JOIN webSeries AS v ON v.id = w.series
    LEFT JOIN label AS d ON d.id = w.dimensionValue
    LEFT JOIN socialMetric AS q ON r.factTable = 'socialMetric' AND q.id = r.fact
    LEFT JOIN socialSeries AS t ON t.id = q.series
    LEFT JOIN label AS h ON h.id = q.dimensionValue
    LEFT JOIN customerOrder AS o ON r.factTable = 'customerOrder' AND o.id = r.fact
    LEFT JOIN sourceSystem AS n ON n.id = o.system
    LEFT JOIN label AS i ON i.id = o.orderID
    LEFT JOIN label AS g ON g.id = o.orderName
    LEFT JOIN orderLine AS l ON r.factTable = 'orderLine' AND l.id = r.fact
    LEFT JOIN customerOrder AS c ON c.system = l.system AND c.orderID = l.orderID
    LEFT JOIN sourceSystem AS m ON m.id = l.system
    LEFT JOIN label AS j ON j.id = l.orderID
    LEFT JOIN contact AS k ON r.factTable = 'contact' AND k.id = r.fact
    LEFT JOIN sourceSystem AS x ON x.id = k.system
    LEFT JOIN label AS z ON z.id = k.contactID
    LEFT JOIN refund ON r.factTable = 'refund' AND refund.id = r.fact
    LEFT JOIN payment ON r.factTable = 'payment' AND payment.id = r.fact
    LEFT JOIN invoice ON r.factTable = 'invoice' AND invoice.id = r.fact
    LEFT JOIN subscription ON r.factTable = 'subscription' AND subscription.id = r.fact
    LEFT JOIN offlineSale ON r.factTable = 'offlineSale' AND offlineSale.id = r.fact
    LEFT JOIN deal ON r.factTable = 'deal' AND deal.id = r.fact
    LEFT JOIN emailCampaign ON r.factTable = 'emailCampaign' AND emailCampaign.id = r.fact
    """

  /// Beside amounts, the measures that are figures: all others are ids of texts, days and moments, which mean nothing as
  /// numbers.
  private static let counts: Set = [
    "impressions", "clicks", "allClicks", "interactions", "reach", "recipients", "delivered", "softBounces",
    "hardBounces", "uniqueOpens", "opens", "uniqueClicks", "unsubscribes", "complaints", "orders", "transactions",
    "quantity", "seconds", "views", "events", "conversions", "isCancelled",
  ]

  private static func isFigure(_ measure: String) -> Bool {
    measure.hasSuffix("Micros") || measure.hasSuffix("Nanos") || counts.contains(measure)
  }

  /// By table, key, measure and day.
  package static func fetch(from warehouse: Warehouse) throws(WarehouseError) -> [Restatement] {
    let rows = try warehouse.read { db in try Row.fetchAll(db, sql: sql).map(restatement) }
    return rows.sorted { left, right in
      let (mine, theirs) = ([left.table, left.key, left.metric], [right.table, right.key, right.metric])
      if mine != theirs { return mine.lexicographicallyPrecedes(theirs) }
      return (left.day?.number ?? .min, left.oldValue ?? 0, left.newValue ?? 0, left.oldFile)
        < (right.day?.number ?? .min, right.oldValue ?? 0, right.newValue ?? 0, right.oldFile)
    }
  }

  private static func restatement(_ row: Row) -> Restatement {
    let metric: String = row["measure"]
    let label: String? = row["label"]
    var key = (label ?? "").split(separator: " ").joined(separator: " ")
    var window: DateWindow?
    if let first = row.day("firstDay"), let last = row.day("lastDay") { window = DateWindow(first: first, last: last) }
    if let window { key += key.isEmpty ? "\(window)" : ", \(window)" }
    let isText = !isFigure(metric)
    let web = (row["webMetric"] as String?).flatMap(WebMetric.init)
    let social = (row["socialMeasure"] as String?).flatMap(SocialMeasure.init)
    return Restatement(
      table: row["factTable"], metric: metric, figure: row["figure"], dimension: row["dimension"],
      isAdditive: web?.isAdditive ?? social?.isAdditive ?? (metric != reach), key: key, day: row.day("day"),
      oldValue: isText ? nil : row["oldValue"], newValue: isText ? nil : row["newValue"], oldFile: row["oldFile"],
      newFile: row["newFile"], window: window)
  }
}
