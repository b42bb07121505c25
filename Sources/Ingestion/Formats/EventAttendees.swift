import Vocabulary

/// A list of an event's attendees, as ticket services and sign-in desks write it: one person a record. No real file
/// stands behind it yet. The day is the event's, where that is known, else that of signing in, else that of the order. A
/// ticket without an id is known by its order and type; of one buyer's, which say the same, the place in the file counts.
/// Without an order, where no column has the event's day, a guest is known by the day of registering.
struct EventAttendees: SourceFormat {
  static let title = "event attendees"
  static let isVerified = false

  enum Field: String, CaseIterable {
    case attendeeID, order, ticket, event, email, phone, eventDay, checkIn, checkInTime, ordered, status, paid, currency
  }

  private static let names: [Field: [String]] = [
    .attendeeID: ["attendee #", "attendee id", "ticket id", "barcode #", "barcode number", "barcode"],
    .order: ["order #", "order id", "order number", "order no."], .ticket: ["ticket type", "ticket name"],
    .event: ["event name", "event title"],
    .email: ["attendee email", "attendee email address", "email", "email address", "e-mail", "buyer email"],
    .phone: ["cell phone", "mobile phone", "phone", "phone number", "attendee phone"],
    .eventDay: ["event start date", "event start date & time", "event date", "event start"],
    .checkIn: ["checked in", "checked-in", "check-in", "check in", "check-in status", "attended"],
    .checkInTime: ["check-in time", "check in time", "checked in at", "check-in date", "sign-in time"],
    .ordered: ["order date", "order date/time", "registration date", "registration time", "registered at"],
    .status: ["attendee status", "registration status", "order status", "status"],
    .paid: ["total paid"], .currency: ["currency"],
  ]
  private static let moments: [Field] = [.eventDay, .checkInTime, .ordered]

  private let map: ColumnMap<Field>
  private var numbers: NumberColumns<Field>
  private var dates: [Field: DateColumn] = [:]
  private var currency: CurrencyColumn
  private var tickets: [[String]: Int] = [:]

  init?(_ opening: Opening) {
    let map = ColumnMap(opening.header, names: EventAttendees.names)
    // A report of one event may leave its name out.
    let isOfAttendees = map.has(.order) && opening.header.column(["attendee #", "attendee status"]) != nil
    guard map.has(.event) || isOfAttendees, map.has(.email),
      map.has(.attendeeID) || map.has(.order) || map.has(.checkIn) || map.has(.checkInTime),
      EventAttendees.moments.contains(where: map.has)
    else { return nil }
    self.map = map
    for field in EventAttendees.moments { dates[field] = DateColumn(map[field], name: map.name(field)) }
    currency = CurrencyColumn(map[.currency], name: map.name(.currency))
    numbers = NumberColumns(map, amounts: [.paid], whole: [])
  }

  var width: Int? { map.header.count }

  mutating func survey(_ record: RawRecord) {
    numbers.survey(record)
    for field in EventAttendees.moments { dates[field]?.survey(record) }
    currency.survey(record)
  }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    try numbers.settle(options, file: file, habit: .plain)
    for field in EventAttendees.moments { try dates[field]?.settle(options, file: file) }
    currency.settle(declared: options.currency)
    var findings = Findings(map, knownBy: [map.has(.event) ? .event : .order, .email], options)
    findings.currency = currency.ofFile
    findings.window = EventAttendees.moments.compactMap { dates[$0] }.first?.window
    findings.metrics = [.interactions]
    findings.notes += numbers.caveats
    return findings
  }

  mutating func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem) {
    let status = record.text(map[.status]).lowercased()
    guard status != "deleted" else { return batch.skip(record, .deleted) }
    let paid = try numbers.amount(.paid, record)
    // The money that went back for an order of another row.
    if let paid, paid.micros < 0 { return batch.skip(record, .overlapping) }
    let signedIn = try dates[.checkInTime]?.date(record)
    let event = try dates[.eventDay]?.date(record)
    let ordered = try dates[.ordered]?.date(record)
    guard let date = event ?? signedIn ?? ordered else {
      throw RowProblem(
        column: map.name(EventAttendees.moments.first(where: map.has) ?? .eventDay), found: "an empty cell",
        expected: "the day of the event")
    }
    var visit = Interaction(
      origin: RecordOrigin(record), platform: "Event list", kind: .event,
      interactionID: try IdentifierCell.text(record, map[.attendeeID], name: map.name(.attendeeID)), day: date.day)
    visit.instant = date.instant
    visit.name = record.text(map[.event])
    visit.email = try PersonalCell.email(record, map[.email], name: map.name(.email))
    if visit.interactionID.isEmpty { visit.interactionID = ticket(record, of: visit) }
    if visit.interactionID.isEmpty, visit.email != nil, !map.has(.eventDay), let ordered {
      visit.interactionID = ordered.day.description
    }
    // Of an event without a name the day is all that tells it from the next one.
    visit.hasLastingID = !visit.interactionID.isEmpty && !visit.name.isEmpty
    // As the guest typed it.
    visit.phone = PhoneNumber(record.text(map[.phone]))
    let hasCome = signedIn != nil || status == "checked in" || FlagCell.value(record, map[.checkIn]) == true
    visit.outcome = hasCome ? "attended" : status
    visit.valueMicros = status == "refunded" ? paid.map { _ in 0 } : paid?.micros
    if paid != nil { visit.currency = try currency.currency(record, of: [paid], name: map.name(.paid)) }
    batch.interactions.append(visit)
  }

  /// "" without an order: who signs in twice has come once.
  private mutating func ticket(_ record: RawRecord, of visit: Interaction) -> String {
    let order = IdentifierText.whole(record.text(map[.order]))
    guard !order.isEmpty else { return "" }
    let type = record.text(map[.ticket])
    let name = type.isEmpty ? order : "\(order) / \(type)"
    let alike = [name, visit.email?.normalized ?? "", visit.name]
    let count = tickets[alike, default: 0] + 1
    tickets[alike] = count
    return count == 1 ? name : "\(name) #\(count)"
  }
}
