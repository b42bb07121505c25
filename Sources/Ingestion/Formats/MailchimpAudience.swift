import Vocabulary

/// Mailchimp, Audience, Export: one file for each state of a member, which only the file's name tells of those who are
/// subscribed and those who never were; files put together from several have a column for it. Times are in UTC.
struct MailchimpAudience: SourceFormat {
  static let title = "Mailchimp audience"
  static let isVerified = true

  private var columns: MembershipColumns
  private var state: ListMembership.State?
  /// That a column of moments tells, as long as every row has one: merge fields of other audiences may be called so too.
  private var stateOfColumns: ListMembership.State?
  private let moment: Int?

  init?(_ opening: Opening) {
    let header = opening.header
    let columns = MembershipColumns(header, names: MailchimpAudience.names, states: MailchimpAudience.states)
    // Merge fields are called as the account calls them; these are always called so.
    guard columns.has(.email), columns.has(.optIn),
      header.column(["member_rating", "confirm_time", "leid", "euid"]) != nil
    else { return nil }
    self.columns = columns
    moment = header.column(["unsub_time", "clean_time"])
    stateOfColumns = header.contains("unsub_time") ? .unsubscribed : header.contains("clean_time") ? .cleaned : nil
  }

  var width: Int? { columns.map.header.count }

  mutating func survey(_ record: RawRecord) {
    columns.survey(record)
    if BlankText.isMissing(record[moment]) { stateOfColumns = nil }
  }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    var findings = try columns.settle(options, file: file)
    findings.timeZone = "UTC"
    guard let state = MailchimpAudience.state(file) ?? stateOfColumns else {
      guard columns.has(.status) else { throw .unnamedState(file: file) }
      return findings
    }
    self.state = state
    if let column = columns.map[.status] { findings.columns[column].meaning = nil }
    findings.reason += ", members \"\(state.rawValue)\""
    findings.part = state.rawValue
    return findings
  }

  mutating func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem) {
    guard let state = try state(of: record) else {
      throw RowProblem(column: columns.map.name(.status), found: "an empty cell", expected: "the member's state")
    }
    batch.listMemberships.append(
      try columns.membership(record, platform: "Mailchimp", list: "", state: state))
  }

  private func state(of record: RawRecord) throws(RowProblem) -> ListMembership.State? {
    if let state { return state }
    return try columns.state(record)
  }

  private static let states: [String: ListMembership.State] = [
    "subscribed": .subscribed, "unsubscribed": .unsubscribed, "cleaned": .cleaned, "nonsubscribed": .nonSubscribed,
    "non-subscribed": .nonSubscribed, "transactional": .nonSubscribed, "pending": .pending,
  ]

  /// `subscribed_members_export_1a2b.csv`, `…/unsubscribed.csv`; folders and archives around it do not count.
  private static func state(_ file: String) -> ListMembership.State? {
    let leaf = (file.split(separator: "/").last ?? "").lowercased()
    if leaf.contains("nonsubscribed") || leaf.contains("non-subscribed") { return .nonSubscribed }
    if leaf.contains("unsubscribed") { return .unsubscribed }
    if leaf.contains("cleaned") { return .cleaned }
    return leaf.contains("subscribed") ? .subscribed : nil
  }

  /// The free text beside a reason for leaving is left out.
  private static let names: [MembershipColumns.Field: [String]] = [
    .contactID: ["euid", "leid"], .status: ["status"], .optIn: ["optin_time"], .confirmed: ["confirm_time"],
    .left: ["unsub_time", "clean_time"], .reason: ["unsub_reason"],
    .campaign: ["unsub_campaign_title", "clean_campaign_title"], .tags: ["tags"],
  ]
}
