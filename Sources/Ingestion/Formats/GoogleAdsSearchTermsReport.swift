import Vocabulary

/// Google Ads, table "Search terms"; its shape is `GoogleAdsTable`'s. Rare searches are left out of it, so its rows do
/// not add up to what a campaign did. No file of the collection stands behind it yet.
struct GoogleAdsSearchTermsReport: SourceFormat {
  static let title = "Google Ads search terms report"
  static let isVerified = false

  private var table: GoogleAdsTable

  init?(_ opening: Opening) {
    // Below the rows the page adds up the terms that it shows.
    let found = GoogleAdsTable(
      opening, breakdowns: [.searchTerm, .keyword, .matchType],
      scopes: [
        "search terms", "filtered search terms", "termos de pesquisa", "suchbegriffe", "términos de búsqueda",
        "termes de recherche",
      ], titles: GoogleAdsSearchTermsReport.titles)
    guard let table = found else { return nil }
    guard table.has(.searchTerm),
      table.has(.currency) || table.isTitled
    else { return nil }
    self.table = table
  }

  var width: Int? { table.table.width }

  mutating func survey(_ record: RawRecord) { table.survey(record) }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    var findings = try table.settle(options, file: file)
    findings.notes.append("search terms: rare ones are left out, so the rows do not add up to the campaigns")
    return findings
  }

  mutating func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem) {
    if let row = try table.row(record, in: &batch) { batch.adPerformance.append(row) }
  }

  private static let titles: Set<String> = [
    "search terms report", "termos de pesquisa", "relatório de termos de pesquisa", "bericht zu suchbegriffen",
    "suchbegriffe", "informe de términos de búsqueda", "rapport sur les termes de recherche",
  ]
}
