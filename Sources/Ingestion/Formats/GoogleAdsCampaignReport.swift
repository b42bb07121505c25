import Vocabulary

/// Google Ads, table "Campaigns"; its shape is `GoogleAdsTable`'s.
struct GoogleAdsCampaignReport: SourceFormat {
  static let title = "Google Ads campaign report"
  static let isVerified = true

  private var table: GoogleAdsTable

  init?(_ opening: Opening) {
    let found = GoogleAdsTable(
      opening, breakdowns: [],
      scopes: [
        "campaigns", "all but removed campaigns", "filtered campaigns", "campanhas", "kampagnen",
        "alle außer entfernten kampagnen", "alle außer entfernte kampagnen", "campañas", "campagnes", "campagne",
        "toutes les campagnes sauf celles supprimées",
      ], titles: GoogleAdsCampaignReport.titles)
    guard let table = found else { return nil }
    let isTitled = table.isTitled
    // The lines above the table are often deleted. Nobody else writes "Impr." beside a "Cost" and a currency's code.
    let isOwn =
      GoogleAdsCampaignReport.statuses.contains(where: opening.header.contains) || table.has(.campaignType)
      || opening.header.contains("impr.")
    guard table.has(.campaign), isTitled || (isOwn && table.has(.currency))
    else { return nil }
    self.table = table
  }

  var width: Int? { table.table.width }

  mutating func survey(_ record: RawRecord) { table.survey(record) }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    try table.settle(options, file: file)
  }

  mutating func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem) {
    if let row = try table.row(record, in: &batch) { batch.adPerformance.append(row) }
  }

  private static let titles: Set<String> = [
    "campaign report", "campaign performance report", "relatório de campanha", "relatório de campanhas",
    "kampagnenbericht", "informe de campaña", "informe de campañas", "informe de la campaña",
    "rapport sur les campagnes", "rapport de campagne", "rapport campagnes",
  ]

  private static let statuses = [
    "campaign status", "status da campanha", "kampagnenstatus", "estado de la campaña", "état de la campagne",
  ]
}
