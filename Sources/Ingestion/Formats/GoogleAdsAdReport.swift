import Vocabulary

/// Google Ads, table "Ads"; its shape is `GoogleAdsTable`'s.
///
/// Most ads have no name and the id is an optional column, so an ad is called by its first headlines, as the page shows
/// it. The total of all but removed ads covers the rows, as does that of filtered ones.
struct GoogleAdsAdReport: SourceFormat {
  static let title = "Google Ads ad report"
  static let isVerified = true

  private var table: GoogleAdsTable
  private let headlines: [Int]

  init?(_ opening: Opening) {
    let found = GoogleAdsTable(
      opening, breakdowns: [],
      scopes: [
        "ads", "all but removed ads", "filtered ads", "anúncios", "todos exceto os anúncios removidos", "anzeigen",
        "alle außer entfernten anzeigen", "alle außer entfernte anzeigen", "anuncios",
        "todos los anuncios excepto los quitados", "annonces", "toutes les annonces sauf celles supprimées",
      ], titles: GoogleAdsAdReport.titles)
    guard let table = found else { return nil }
    let isTitled = table.isTitled
    guard isTitled || GoogleAdsAdReport.columns.contains(where: opening.header.contains),
      isTitled || table.has(.currency), table.has(.campaign) || table.has(.adGroup) || table.has(.adID)
    else { return nil }
    self.table = table
    headlines = GoogleAdsAdReport.headlines.compactMap { opening.header.column($0) }
  }

  var width: Int? { table.table.width }

  mutating func survey(_ record: RawRecord) { table.survey(record) }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    var findings = try table.settle(options, file: file)
    for column in headlines where findings.columns[column].meaning == nil {
      findings.columns[column].meaning = "headline"
    }
    return findings
  }

  mutating func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem) {
    guard var row = try table.row(record, in: &batch) else { return }
    if row.ad.isEmpty {
      row.ad = headlines.map { record.text($0) }.filter { !$0.isEmpty && $0 != "--" }.joined(separator: " | ")
    }
    batch.adPerformance.append(row)
  }

  private static let titles: Set<String> = [
    "ad report", "relatório de anúncio", "relatório de anúncios", "anzeigenbericht", "informe de anuncio",
    "informe de anuncios", "rapport sur les annonces", "rapport d'annonce",
  ]

  /// Columns of no other table.
  private static let columns = [
    "ad status", "ad strength", "headline 1", "status do anúncio", "qualidade do anúncio", "título 1", "anzeigenstatus",
    "anzeigeneffektivität", "anzeigentitel 1", "estado del anuncio", "calidad del anuncio", "état de l'annonce",
    "efficacité de l'annonce", "titre 1",
  ]

  private static let headlines: [[String]] = [
    ["headline", "título", "anzeigentitel", "titre"],
    ["headline 1", "título 1", "anzeigentitel 1", "titre 1"],
    ["headline 2", "título 2", "anzeigentitel 2", "titre 2"],
    ["headline 3", "título 3", "anzeigentitel 3", "titre 3"],
  ]
}
