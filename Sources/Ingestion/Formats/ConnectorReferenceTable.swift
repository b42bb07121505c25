import Vocabulary

/// Tables of a connector that say how something is called or set up, who of the staff owns it, or more of an event that
/// another table tells of: known by their columns, their rows left out.
struct ConnectorReferenceTable: SourceFormat {
  static let title = "connector table of names"
  static let isVerified = true

  private static let signatures: [(columns: [String], name: String)] = [
    (["stage_id", "label", "pipeline_id"], "stages of pipelines"),
    (["pipeline_id", "label", "display_order"], "pipelines"),
    (["id", "browser", "user_agent", "location"], "details of e-mail events"),
    (["id", "browser", "user_agent", "url"], "details of e-mail events"),
    (["id", "category", "status", "response"], "details of e-mail events"),
    (["id", "drop_reason", "drop_message"], "details of e-mail events"),
    (["id", "integration_id", "integration_name", "name"], "metrics"),
  ]

  /// What is said of those whom somebody owns: people with an id of their own, and what became of them.
  private static let ofTheOwned = [
    "id", "lead_id", "contact_id", "account_id", "prospect_account_id", "company", "phone", "mobile_phone",
    "lead_source",
    "status", "is_converted", "rating", "industry", "score", "title", "has_opted_out_of_email",
  ]

  private let header: Header
  private let name: String

  init?(_ opening: Opening) {
    let header = opening.header
    guard header.contains("_fivetran_synced"), !header.contains("email_campaign_id"),
      let name = ConnectorReferenceTable.name(header)
    else { return nil }
    self.header = header
    self.name = name
  }

  var width: Int? { header.count }

  mutating func survey(_ record: RawRecord) {}

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    var findings = Findings()
    findings.reason = "a connector's table of \(name)"
    findings.part = name
    findings.columns = header.names.map { ColumnMeaning(header: $0, meaning: nil) }
    return findings
  }

  mutating func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem) {
    batch.skip(record, .reference)
  }

  private static func name(_ header: Header) -> String? {
    if let match = signatures.first(where: { $0.columns.allSatisfy { header.contains($0) } }) { return match.name }
    let holdsOwners = ["owner_id", "email", "first_name", "last_name"].allSatisfy { header.contains($0) }
    return holdsOwners && !ofTheOwned.contains(where: header.contains) ? "owners, who are staff" : nil
  }
}
