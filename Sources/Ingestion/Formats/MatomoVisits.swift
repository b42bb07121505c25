import Vocabulary

/// Matomo's visits log (Live.getLastVisitsDetails) as XML, JSON or CSV: each row is a visit with its actions.
///
/// Only a file that says when its visits were is read so; one without is read as undated figures by `MatomoReport`.
/// Addresses of visitors go nowhere. A visit's day is that of its beginning in the site's zone, whose offset is the
/// difference between the server's time and its time stamp; where the file has no such pair, the server's date, and
/// after that the UTC day.
struct MatomoVisits: SourceFormat {
  static let title = "Matomo visits log"
  static let isVerified = true

  static let list = "actionDetails"
  static let listFields: Set<String> = [
    "type", "url", "timestamp", "eventAction", "goalName", "orderId", "revenue",
  ]

  private static let dates = ["firstactiontimestamp", "servertimestamp", "serverdate", "lastactiontimestamp"]

  private let header: Header
  /// XML rows carry their own names.
  private let hasOwnNames: Bool
  private let places: [String: Int]
  private var window: DateWindow?
  private var sites: Set<String> = []
  private var currency: Currency?
  private var declared: Currency?

  init?(_ opening: Opening) {
    let keys = opening.header.keys
    guard keys.contains("idvisit"), MatomoVisits.dates.contains(where: keys.contains),
      ["", "result", "results"].contains(opening.rootName)
    else { return nil }
    header = opening.header
    hasOwnNames = !opening.rootName.isEmpty
    places = MatomoVisit.places(opening.header.names)
  }

  var width: Int? { hasOwnNames ? nil : header.count }

  mutating func survey(_ record: RawRecord) {
    let visit = visit(record)
    if let day = visit.moment?.day {
      window = window.map { $0.union(DateWindow(day: day)) } ?? DateWindow(day: day)
    }
    sites.insert(visit.property)
    currency = currency ?? Currency(visit.text("sitecurrency"))
  }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    var findings = Findings()
    findings.reason = "the columns \"idVisit\" and a time of the visit"
    findings.columns = header.names.map {
      ColumnMeaning(header: $0, meaning: MatomoVisits.meanings[$0.lowercased()])
    }
    findings.currency = currency ?? options.currency
    findings.timeZone = options.timeZone
    findings.window = window
    findings.account = sites.count == 1 ? sites.first.flatMap { $0.isEmpty ? nil : $0 } : nil
    findings.metrics = [.sessions]
    declared = options.currency
    return findings
  }

  mutating func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem) {
    let visit = visit(record)
    let id = visit.text("idvisit")
    guard !id.isEmpty else { throw RowProblem(column: "idVisit", found: "an empty cell", expected: "the visit's id") }
    guard let moment = visit.moment else {
      throw RowProblem(
        column: "serverDate", found: "no time of the visit", expected: "a time stamp, or a date such as 2026-10-31")
    }
    let origin = RecordOrigin(record)
    var session = WebSession(
      origin: origin, tool: "Matomo", property: visit.property, sessionID: id, day: moment.day)
    session.instant = moment.instant
    session.visitorID = visit.first("visitorid", "fingerprint")
    session.userID = visit.text("userid")
    session.seconds = try visit.whole("visitduration")
    session.events = try visit.whole("actions")
    session.conversions = try visit.whole("goalconversions")
    session.revenueMicros = try visit.micros("totalecommercerevenue")
    session.currency = session.revenueMicros == nil ? nil : Currency(visit.text("sitecurrency")) ?? declared
    visit.fillSource(&session)
    session.country = visit.text("countrycode").lowercased() == "xx" ? "" : visit.text("country")
    session.device = visit.device
    let actions = try visit.actions(session, moment)
    let pages = actions.filter { $0.name == "page_view" }
    if visit.hasActions { session.views = Int64(pages.count) }
    session.landingPage = pages.first?.page ?? ""
    batch.webSessions.append(session)
    batch.webEvents += actions
  }

  private func visit(_ record: RawRecord) -> MatomoVisit {
    MatomoVisit(record, hasOwnNames ? MatomoVisit.places(record.cells.names) : places)
  }

  private static let meanings = [
    "idvisit": "session", "sitename": "property", "idsite": "property", "visitorid": "visitor",
    "fingerprint": "visitor",
    "userid": "user", "firstactiontimestamp": "beginning", "servertimestamp": "beginning", "serverdate": "day",
    "visitduration": "seconds", "actions": "events", "goalconversions": "conversions",
    "totalecommercerevenue": "revenue", "sitecurrency": "currency", "referrertype": "source and medium",
    "referrername": "source", "campaignsource": "source", "campaignmedium": "medium", "campaignname": "campaign",
    "country": "country", "devicetype": "device",
  ]
}
