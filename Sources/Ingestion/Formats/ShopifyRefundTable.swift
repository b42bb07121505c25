import Vocabulary

/// A connector's table `refund` of a Shopify shop: that something was refunded, and when. How much is not in it (the
/// set `total_duties_set` holds duties), so the amount is unknown; it stands in the transactions.
struct ShopifyRefundTable: SourceFormat {
  static let title = "Shopify refunds (connector table)"
  static let isVerified = true

  enum Field: String, CaseIterable {
    case refundID, orderID, created, reason, restock, deleted
  }

  private static let names: [Field: [String]] = [
    .refundID: ["id"], .orderID: ["order_id"], .created: ["processed_at", "created_at"], .reason: ["note"],
    .restock: ["restock"], .deleted: ShopifyTable.deletedNames,
  ]

  private let map: ColumnMap<Field>
  private var created: DateColumn

  init?(_ opening: Opening) {
    let map = ColumnMap(opening.header, names: ShopifyRefundTable.names)
    guard map.has(.refundID), map.has(.orderID), map.has(.restock),
      let created = DateColumn(map[.created], name: map.name(.created))
    else { return nil }
    self.map = map
    self.created = created
  }

  var width: Int? { map.header.count }

  mutating func survey(_ record: RawRecord) { created.survey(record) }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    try created.settle(options, file: file)
    var findings = Findings(map, knownBy: [.orderID, .restock], options)
    findings.timeZone = "UTC"
    findings.window = created.window
    return findings
  }

  mutating func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem) {
    if let skipped = ShopifyTable.skipped(record, deleted: map[.deleted]) {
      batch.skippedRows.append(skipped)
      return
    }
    let date = try created.required(record)
    var refund = Refund(
      origin: RecordOrigin(record), platform: "Shopify", shop: "",
      refundID: try IdentifierCell.required(record, map[.refundID], name: map.name(.refundID)), day: date.day)
    refund.orderID = try IdentifierCell.text(record, map[.orderID], name: map.name(.orderID))
    refund.instant = date.instantUTC
    refund.reason = record.text(map[.reason])
    batch.refunds.append(refund)
  }
}
