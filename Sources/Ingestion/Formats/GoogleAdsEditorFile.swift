import Vocabulary

/// A file of the Google Ads Editor: campaigns, ad groups, keywords and ads as they are set up, without a single result.
struct GoogleAdsEditorFile: SourceFormat {
  static let title = "Google Ads Editor file"
  static let isVerified = true

  private let header: Header

  /// Columns of the Editor's tables that no report has, two of which tell.
  private static let settings: Set<String> = [
    "networks", "budget type", "bid strategy type", "bid strategy name", "ad schedule", "ad rotation",
    "targeting method", "exclusion method", "flexible reach", "audience targeting", "max cpc", "max cpm",
    "target cpa", "criterion type", "first page bid", "top of page bid", "standard conversion goals",
    "eu political ads", "desktop bid modifier", "mobile bid modifier", "approval status",
  ]

  private static let figures = ["cost", "impr.", "impressions", "clicks", "conversions", "interactions"]

  init?(_ opening: Opening) {
    let header = opening.header
    guard opening.preamble.isEmpty, header.contains("campaign"), header.count > 4,
      header.keys.count(where: GoogleAdsEditorFile.settings.contains) >= 2,
      !GoogleAdsEditorFile.figures.contains(where: header.contains)
    else { return nil }
    self.header = header
  }

  var width: Int? { nil }

  mutating func survey(_ record: RawRecord) {}

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    var findings = Findings()
    findings.reason = "columns of settings such as \"\(header.names.last ?? "")\", and none of results"
    findings.columns = header.names.map { ColumnMeaning(header: $0, meaning: nil) }
    findings.notes = ["settings, not results: nothing of it is loaded; the campaign report has the results"]
    return findings
  }

  mutating func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem) {
    batch.skippedRows.append(SkippedRow(line: record.line, reason: .settings))
  }
}
