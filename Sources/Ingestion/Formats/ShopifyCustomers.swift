import Vocabulary

/// Shopify, Customers, Export as CSV: one customer a record, with the consent to e-mail. No real file stands behind it
/// yet. What customers have spent is in their orders and is not added from here.
struct ShopifyCustomers: SourceFormat {
  static let title = "Shopify customers"
  static let isVerified = false

  enum Field: String, CaseIterable {
    case contactID, email, phone, addressPhone, country, consent
  }

  private static let names: [Field: [String]] = [
    .contactID: ["customer id"], .email: ["email"], .phone: ["phone"],
    .addressPhone: ["default address phone"], .country: ["default address country code", "country code"],
    .consent: ["accepts email marketing", "accepts marketing"],
  ]

  private let map: ColumnMap<Field>
  private var phones: AddressTally

  init?(_ opening: Opening) {
    let map = ColumnMap(opening.header, names: ShopifyCustomers.names)
    guard map.has(.contactID), map.has(.email), map.has(.consent),
      opening.header.column(["total spent", "total orders"]) != nil
    else { return nil }
    self.map = map
    phones = AddressTally(map.header, [], phones: [map[.phone]])
  }

  var width: Int? { map.header.count }

  mutating func survey(_ record: RawRecord) { phones.survey(record) }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    var findings = Findings(map, knownBy: [.contactID, .consent], options)
    findings.metrics = [.contacts, .subscribers]
    findings.notes += phones.notes("customers")
    return findings
  }

  mutating func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem) {
    var contact = Contact(
      origin: RecordOrigin(record), platform: "Shopify",
      contactID: try IdentifierCell.required(record, map[.contactID], name: map.name(.contactID)),
      email: try PersonalCell.email(record, map[.email], name: map.name(.email)))
    contact.phone = PersonalCell.firstPhone(record, [map[.phone], map[.addressPhone]])
    contact.country = record.text(map[.country])
    batch.contacts.append(contact)
    guard let email = contact.email, let agrees = FlagCell.value(record, map[.consent]) else { return }
    var member = ListMembership(
      origin: contact.origin, platform: "Shopify", list: "", email: email, state: agrees ? .subscribed : .nonSubscribed)
    member.contactID = contact.contactID
    batch.listMemberships.append(member)
  }
}
