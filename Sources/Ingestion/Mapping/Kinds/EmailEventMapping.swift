import Vocabulary

/// What addresses did with mails.
struct EmailEventMapping: MappedKind {
  static let title = "e-mail events"

  static let fields: [KindField] = [
    KindField(.eventID, .id, "event id|id"),
    KindField(
      .kind, .word, "event|event type|action|activity|type|ereignis|aktion|evento",
      values: EmailEvent.Kind.allCases.map(\.rawValue)),
    KindField(.day, .day, "date|timestamp|time|event time|created|datum|zeit|fecha|data"),
    KindField(.platform, .text, "platform|tool"),
    KindField(.email, .email, "email|e mail|email address|recipient|empfänger|correo|courriel"),
    KindField(.contactID, .id, "contact id|subscriber id|profile id|kontakt id"),
    KindField(.campaign, .text, "campaign|campaign name|mailing|newsletter|kampagne|subject"),
    KindField(.campaignID, .id, "campaign id|mailing id|message id"),
    KindField(.link, .text, "link|url|clicked link"),
  ]

  static let needs: [[TableField]] = [[.kind], [.day], [.email, .contactID]]
  static let metrics: [TableField: TotalMetric] = [:]
  static let ownMetrics: Set<TotalMetric> = [.emails]

  private static let kinds: [String: EmailEvent.Kind] = [
    "send": .sent, "gesendet": .sent, "delivery": .delivered, "zugestellt": .delivered, "opened": .open,
    "opens": .open, "geöffnet": .open, "clicked": .click, "clicks": .click, "geklickt": .click, "bounced": .bounce,
    "hard bounce": .bounce, "soft bounce": .bounce, "unsubscribed": .unsubscribe, "abgemeldet": .unsubscribe,
    "spam": .complaint, "spam report": .complaint, "abuse": .complaint,
  ]

  init(_ columns: MappedColumns) {}

  mutating func map(_ row: MappedRow, into batch: inout CanonicalBatch) throws(RowProblem) {
    let date = try row.requiredDate(.day)
    guard let kind = try row.word(.kind, EmailEventMapping.kinds) else {
      throw RowProblem(column: row.columns.map.name(.kind), found: "an empty cell", expected: "what happened")
    }
    var event = EmailEvent(
      origin: row.origin, platform: row.platform, eventID: try row.id(.eventID), kind: kind, day: date.day)
    event.instant = date.instant
    event.email = try row.email(.email)
    event.contactID = try row.id(.contactID)
    event.campaign = row.text(.campaign)
    event.campaignID = try row.id(.campaignID)
    event.link = row.path(.link)
    batch.emailEvents.append(event)
  }
}
