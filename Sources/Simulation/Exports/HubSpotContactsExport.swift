import Vocabulary

/// HubSpot: all contacts with the source that first brought them. Two exports, of which the later one holds the
/// earlier one's contacts again.
struct HubSpotContactsExport {
  private let firstDay: Day
  private let take: FileTaker
  private let ends: [Int]
  private var files: [GrowingFile]

  init(plan: BusinessPlan, to take: @escaping FileTaker) {
    firstDay = plan.firstDay
    self.take = take
    let days = plan.dayCount
    ends = days > 200 ? [days / 2, days] : [days]
    files = ends.map { end in
      var text = TextBuffer(withByteOrderMark: true)
      text.append(record: HubSpotContactsExport.header.map { CellText.quoted($0) })
      return GrowingFile(
        path: "hubspot/hubspot-crm-exports-all-contacts-\(plan.firstDay + end).csv", text: text,
        totals: ExportTotals(contacts: 0))
    }
  }

  private static let header = [
    "Record ID", "First Name", "Last Name", "Email", "Lifecycle Stage", "Original Source",
    "Original Source Drill-Down 1", "Original Source Drill-Down 2", "Create Date", "Country/Region",
  ]

  /// The next contact in the order of creation, in each file in the state that it had then.
  mutating func add(_ contact: CRMContact) throws {
    for (index, end) in ends.enumerated() where contact.day < end {
      let source = HubSpotContactsExport.source(contact.recorded)
      let cells = [
        String(contact.id), contact.firstName, contact.lastName, contact.email, stage(of: contact, at: end),
        source.name, source.first, source.second, LocalTime(time: contact.created, firstDay: firstDay).textToMinutes,
        HubSpotContactsExport.country(contact.country),
      ]
      files[index].text.append(record: cells.map { CellText.quoted($0) })
      files[index].totals.rows += 1
      files[index].totals.contacts? += 1
      try files[index].handOut(to: take)
    }
  }

  mutating func end() throws -> [FileListing] {
    for index in files.indices { try files[index].handOut(to: take, isLast: true) }
    return files.map(\.listing)
  }

  private func stage(of contact: CRMContact, at end: Int) -> String {
    guard let joined = contact.joinedDay, joined < end else {
      return contact.id % 3 == 0 ? "Lead" : "Subscriber"
    }
    return "Customer"
  }

  /// The vendor has no word for display advertising: such visits fall under "Other Campaigns" with the campaign and
  /// then source and medium.
  private static func source(_ recorded: RecordedSource) -> (name: String, first: String, second: String) {
    if let index = recorded.campaign {
      let name = Campaign.all[index].name
      switch recorded.channel {
      case .paidSocial: return ("Paid Social", "facebook", name)
      case .display: return ("Other Campaigns", name, "google / display")
      default: return ("Paid Search", name, Campaign.all[index].adGroups[0].lowercased())
      }
    }
    switch recorded.channel {
    case .email: return ("Email Marketing", "Newsletter", "")
    case .organicSearch: return ("Organic Search", "Unknown keywords (SSL)", "google")
    case .organicSocial: return ("Organic Social", "instagram", "")
    case .referral: return ("Referrals", "trailnotes.example", "/kit-list")
    case .direct: return ("Direct Traffic", "www.fernhill.example/", "")
    case .offline: return ("Offline Sources", "IMPORT", "")
    default: return ("", "", "")
    }
  }

  private static func country(_ code: String) -> String {
    switch code {
    case "IE": "Ireland"
    case "DE": "Germany"
    case "FR": "France"
    case "US": "United States"
    default: "United Kingdom"
    }
  }
}
