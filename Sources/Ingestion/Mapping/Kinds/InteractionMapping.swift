import Vocabulary

/// Calls, visits to events, forms on paper: contacts with people outside the website.
struct InteractionMapping: MappedKind {
  static let title = "calls and other contacts"

  static let fields: [KindField] = [
    KindField(.day, .day, "date|call date|start time|time|event date|datum|anrufdatum|zeit|fecha|data|called at"),
    KindField(
      .kind, .word, "kind|type|interaction type|art|typ|tipo", values: Interaction.Kind.allCases.map(\.rawValue)),
    KindField(.interactionID, .id, "call id|interaction id|registration id|ticket id|id"),
    KindField(.platform, .text, "platform|tool"),
    KindField(.name, .text, "name|event|event name|number called|tracking number|called number|veranstaltung|evento"),
    KindField(.email, .email, "email|e mail|attendee email|caller email"),
    KindField(.phone, .phone, "phone|caller|caller number|phone number|anrufer|telefon|teléfono"),
    KindField(.seconds, .duration, "duration|call duration|duration seconds|length|dauer|duración|durée"),
    KindField(.outcome, .text, "outcome|result|status|call status|attendance|ergebnis|resultado"),
    KindField(.source, .text, "source|utm source|quelle|fuente"),
    KindField(.medium, .text, "medium|utm medium"),
    KindField(.campaign, .text, "campaign|utm campaign|kampagne|campaña"),
    KindField(.channel, .channel, "channel|kanal|canal"),
    KindField(.amount, .money, "value|amount|revenue|ticket price|wert|betrag|valor"),
    KindField(.currency, .currency, "currency|währung|moneda|devise"),
  ]

  static let needs: [[TableField]] = [[.day], [.kind]]
  static let signs: [TableField] = [.phone, .email, .seconds]
  static let strangers = TableTrait.ofSales
  static let metrics: [TableField: TotalMetric] = [:]
  static let ownMetrics: Set<TotalMetric> = [.interactions]

  private static let kinds: [String: Interaction.Kind] = [
    "anruf": .call, "phone call": .call, "llamada": .call, "appel": .call, "veranstaltung": .event, "webinar": .event,
    "formular": .form, "termin": .meeting, "besuch": .meeting, "chat": .message, "sms": .message,
  ]

  init(_ columns: MappedColumns) {}

  mutating func map(_ row: MappedRow, into batch: inout CanonicalBatch) throws(RowProblem) {
    let date = try row.requiredDate(.day)
    var record = Interaction(
      origin: row.origin, platform: row.platform, kind: try row.word(.kind, InteractionMapping.kinds) ?? .other,
      interactionID: try row.id(.interactionID), day: date.day)
    record.instant = date.instant
    record.name = row.text(.name)
    record.email = try row.email(.email)
    record.phone = row.phone(.phone)
    record.seconds = try row.seconds(.seconds)
    record.outcome = row.text(.outcome).lowercased()
    record.source = row.text(.source)
    record.medium = row.text(.medium)
    record.campaign = row.text(.campaign)
    record.channel = row.channel
    record.valueMicros = try row.micros(.amount)
    record.currency = try row.currency(of: [.amount])
    batch.interactions.append(record)
  }
}
