import GRDB

/// The currency is no part of a web figure's key any more. Figures from before are found again under the key that they have
/// now, or a newer export of the same days would count beside them.
enum FilledCurrencies {
  static func create(in db: Database) throws {
    let key = DatabaseFunction("trafficKey", argumentCount: 4, pure: true) { values in
      var dimensions = values.map { Int64.fromDatabaseValue($0) }
      dimensions.append(nil)
      return FactWriter.key(dimensions)
    }
    db.add(function: key)
    // Behind those without a currency, which keep key and place.
    try db.execute(
      sql: """
        UPDATE webTraffic SET naturalKey = n.newKey, occurrence = n.place
        FROM (
          SELECT id, newKey,
            MAX(CASE WHEN currency IS NULL THEN occurrence ELSE 0 END) OVER (PARTITION BY newKey)
              + ROW_NUMBER() OVER (PARTITION BY newKey, currency IS NULL ORDER BY currency, occurrence) AS place
          FROM (
            SELECT id, currency, occurrence, trafficKey(series, dimensionValue, firstDay, lastDay) AS newKey
            FROM webTraffic
          )
        ) AS n
        WHERE n.id = webTraffic.id AND webTraffic.currency IS NOT NULL
        """)
    db.remove(function: key)
  }
}
