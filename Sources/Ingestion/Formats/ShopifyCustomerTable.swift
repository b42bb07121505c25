import Vocabulary

/// A connector's table `customer` of a Shopify shop: one customer a row.
struct ShopifyCustomerTable: SourceFormat {
  static let title = "Shopify customers (connector table)"
  static let isVerified = true

  enum Field: String, CaseIterable {
    case contactID, email, phone, created, orders, spent, deleted
  }

  private static let names: [Field: [String]] = [
    .contactID: ["id"], .email: ["email"], .phone: ["phone"], .created: ["created_at"], .orders: ["orders_count"],
    .spent: ["total_spent"], .deleted: ShopifyTable.deletedNames,
  ]

  private let map: ColumnMap<Field>
  private var created: DateColumn?

  init?(_ opening: Opening) {
    let map = ColumnMap(opening.header, names: ShopifyCustomerTable.names)
    guard map.has(.contactID), map.has(.email), map.has(.orders), map.has(.spent) else { return nil }
    self.map = map
    created = DateColumn(map[.created], name: map.name(.created), isOfFact: false)
  }

  var width: Int? { map.header.count }

  mutating func survey(_ record: RawRecord) { created?.survey(record) }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    try created?.settle(options, file: file)
    var findings = Findings(map, knownBy: [.orders, .spent], options)
    findings.timeZone = "UTC"
    findings.window = created?.window
    findings.metrics = [.contacts]
    return findings
  }

  mutating func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem) {
    if let skipped = ShopifyTable.skipped(record, deleted: map[.deleted]) {
      batch.skippedRows.append(skipped)
      return
    }
    var contact = Contact(
      origin: RecordOrigin(record), platform: "Shopify",
      contactID: try IdentifierCell.required(record, map[.contactID], name: map.name(.contactID)),
      email: try PersonalCell.copiedEmail(record, map[.email], name: map.name(.email)))
    contact.phone = PhoneNumber(record.text(map[.phone]))
    contact.createdDay = try created?.date(record)?.day
    batch.contacts.append(contact)
  }
}
