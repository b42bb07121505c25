import Vocabulary

/// Whether the rows of a table name their campaigns. Of cells merged over several rows a file keeps the first one's name,
/// and nobody could say whose the others are.
struct CampaignNames: Sendable {
  private let index: Int
  private let name: String
  private var areKnown = false

  /// Nil where the report has no such column.
  init?(_ index: Int?, name: String) {
    guard let index else { return nil }
    self.index = index
    self.name = name
  }

  mutating func survey(_ record: RawRecord) { areKnown = areKnown || TotalsRow.isFilled(record[index]) }

  /// Throws for a row that names none where others do. `id`: the campaign's, which tells it too where it is cut.
  func check(_ row: AdPerformance, _ record: RawRecord, id: IdentifierColumn?) throws(RowProblem) {
    guard areKnown, row.campaign.isEmpty, row.campaignID.isEmpty, id?.isDamaged(record) != true else { return }
    throw RowProblem(column: name, found: "an empty cell", expected: "a campaign's name")
  }
}
