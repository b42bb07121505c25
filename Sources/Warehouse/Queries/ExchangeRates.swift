import GRDB
import Vocabulary

/// What one unit of `base` was worth in `quote` on a day, as an export of rates states it.
package struct StatedRate: Equatable, Sendable {
  package var day: Day
  package var base: Currency
  package var quote: Currency
  /// Thousand-millionths, above 0.
  package var nanos: Int64
  package var authority: String

  package init(day: Day, base: Currency, quote: Currency, nanos: Int64, authority: String) {
    self.day = day
    self.base = base
    self.quote = quote
    self.nanos = nanos
    self.authority = authority
  }
}

package enum ExchangeRates {
  static let sql = """
    SELECT r.day, b.content AS base, q.content AS quote, r.rateNanos, a.content AS authority
    FROM exchangeRate AS r
    JOIN label AS b ON b.id = r.base
    JOIN label AS q ON q.id = r.quote
    JOIN label AS a ON a.id = r.authority
    WHERE r.rateNanos > 0
    ORDER BY r.day, b.content, q.content, a.content
    """

  /// By day, base and quote.
  package static func fetch(from warehouse: Warehouse) throws(WarehouseError) -> [StatedRate] {
    try warehouse.read { db in
      try Row.fetchAll(db, sql: sql).compactMap { row in
        guard let base = row.currency("base"), let quote = row.currency("quote") else { return nil }
        return StatedRate(
          day: Day(number: row["day"]), base: base, quote: quote, nanos: row["rateNanos"], authority: row["authority"])
      }
    }
  }
}
