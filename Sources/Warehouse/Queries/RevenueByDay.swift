import GRDB
import Vocabulary

package struct DayRevenue: Equatable, Sendable {
  package var day: Day
  package var currency: Currency?
  package var netMicros: Int64
}

/// What the shop earned, by the rule of `PaidOrders`; days without a sale have no row.
package enum RevenueByDay {
  static let sql = """
    WITH \(PaidOrders.expression)
    SELECT o.day, m.content AS currency, SUM(o.netMicros) AS netMicros
    FROM paidOrder AS o
    LEFT JOIN label AS m ON m.id = o.currency
    GROUP BY o.day, m.content
    ORDER BY o.day, COALESCE(m.content, '')
    """

  package static func fetch(from warehouse: Warehouse) throws(WarehouseError) -> [DayRevenue] {
    try warehouse.read { db in
      try Row.fetchAll(db, sql: sql).map { row in
        DayRevenue(day: Day(number: row["day"]), currency: row.currency("currency"), netMicros: row["netMicros"])
      }
    }
  }
}
