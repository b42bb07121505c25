import GRDB

/// The shops and CRMs that orders and contacts live in.
struct SourceSystem: Hashable {
  var platform: String
  /// Which shop, or "".
  var name = ""

  static func dictionary(in db: Database) throws -> TextDictionary<SourceSystem> {
    try TextDictionary(
      table: "sourceSystem", columns: ["platform", "name"], in: db, texts: { [$0.platform, $0.name] })
  }
}
