import Vocabulary

/// Who takes part in HubSpot's deals, as a connector copies it: one pair of ids a record.
struct HubSpotDealContactTable: SourceFormat {
  static let title = "HubSpot connector table deal_contact"
  static let isVerified = true

  enum Field: String, CaseIterable {
    case dealID, contactID, deleted
  }

  private static let names: [Field: [String]] = [
    .dealID: ["deal_id"], .contactID: ["contact_id"], .deleted: ["_fivetran_deleted", "is_deleted"],
  ]

  private let map: ColumnMap<Field>

  init?(_ opening: Opening) {
    let map = ColumnMap(opening.header, names: HubSpotDealContactTable.names)
    let header = opening.header
    guard map.has(.dealID), map.has(.contactID), !header.contains("property_dealname"),
      header.contains("type_id") || header.contains("category") || header.contains("_fivetran_synced")
    else { return nil }
    self.map = map
  }

  var width: Int? { map.header.count }

  mutating func survey(_ record: RawRecord) {}

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    var findings = Findings()
    findings.reason = "columns \"\(map.name(.dealID))\" and \"\(map.name(.contactID))\""
    findings.columns = map.meanings
    return findings
  }

  mutating func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem) {
    guard FlagCell.value(record, map[.deleted]) != true else { return batch.skip(record, .deleted) }
    let deal = try IdentifierCell.text(record, map[.dealID], name: map.name(.dealID))
    let contact = try IdentifierCell.text(record, map[.contactID], name: map.name(.contactID))
    guard !deal.isEmpty, !contact.isEmpty else {
      throw RowProblem(
        column: map.name(deal.isEmpty ? .dealID : .contactID), found: "an empty cell", expected: "the record's id")
    }
    batch.dealContacts.append(
      DealContact(
        origin: RecordOrigin(record), platform: "HubSpot", dealID: deal, contactID: contact))
  }
}
