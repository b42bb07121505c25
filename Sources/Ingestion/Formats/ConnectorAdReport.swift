import Vocabulary

/// An advertising table as a connector copies it from a vendor's interface into a database, saved as CSV; the vendors
/// are `ConnectorVendor`'s.
///
/// Names stand in other tables, so most rows know their campaign by its id alone. Amounts in millionths become amounts.
/// Where a row is an hour's, hours are a breakdown of the day.
struct ConnectorAdReport: SourceFormat {
  static let title = "connector's advertising table"
  static let isVerified = true

  private let platform: String
  private var table: AdTable

  init?(_ opening: Opening) {
    guard opening.preamble.isEmpty,
      let vendor = ConnectorVendor.all.first(where: { $0.signature.allSatisfy(opening.header.contains) })
    else { return nil }
    platform = vendor.wording.platform
    table = AdTable(opening.header, vendor.wording)
  }

  var width: Int? { table.width }

  mutating func survey(_ record: RawRecord) { table.survey(record) }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    var findings = try table.settle(options, file: file)
    findings.part = platform
    findings.reason += " of a connector's table of \(platform)"
    if !table.map.has(.campaign) {
      findings.notes.append("it has ids and no names; the campaigns' names stand in a table of their own")
    }
    return findings
  }

  mutating func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem) {
    try table.map(record, into: &batch)
  }
}
