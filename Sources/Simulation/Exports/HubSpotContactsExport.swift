import Vocabulary

/// HubSpot: all contacts with the source that first brought them. Two exports, of which the later one holds the
/// earlier one's contacts again.
struct HubSpotContactsExport {
  let business: Business

  func files() -> [ExportedFile] {
    let days = business.plan.dayCount
    let ends = days > 200 ? [days / 2, days] : [days]
    return ends.map { file(until: $0) }
  }

  private static let header = [
    "Record ID", "First Name", "Last Name", "Email", "Lifecycle Stage", "Original Source",
    "Original Source Drill-Down 1", "Original Source Drill-Down 2", "Create Date", "Country/Region",
  ]

  /// Contacts created before day index `end`, in the state they had then.
  private func file(until end: Int) -> ExportedFile {
    var text = TextBuffer(withByteOrderMark: true)
    text.append(record: HubSpotContactsExport.header.map { CellText.quoted($0) })
    var count = 0
    for contact in business.contacts where contact.day < end {
      let source = HubSpotContactsExport.source(contact.recorded)
      let cells = [
        String(contact.id), contact.firstName, contact.lastName, contact.email, stage(of: contact, at: end),
        source.name, source.first, source.second,
        LocalTime(time: contact.created, firstDay: business.plan.firstDay).textToMinutes,
        HubSpotContactsExport.country(contact.country),
      ]
      text.append(record: cells.map { CellText.quoted($0) })
      count += 1
    }
    return ExportedFile(
      path: "hubspot/hubspot-crm-exports-all-contacts-\(business.day(end)).csv", bytes: text.bytes,
      totals: ExportTotals(rows: count, contacts: count))
  }

  private func stage(of contact: CRMContact, at end: Int) -> String {
    guard let customer = contact.customer, business.customers[customer].joinedDay < end else {
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
