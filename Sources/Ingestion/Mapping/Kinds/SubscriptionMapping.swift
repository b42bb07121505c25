import Vocabulary

/// Recurring contracts in their latest state.
struct SubscriptionMapping: MappedKind {
  static let title = "subscriptions"

  static let fields: [KindField] = [
    KindField(.subscriptionID, .id, "subscription id|contract id|abo id|abonummer|vertragsnummer|abonnement|id"),
    KindField(.platform, .text, "platform|provider"),
    KindField(.customerID, .id, "customer id|customer|kundennummer|member id|id cliente"),
    KindField(.email, .email, "email|e mail|customer email"),
    KindField(.plan, .text, "plan|plan name|tarif|product"),
    KindField(.interval, .text, "interval|billing interval|billing period|intervall|laufzeit"),
    KindField(.quantity, .count, "quantity|qty|menge|anzahl"),
    KindField(.amount, .money, "amount|price|mrr|plan amount|betrag|preis|importe|montant"),
    KindField(.currency, .currency, "currency|währung|moneda|devise"),
    KindField(.status, .text, "status|subscription status|estado|statut"),
    KindField(.startDay, .day, "start date|started at|start|created|beginn|vertragsbeginn|fecha de inicio"),
    KindField(.trialEndDay, .day, "trial end|trial ends at|trial end date"),
    KindField(
      .canceledDay, .day, "canceled at|cancelled at|cancellation date|gekündigt am|kündigung|fecha de cancelación"),
    KindField(.endedDay, .day, "ended at|end date|ended|ende|vertragsende"),
  ]

  static let needs: [[TableField]] = [[.subscriptionID], [.startDay], [.plan, .amount, .interval, .canceledDay]]
  static let metrics: [TableField: TotalMetric] = [:]
  static let ownMetrics: Set<TotalMetric> = [.subscriptions]

  init(_ columns: MappedColumns) {}

  mutating func map(_ row: MappedRow, into batch: inout CanonicalBatch) throws(RowProblem) {
    var record = Subscription(
      origin: row.origin, platform: row.platform, subscriptionID: try row.requiredID(.subscriptionID))
    record.customerID = try row.id(.customerID)
    record.email = try row.email(.email)
    record.plan = row.text(.plan)
    record.interval = row.text(.interval).lowercased()
    record.quantity = try row.whole(.quantity)
    record.amountMicros = try row.micros(.amount)
    record.currency = try row.currency(of: [.amount])
    record.status = row.text(.status).lowercased()
    record.startDay = try row.date(.startDay)?.day
    record.trialEndDay = try row.date(.trialEndDay)?.day
    record.canceledDay = try row.date(.canceledDay)?.day
    record.endedDay = try row.date(.endedDay)?.day
    batch.subscriptions.append(record)
  }
}
