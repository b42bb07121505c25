import Vocabulary

/// What the tables have in common that a connector copies out of Shopify's interface: names of the interface, moments
/// in UTC, and rows that are kept though they were deleted or are tests.
///
/// Names and addresses may be pseudonyms there, one and the same hash wherever the same address stands: such a
/// digest is left out, and any other text that is no address is a bad row. Money also stands in cells as sets
/// (`{"shop_money":{"amount":…}}`); the amounts are the plain columns beside them.
enum ShopifyTable {
  static let deletedNames = ["_fivetran_deleted", "_deleted", "is_deleted"]

  /// Why a row holds no fact; nil where it does.
  static func skipped(_ record: RawRecord, deleted: Int?, test: Int? = nil) -> SkippedRow? {
    if FlagCell.value(record, deleted) == true { return SkippedRow(line: record.line, reason: .deleted) }
    if FlagCell.value(record, test) == true { return SkippedRow(line: record.line, reason: .test) }
    return nil
  }

  /// A country's code; a hash of one tells nothing.
  static func country(_ text: String) -> String {
    text.utf8.count == 2 && text.allSatisfy { $0.isASCII && $0.isLetter } ? text.uppercased() : ""
  }
}
