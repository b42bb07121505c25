import Vocabulary

/// Salesforce, an opportunity report exported from its page: labels as headers, as text, as a page called .xls, or as a
/// workbook with titles above and totals below.
///
/// Reports rarely show ids: without the column Opportunity ID a deal is known by account, name and day of creation. In a
/// workbook that is grouped, a group's name stands in its first row only; such rows are refused, since the same report
/// is exported with "Details Only" too.
struct SalesforceOpportunityReport: SourceFormat {
  static let title = "Salesforce opportunity report"
  static let isVerified = false

  private static let totals: Set<String> = [
    "total", "totals", "grand total", "grand totals", "subtotal", "subtotals", "sum", "count", "avg", "average",
  ]

  private var columns: DealColumns
  private var groups: Set<Int>
  /// Whether a group's name stands in a row above its own: "Stage: Prospecting (2 records)".
  private var hasGroupHeadings = false
  /// The last row of more than one cell, below which a spreadsheet keeps the report's footer.
  private var lastDetail = 0
  /// With products, each row is one of them, and an opportunity stands in as many as it has.
  private let hasProducts: Bool
  private var seen: Set<String> = []

  init?(_ opening: Opening) {
    guard opening.header.keys.contains(where: { $0.hasPrefix("opportunity") }) else { return nil }
    let header = Header(opening.header.names.map(SalesforceOpportunityReport.withoutArrow))
    let columns = DealColumns(header, names: SalesforceOpportunityReport.names, openStages: SalesforceStage.open)
    guard columns.has(.name), columns.has(.stage) || columns.has(.amount) || columns.has(.close) else { return nil }
    self.columns = columns
    hasProducts = columns.has(.dealID) && header.column(SalesforceOpportunityReport.products) != nil
    let names = opening.header.names
    groups = Set(names.indices.filter { names[$0] != SalesforceOpportunityReport.withoutArrow(names[$0]) })
  }

  var width: Int? { columns.map.header.count }

  mutating func survey(_ record: RawRecord) {
    let filled = (0..<record.count).filter { !record.text($0).isEmpty }
    if filled.count > 1 { lastDetail = record.line }
    guard let first = filled.first else { return }
    if filled.count == 1, SalesforceOpportunityReport.isGroupHeading(record.text(first)) {
      hasGroupHeadings = true
    } else if isTotal(record) {
      // The groups' own names stand where their sums are called so.
      if Header.key(record.text(first)).key == "subtotal", first != columns.map[.name] { groups.insert(first) }
    } else if filled.count > 1 {
      columns.survey(record)
    }
  }

  mutating func settle(_ options: ReadOptions, file: String) throws(IngestionError) -> Findings {
    try columns.settle(options, file: file, habit: nil)
  }

  mutating func map(_ record: RawRecord, into batch: inout CanonicalBatch) throws(RowProblem) {
    guard !isTotal(record) else { return batch.skip(record, .totals) }
    let filled = (0..<record.count).filter { !record.text($0).isEmpty }
    if filled.count == 1 {
      if record.line > lastDetail { return batch.skip(record, .footer) }
      if SalesforceOpportunityReport.isGroupHeading(record.text(filled[0])) { return batch.skip(record, .totals) }
    }
    guard !hasGroupHeadings else {
      throw RowProblem(
        column: columns.map.name(.name), found: "a row below a heading of its group",
        expected: "the group in each row, as the export \"Details Only\" has it")
    }
    for group in groups.sorted() where record.text(group).isEmpty {
      throw RowProblem(
        column: columns.map.header.names[group], found: "an empty cell in a column of groups",
        expected: "the group in each row, as the export \"Details Only\" has it")
    }
    var deal = try columns.deal(record, platform: "Salesforce")
    if columns.has(.dealID) { deal.dealID = SalesforceID.full(deal.dealID) }
    if hasProducts, !seen.insert(deal.dealID).inserted { return batch.skip(record, .overlapping) }
    if columns.has(.companyID) { deal.companyID = SalesforceID.full(deal.companyID) }
    deal.channel = LeadSource.channel(deal.sourceDetail)
    batch.deals.append(deal)
  }

  /// Rows of sums name no opportunity and have such a word among their cells.
  private func isTotal(_ record: RawRecord) -> Bool {
    guard record.text(columns.map[.name]).isEmpty || isTotalWord(record.text(columns.map[.name])) else { return false }
    return (0..<record.count).contains { isTotalWord(record.text($0)) }
  }

  private func isTotalWord(_ text: String) -> Bool {
    let key = Header.key(text).key
    return SalesforceOpportunityReport.totals.contains(key) || key.hasPrefix("grand totals (")
  }

  /// `Stage: Prospecting (2 records)`.
  private static func isGroupHeading(_ text: String) -> Bool {
    text.wholeMatch(of: /.+: .*\([0-9,.]+ records?\)/) != nil
  }

  /// Workbooks mark columns of groups by an arrow: `Stage  ↑`.
  private static func withoutArrow(_ name: String) -> String {
    var name = Substring(name)
    while let last = name.last, last == "↑" || last == "↓" || last == " " { name.removeLast() }
    return String(name)
  }

  private static let products = [
    "opportunity product id", "product id", "product name", "product: product name", "product code", "line item id",
  ]

  private static let names: [DealColumns.Field: [String]] = [
    .dealID: ["opportunity id", "opportunity: id"], .name: ["opportunity name", "opportunity: opportunity name"],
    .stage: ["stage"], .isClosed: ["closed", "is closed"], .isWon: ["won", "is won"],
    .amount: ["amount", "total amount"],
    .currency: ["amount currency", "total amount currency", "currency", "opportunity currency"],
    .created: ["created date"], .close: ["close date"], .owner: ["opportunity owner"], .companyID: ["account id"],
    .company: ["account name", "account name: account name"], .source: ["lead source"],
    .campaign: ["primary campaign source", "campaign name"],
  ]
}
