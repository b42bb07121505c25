import Vocabulary

/// Sales opportunities in their latest state.
struct DealMapping: MappedKind {
  static let title = "deals"

  static let fields: [KindField] = [
    KindField(
      .dealID, .id, "deal id|opportunity id|id|record id|vorgangsnummer|chancen id|id del negocio|angebotsnummer"),
    KindField(.name, .text, "deal name|name|opportunity name|title|deal title|bezeichnung"),
    KindField(.platform, .text, "platform|crm"),
    KindField(.pipeline, .text, "pipeline"),
    KindField(.stage, .text, "stage|deal stage|stage name|phase|etapa|étape"),
    KindField(
      .outcome, .word, "outcome|result|deal status|status|ergebnis", values: Deal.Outcome.allCases.map(\.rawValue)),
    KindField(.amount, .money, "amount|deal amount|value|deal value|betrag|wert|auftragswert|importe|montant|valor"),
    KindField(.currency, .currency, "currency|currency code|deal currency|währung|moneda|devise"),
    KindField(.createdDay, .day, "create date|created|created date|created at|erstellt|erstellt am|fecha de creación"),
    KindField(
      .closeDay, .day, "close date|closed|closed at|closing date|abschlussdatum|fecha de cierre|date de clôture"),
    KindField(.owner, .text, "owner|deal owner|inhaber|propietario"),
    KindField(.contactID, .id, "contact id|customer id|kundennummer|associated contact id"),
    KindField(.companyID, .id, "company id|account id|associated company id"),
    KindField(.email, .email, "email|e mail|contact email|customer email"),
    KindField(.channel, .channel, "source|original source|lead source|channel|quelle|fuente|origem"),
    KindField(.campaign, .text, "campaign|kampagne|campaña|campanha"),
  ]

  static let needs: [[TableField]] = [[.dealID], [.amount, .stage, .outcome, .closeDay]]
  static let signs: [TableField] = [.stage, .outcome, .closeDay]
  static let strangers: Set<TableTrait> = [.namesPayments, .isOfPayments]
  static let metrics: [TableField: TotalMetric] = [.amount: .dealAmount]
  static let ownMetrics: Set<TotalMetric> = [.deals]

  private static let outcomes: [String: Deal.Outcome] = [
    "closed won": .won, "gewonnen": .won, "ganado": .won, "gagné": .won, "closed lost": .lost, "verloren": .lost,
    "perdido": .lost, "perdu": .lost, "offen": .open, "in progress": .open, "abierto": .open,
  ]

  init(_ columns: MappedColumns) {}

  mutating func map(_ row: MappedRow, into batch: inout CanonicalBatch) throws(RowProblem) {
    var deal = Deal(origin: row.origin, platform: row.platform, dealID: try row.requiredID(.dealID))
    deal.name = row.text(.name)
    deal.pipeline = row.text(.pipeline)
    deal.stage = row.text(.stage)
    deal.outcome = try outcome(row)
    deal.amountMicros = try row.micros(.amount)
    deal.currency = try row.currency(of: [.amount])
    deal.createdDay = try row.date(.createdDay)?.day
    deal.closeDay = try row.date(.closeDay)?.day
    deal.owner = row.text(.owner)
    deal.contactID = try row.id(.contactID)
    deal.companyID = try row.id(.companyID)
    deal.email = try row.email(.email)
    deal.channel = row.channel
    deal.campaign = row.text(.campaign)
    if row.columns.map.has(.channel) { deal.sourceDetail = row.text(.channel) }
    batch.deals.append(deal)
  }

  /// Of a column of its own, or of the stage, whose further names tell nothing of it.
  private func outcome(_ row: MappedRow) throws(RowProblem) -> Deal.Outcome? {
    let text = row.text(.outcome)
    if text.isEmpty { return DealOutcome.of(row.text(.stage)) }
    if let outcome = DealOutcome.of(text) { return outcome }
    return text == row.text(.stage) ? nil : try row.word(.outcome, DealMapping.outcomes)
  }
}
