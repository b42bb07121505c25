import Vocabulary

/// Google Ads, table "Search keywords"; its shape is `GoogleAdsTable`'s. Keywords split what an ad group of the search
/// network did. No file of the collection stands behind it yet.
struct GoogleAdsKeywordReport: SourceFormat {
  static let title = "Google Ads keyword report"
  static let isVerified = false

  private var table: GoogleAdsTable

  init?(_ opening: Opening) {
    let found = GoogleAdsTable(
      opening, breakdowns: [.keyword, .matchType],
      scopes: [
        "search keywords", "keywords", "all but removed keywords", "filtered keywords", "filtered search keywords",
        "palavras-chave", "palavras-chave de pesquisa", "keywords für suchnetzwerk", "alle außer entfernten keywords",
        "alle außer entfernte keywords", "palabras clave", "palabras clave de búsqueda", "mots clés",
      ], titles: GoogleAdsKeywordReport.titles)
    guard let table = found else { return nil }
    guard table.has(.keyword), !table.has(.searchTerm),
      table.has(.currency) || table.isTitled
    else { return nil }
    self.table = table
  }

  var width: Int? { table.table.width }

  mutating func survey(_ record: RawRecord) { table.survey(record) }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    var findings = try table.settle(options, file: file)
    findings.notes.append("keywords: what ran without one (Performance Max, dynamic ads) is not among the rows")
    return findings
  }

  mutating func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem) {
    if let row = try table.row(record, in: &batch) { batch.adPerformance.append(row) }
  }

  private static let titles: Set<String> = [
    "search keyword report", "keyword report", "palavra-chave de pesquisa", "relatório de palavras-chave",
    "relatório de palavras-chave da rede de pesquisa",
    "relatório de palavra-chave de pesquisa", "bericht zu keywords für suchnetzwerk", "keyword-bericht",
    "informe de palabras clave de búsqueda", "informe de palabras clave", "rapport sur les mots clés",
    "rapport sur les mots clés pour le réseau de recherche",
  ]
}
