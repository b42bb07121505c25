import CNettle
import GRDB

extension Warehouse {
  /// Lower-case hexadecimal SHA-256 of all facts in words, sorted by their natural keys: the same for the same facts,
  /// whatever the order of loading, the names of files, and the ids that dictionary rows were given.
  package func contentDigest() throws(WarehouseError) -> String {
    try read { db in
      var context = sha256_ctx()
      nettle_sha256_init(&context)
      for view in ReadableViews.facts {
        // Lineage comes last in each view and is no part of what is told.
        let columns = try db.columns(in: view).map(\.name).dropLast(3).joined(separator: ", ")
        let rows = try Row.fetchCursor(db, sql: "SELECT \(columns) FROM \(view) ORDER BY \(columns)")
        while let row = try rows.next() {
          // Length first, so that no two different rows make the same bytes.
          let line = row.databaseValues.map { value in
            let text = value.isNull ? "n" : "v" + (String.fromDatabaseValue(value) ?? "\(value)")
            return "\(text.utf8.count):\(text)"
          }
          let bytes = Array((view + line.joined() + "\n").utf8)
          nettle_sha256_update(&context, bytes.count, bytes)
        }
      }
      var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_SIZE))
      nettle_sha256_digest(&context, digest.count, &digest)
      return digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
  }
}
