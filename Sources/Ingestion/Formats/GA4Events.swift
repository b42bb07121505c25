import Vocabulary

/// Google Analytics 4's export to BigQuery: one row an event, flattened by a connector (`param_…`), or nested as JSON
/// lines (`event_params`, whose values are named by their keys).
///
/// Days are the property's, moments UTC. A session is the browser's pseudonym and `ga_session_id`. Source and medium
/// are the event's own; `traffic_source`, the person's first touch, is left out, as are the items. The flattened table
/// is verified by a real file, nested JSON is not.
struct GA4Events: SourceFormat {
  static let title = "GA4 events (BigQuery export)"
  static let isVerified = true

  enum Field: String, CaseIterable {
    case day, instantMicros, moment, name, visitor, user, session, host, stream, location, source, medium, campaign
    case gclid, dclid, referrer, country, device, transaction, revenue, revenueInUSD, currency
    /// The same as parameters of the event, where what was collected is empty.
    case givenSource, givenMedium, givenCampaign, givenGclid, givenDclid, givenTransaction
  }

  private let map: ColumnMap<Field>
  private var window: DateWindow?
  private var hosts: Set<String> = []
  private var declared: Currency?

  init?(_ opening: Opening) {
    let map = ColumnMap(opening.header, names: GA4Events.names)
    let keys = opening.header
    guard map.has(.visitor), map.has(.name), map.has(.day) || map.has(.instantMicros),
      keys.contains("event_name") || map.has(.session) || keys.contains("bundle_sequence_id")
    else { return nil }
    self.map = map
  }

  var width: Int? { map.header.count }

