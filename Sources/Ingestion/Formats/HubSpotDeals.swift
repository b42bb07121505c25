import Vocabulary

/// HubSpot, Deals, Export as CSV: one deal a record, with a column for each stage that says when the deal entered it.
struct HubSpotDeals: SourceFormat {
  static let title = "HubSpot deals"
  static let isVerified = false

  private var columns: DealColumns

  init?(_ opening: Opening) {
    let header = opening.header
    let columns = DealColumns(
      header, names: HubSpotDeals.names(header), stages: HubSpotDeals.stages(header),
      openStages: HubSpotDeals.openStages)
    guard HubSpotObject(header) == .deal, columns.has(.dealID), columns.has(.name) else { return nil }
    self.columns = columns
  }

  var width: Int? { columns.map.header.count }

  mutating func survey(_ record: RawRecord) { columns.survey(record) }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    try columns.settle(options, file: file, habit: nil)
  }

  mutating func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem) {
    if columns.isTotal(record) { return batch.skip(record, .totals) }
    var deal = try columns.deal(record, platform: "HubSpot")
    if !deal.sourceDetail.isEmpty { deal.channel = HubSpotSource.channel(deal.sourceDetail) }
    let changes = try columns.stageChanges(record, of: deal, isUTC: false)
    let contacts = try columns.contactIDs(record)
    batch.deals.append(deal)
    batch.dealStageChanges += changes
    batch.dealContacts += contacts.map { contact in
      DealContact(origin: deal.origin, platform: deal.platform, dealID: deal.dealID, contactID: contact)
    }
  }

  /// `Date entered "Demo (Sales Pipeline)"`, in whatever quotation marks, gives `Demo (Sales Pipeline)`.
  private static func stages(_ header: Header) -> [DealColumns.StageColumn] {
    let lead = "date entered "
    return header.names.enumerated().compactMap { index, name in
      guard header.keys[index].hasPrefix(lead) else { return nil }
      let rest = name.dropFirst(lead.count)
      guard let first = rest.first, let last = rest.last, marks.contains(first), marks.contains(last), rest.count > 2
      else { return nil }
      return DealColumns.StageColumn(stage: String(rest.dropFirst().dropLast()), index: index)
    }
  }

  private static let marks: Set<Character> = ["\"", "'", "“", "”", "‘", "’", "„", "«", "»"]

  /// Of the pipeline that every account begins with.
  private static let openStages: Set<String> = [
    "appointment scheduled", "qualified to buy", "presentation scheduled", "decision maker bought-in", "contract sent",
    "appointmentscheduled", "qualifiedtobuy", "presentationscheduled", "decisionmakerboughtin", "contractsent",
  ]

  /// The amount in the deal's own currency where there is one, else the one converted to the account's, with its own
  /// column of currencies: the deal's currency is not that of the converted amount.
  private static func names(_ header: Header) -> [DealColumns.Field: [String]] {
    guard header.column(names[.amount] ?? []) == nil else { return names }
    var names = names
    names[.amount] = ["amount in company currency", "amount_in_home_currency"]
    names[.currency] = ["currency in company currency"]
    return names
  }

  private static let names: [DealColumns.Field: [String]] = [
    .dealID: ["record id - deal", "datensatz-id - deal"] + HubSpotObject.ids,
    .name: HubSpotObject.dealNames, .pipeline: ["pipeline"], .stage: HubSpotObject.dealStages,
    .isClosed: ["is deal closed?", "is closed", "hs_is_closed"], .isWon: ["is closed won", "hs_is_closed_won"],
    .isLost: ["is closed lost", "hs_is_closed_lost"],
    .amount: ["amount", "betrag", "valor", "importe", "montant"],
    .currency: ["currency", "deal_currency_code", "währung", "moneda", "devise"],
    .created: [
      "create date", "createdate", "erstelldatum", "erstellungsdatum", "fecha de creación", "date de création",
    ],
    .close: HubSpotObject.dealCloses,
    .owner: [
      "deal owner", "hubspot_owner_id", "zuständiger mitarbeiter für deal", "propietario del negocio",
      "propriétaire de la transaction",
    ],
    .contactID: ["record id - contact", "associated contact ids", "associated contact id"],
    .companyID: [
      "record id - company", "associated company ids (primary)", "associated company ids", "associated company id",
    ],
    .company: [
      "associated company (primary)", "associated company names (primary)", "associated company", "company name",
    ],
    .email: ["email"],
    .source: ["original source", "original traffic source", "original source type", "hs_analytics_source"],
  ]
}
