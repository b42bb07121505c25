import GRDB
import Vocabulary

package struct DayOrders: Equatable, Sendable {
  package var day: Day
  package var currency: Currency?
  package var orders: Int
}

/// How many sales there were, by the rule of `PaidOrders`; days without a sale have no row.
package enum OrdersByDay {
  static let sql = """
    WITH \(PaidOrders.expression)
    SELECT o.day, m.content AS currency, COUNT(*) AS orders
    FROM paidOrder AS o
    LEFT JOIN label AS m ON m.id = o.currency
    GROUP BY o.day, m.content
    ORDER BY o.day, COALESCE(m.content, '')
    """

  package static func fetch(from warehouse: Warehouse) throws(WarehouseError) -> [DayOrders] {
    try warehouse.read { db in
      try Row.fetchAll(db, sql: sql).map { row in
        DayOrders(day: Day(number: row["day"]), currency: row.currency("currency"), orders: row["orders"])
      }
    }
  }
}
