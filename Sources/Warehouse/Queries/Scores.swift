import GRDB
import Vocabulary

/// What a run says of each customer, by the customer's address and the score's name.
package enum Scores {
  static let sql = """
    SELECT s.customer, s.name, s.asOfDay, s.scoreMicros
    FROM customerScore AS s
    JOIN customer AS c ON c.id = s.customer
    JOIN emailAddress AS e ON e.id = c.email
    WHERE s.run = :run
    ORDER BY e.content, s.name
    """

  package static func fetch(run id: String, from warehouse: Warehouse) throws(WarehouseError) -> [StoredRun.Score] {
    try warehouse.read { db in
      try Row.fetchAll(db, sql: sql, arguments: ["run": id]).map { row in
        StoredRun.Score(
          customerID: row["customer"], name: row["name"], asOfDay: Day(number: row["asOfDay"]),
          scoreMicros: row["scoreMicros"])
      }
    }
  }
}
