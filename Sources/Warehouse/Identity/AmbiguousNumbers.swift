import GRDB

/// Telephone numbers without their country that stand beside several countries: 0170 1234567 is one person's in Germany
/// and another's in Austria. Whoever names one has named none.
enum AmbiguousNumbers {
  /// Their ids. "DE" and "Germany" are one country; a record without a country, or with one that is not known, speaks
  /// for none.
  static func ids(in db: Database) throws -> [Int64] {
    let stated = IdentitySource.all.filter { $0.hasPhone && $0.hasCountry }.map { source in
      """
      SELECT t.phone, t.country FROM \(source.table) AS t JOIN phoneNumber AS p ON p.id = t.phone
      WHERE t.country IS NOT NULL AND p.content NOT LIKE '+%'
      """
    }
    let rows = try Row.fetchAll(
      db,
      sql: """
        WITH stated AS (\(stated.joined(separator: "\nUNION\n")))
        SELECT s.phone, l.content AS country FROM stated AS s JOIN label AS l ON l.id = s.country
        WHERE s.phone IN (SELECT phone FROM stated GROUP BY phone HAVING COUNT(*) > 1)
        """)
    var countries: [Int64: Set<String>] = [:]
    for row in rows {
      let number: Int64 = row["phone"]
      guard let country = CountryName.code(row["country"]) else { continue }
      countries[number, default: []].insert(country)
    }
    return countries.filter { $0.value.count > 1 }.keys.sorted()
  }
}
