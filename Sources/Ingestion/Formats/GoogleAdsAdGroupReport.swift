import Vocabulary

/// Google Ads, table "Ad groups"; its shape is `GoogleAdsTable`'s. No real file stands behind it yet.
struct GoogleAdsAdGroupReport: SourceFormat {
  static let title = "Google Ads ad group report"
  static let isVerified = false

  private var table: GoogleAdsTable

  init?(_ opening: Opening) {
    let found = GoogleAdsTable(
      opening, breakdowns: [],
      scopes: [
        "ad groups", "all but removed ad groups", "filtered ad groups", "grupos de anúncios",
        "todos exceto os grupos de anúncios removidos", "anzeigengruppen", "alle außer entfernten anzeigengruppen",
        "alle außer entfernte anzeigengruppen", "grupos de anuncios",
        "todos los grupos de anuncios excepto los quitados", "groupes d'annonces",
      ], titles: GoogleAdsAdGroupReport.titles)
    guard let table = found else { return nil }
    let isTitled = table.isTitled
    let hasStatus = GoogleAdsAdGroupReport.statuses.contains(where: opening.header.contains)
    guard table.has(.adGroup), isTitled || (hasStatus && table.has(.currency)) else { return nil }
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
    "ad group report", "relatório de grupo de anúncios", "relatório do grupo de anúncios", "anzeigengruppenbericht",
    "informe de grupo de anuncios", "informe del grupo de anuncios", "rapport sur les groupes d'annonces",
    "rapport de groupe d'annonces",
  ]

  private static let statuses = [
    "ad group status", "status do grupo de anúncios", "anzeigengruppenstatus", "status der anzeigengruppe",
    "estado del grupo de anuncios", "état du groupe d'annonces",
  ]
}
