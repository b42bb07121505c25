import Vocabulary

/// Mailings as their tool sums them up.
struct EmailCampaignMapping: MappedKind {
  static let title = "mailings"

  static let fields: [KindField] = [
    KindField(.campaignID, .id, "campaign id|unique id|mailing id|id"),
    KindField(.campaign, .text, "campaign|campaign name|title|mailing|newsletter|kampagne|campaña|campagne"),
    KindField(.platform, .text, "platform|tool"),
    KindField(.subject, .text, "subject|subject line|betreff|asunto|objet|assunto|onderwerp"),
    KindField(.list, .text, "list|audience|list name|liste|lista"),
    KindField(
      .day, .day, "send date|sent|sent at|send time|date sent|versanddatum|gesendet am|fecha de envío|date d envoi"),
    KindField(.recipients, .count, "recipients|total recipients|sent to|empfänger|destinatarios|destinataires"),
    KindField(.delivered, .count, "delivered|successful deliveries|deliveries|zugestellt|entregados"),
    KindField(.softBounces, .count, "soft bounces"),
    KindField(.hardBounces, .count, "hard bounces"),
    KindField(.uniqueOpens, .count, "unique opens|opened|eindeutige öffnungen|aperturas únicas"),
    KindField(.opens, .count, "opens|total opens|öffnungen|aperturas|ouvertures"),
    KindField(.uniqueClicks, .count, "unique clicks|clicked|eindeutige klicks|clics únicos"),
    KindField(.clicks, .count, "clicks|total clicks|klicks|clics"),
    KindField(.unsubscribes, .count, "unsubscribes|unsubscribed|abmeldungen|bajas|désinscriptions"),
    KindField(.complaints, .count, "complaints|abuse complaints|spam complaints|beschwerden"),
    KindField(.orders, .count, "orders|total orders|bestellungen|pedidos"),
    KindField(.revenue, .money, "revenue|gross sales|total revenue|umsatz|ingresos"),
    KindField(.currency, .currency, "currency|währung|moneda|devise"),
  ]

  static let needs: [[TableField]] = [[.campaign, .campaignID], [.recipients, .delivered, .opens, .uniqueOpens]]
  static let strangers: Set<TableTrait> = [.namesCosts]
  static let metrics: [TableField: TotalMetric] = [
    .delivered: .emails, .opens: .opens, .clicks: .clicks, .revenue: .revenue,
  ]
  static let ownMetrics: Set<TotalMetric> = []

  init(_ columns: MappedColumns) {}

  mutating func map(_ row: MappedRow, into batch: inout CanonicalBatch) throws(RowProblem) {
    let name = row.text(.campaign)
    let id = try row.id(.campaignID)
    guard !id.isEmpty || !name.isEmpty else {
      throw RowProblem(column: row.columns.map.name(.campaign), found: "an empty cell", expected: "the mailing's name")
    }
    let day = try row.date(.day)?.day
    // A newsletter has one name every month.
    let known = [name, day?.description ?? ""].filter { !$0.isEmpty }.joined(separator: " / ")
    var mailing = EmailCampaign(
      origin: row.origin, platform: row.platform, campaignID: id.isEmpty ? known : id, campaign: name)
    mailing.subject = row.text(.subject)
    mailing.list = row.text(.list)
    mailing.sentDay = day
    mailing.recipients = try row.whole(.recipients)
    mailing.delivered = try row.whole(.delivered)
    mailing.softBounces = try row.whole(.softBounces)
    mailing.hardBounces = try row.whole(.hardBounces)
    mailing.uniqueOpens = try row.whole(.uniqueOpens)
    mailing.opens = try row.whole(.opens)
    mailing.uniqueClicks = try row.whole(.uniqueClicks)
    mailing.clicks = try row.whole(.clicks)
    mailing.unsubscribes = try row.whole(.unsubscribes)
    mailing.complaints = try row.whole(.complaints)
    mailing.orders = try row.whole(.orders)
    mailing.revenueMicros = try row.micros(.revenue)
    mailing.currency = try row.currency(of: [.revenue])
    batch.emailCampaigns.append(mailing)
  }
}