  mutating func survey(_ record: RawRecord) {
    if let day = try? day(record) { window = window.map { $0.union(DateWindow(day: day)) } ?? DateWindow(day: day) }
    if hosts.count < 2 { hosts.insert(host(record)) }
  }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    var findings = Findings()
    findings.reason = "columns \"\(map.name(.name))\" and \"\(map.name(.visitor))\""
    findings.columns = map.meanings
    findings.currency = options.currency
    findings.timeZone = options.timeZone
    findings.window = window
    findings.account = hosts.count == 1 ? hosts.first.flatMap { $0.isEmpty ? nil : $0 } : nil
    findings.metrics = [.events]
    declared = options.currency
    return findings
  }

  mutating func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem) {
    let name = record.text(map[.name])
    guard !name.isEmpty else {
      throw RowProblem(column: map.name(.name), found: "an empty cell", expected: "the event's name")
    }
    var event = WebEvent(
      origin: RecordOrigin(counted: record), tool: "GA4", property: host(record), name: name, day: try day(record))
    event.instantMicros = try instantMicros(record)
    event.visitorID = try identifier(.visitor, record)
    event.userID = try identifier(.user, record)
    let session = try identifier(.session, record)
    event.sessionID = session.isEmpty || event.visitorID.isEmpty ? "" : event.visitorID + "." + session
    let location = RequestAddress(record[map[.location]])
    if !record.text(map[.location]).isEmpty { event.page = location.page }
    let tags = location.tags
    event.source = first(record, .source, .givenSource) ?? tags.source
    event.medium = first(record, .medium, .givenMedium) ?? tags.medium
    event.campaign = first(record, .campaign, .givenCampaign) ?? tags.campaign
    let clicks = [("gclid", Field.gclid, Field.givenGclid), ("dclid", .dclid, .givenDclid)]
    event.clickID = clicks.first { first(record, $0.1, $0.2) != nil }?.0 ?? tags.clickID
    event.referrer = RequestAddress.host(ofReferrer: record[map[.referrer]])
    event.country = first(record, .country) ?? ""
    event.device = record.text(map[.device]).lowercased()
    event.transactionID = first(record, .transaction, .givenTransaction) ?? ""
    try addRevenue(to: &event, record)
    batch.webEvents.append(event)
  }

  private func host(_ record: RawRecord) -> String {
    let host = record.text(map[.host]).lowercased()
    if !host.isEmpty { return host }
    let location = RequestAddress(record[map[.location]]).host
    return location.isEmpty ? record.text(map[.stream]) : location
  }

  private func day(_ record: RawRecord) throws(RowProblem) -> Day {
    if let date = DateText(record[map[.day]], order: .yearMonthDay) {
      guard PlausibleYears.holds(date.day, isOfFact: true) else {
        throw PlausibleYears.problem(date.day, isOfFact: true, column: map.name(.day))
      }
      return date.day
    }
    if !map.has(.day), let instant = try instantMicros(record) {
      return Day(number: Int((Double(instant) / 86_400e6).rounded(.down)))
    }
    throw RowProblem(
      column: map.name(.day), found: "text of \(record[map[.day]].count) bytes that is no date",
      expected: "a date such as 20261031")
  }

  private func instantMicros(_ record: RawRecord) throws(RowProblem) -> Int64? {
    let cell = record[map[.instantMicros]]
    if !BlankText.isMissing(cell) {
      guard let micros = NumberFormat.plain.whole(cell), micros > 0 else {
        throw RowProblem(
          column: map.name(.instantMicros), found: "text of \(cell.count) bytes that is no whole number",
          expected: "millionths of a second since 1970, such as 1791806400000000")
      }
      return micros
    }
    // Connectors write the moment as a time in UTC.
    guard let date = DateText(record[map[.moment]], order: .yearMonthDay), let second = date.secondOfDay else {
      return nil
    }
    return (Int64(date.day.number) * 86_400 + Int64(second - (date.offset ?? 0))) * Micros.perUnit
  }

  /// A number that a spreadsheet has shortened is nobody's id.
  private func identifier(_ field: Field, _ record: RawRecord) throws(RowProblem) -> String {
    let text = record.text(map[field])
    guard text.wholeMatch(of: /[0-9]([.,][0-9]+)?[eE]\+[0-9]+/) == nil else {
      throw RowProblem(
        column: map.name(field), found: "an id in scientific notation", expected: "the id with all of its figures")
    }
    return text
  }

  private func first(_ record: RawRecord, _ fields: Field...) -> String? {
    fields.lazy.map { record.text(map[$0]) }.first { !$0.isEmpty && $0 != "(not set)" && $0 != "null" }
  }

  /// Connectors fill in 0 for events that earn nothing; of a purchase, 0 is an amount.
  private func addRevenue(to event: inout WebEvent, _ record: RawRecord) throws(RowProblem) {
    for field in [Field.revenue, .revenueInUSD] {
      let cell = record[map[field]]
      guard !BlankText.isMissing(cell) else { continue }
      guard let amount = AmountText(cell, format: .plain) else {
        throw RowProblem(
          column: map.name(field), found: "text of \(cell.count) bytes that is no number",
          expected: "an amount such as 29.99")
      }
      guard amount.micros != 0 || event.name.contains("purchase") else { return }
      event.valueMicros = amount.micros
      event.currency = field == .revenueInUSD ? Currency("USD") : Currency(record.text(map[.currency])) ?? declared
      return
    }
  }

  /// As BigQuery nests them, then as two connectors flatten them.
  private static let names: [Field: [String]] = {
    var names: [Field: [String]] = [
      .day: ["event_date", "date", "event_date_dt"], .instantMicros: ["event_timestamp"],
      .moment: ["timestamp", "event_timestamp_utc"], .name: ["event_name", "name"], .visitor: ["user_pseudo_id"],
      .user: ["user_id"],
      .host: ["device.web_info.hostname", "event_dimensions.hostname", "event_dimensions_hostname"],
      .stream: ["stream_id"], .country: ["geo.country", "geo_country"],
      .device: ["device.category", "device_category"],
      .transaction: ["ecommerce.transaction_id", "ecommerce_transaction_id"],
      .revenue: ["ecommerce.purchase_revenue", "ecommerce_purchase_revenue"],
      .revenueInUSD: ["ecommerce.purchase_revenue_in_usd", "ecommerce_purchase_revenue_in_usd"],
      .source: ["collected_traffic_source.manual_source", "collected_traffic_source_manual_source"],
      .medium: ["collected_traffic_source.manual_medium", "collected_traffic_source_manual_medium"],
      .campaign: ["collected_traffic_source.manual_campaign_name", "collected_traffic_source_manual_campaign_name"],
      .gclid: ["collected_traffic_source.gclid", "collected_traffic_source_gclid"],
      .dclid: ["collected_traffic_source.dclid", "collected_traffic_source_dclid"],
    ]
    let parameters: [Field: String] = [
      .session: "ga_session_id", .location: "page_location", .referrer: "page_referrer", .givenSource: "source",
      .givenMedium: "medium", .givenCampaign: "campaign", .givenGclid: "gclid", .givenDclid: "dclid",
      .currency: "currency", .givenTransaction: "transaction_id",
    ]
    for (field, key) in parameters {
      names[field, default: []] += ["event_params.\(key)", "param_\(key)", "event_params_\(key)", "event_param_\(key)"]
    }
    return names
  }()
}
