import Ingestion
import Testing
import Vocabulary

struct SalesforceOpportunityReportTests {
  private static let header = "Stage,Opportunity Name,Amount,Close Date,Opportunity ID\n"

  /// Sums called so in a column say that its groups stand in their first rows only.
  @Test func groupsWithoutTheirArrows() throws {
    let reading = try Sample(
      Self.header + "Prospecting,A,\"1,000.00\",7/14/2024,006000000000001\n,B,\"2,000.00\",7/15/2024,006000000000002\n"
        + "Subtotal,,\"3,000.00\",,\nClosed Won,C,\"4,000.00\",6/30/2024,006000000000003\nTotal,,\"7,000.00\",,\n"
    ).read()
    #expect(reading.all.deals.map(\.name) == ["A", "C"] && reading.all.rejectedRows.map(\.line) == [3])
    #expect(reading.all.rejectedRows[0].expected.contains("Details Only"))
  }

  @Test func headingsOfGroups() throws {
    let reading = try Sample(
      "Opportunity Name,Amount,Close Date\nStage: Prospecting (2 records),,\nA,\"1,000.00\",7/14/2024\n"
        + "B,\"2,000.00\",7/15/2024\nStage: Closed Won (1 record),,\nC,\"4,000.00\",6/30/2024\n"
    ).read()
    #expect(reading.all.deals.isEmpty && reading.all.rejectedRows.map(\.line) == [3, 4, 6])
  }

  /// A spreadsheet fills the footer's lines up with empty cells.
  @Test func aFooterWithCommas() throws {
    let reading = try Sample(
      "Opportunity Name,Amount,Close Date,Stage\nA,10.00,7/14/2024,Closed Won\nB,20.00,7/15/2024,Closed Won\n,,,\n"
        + "Deals of July,,,\n\"Copyright (c) 2000-2026 salesforce.com, inc. All rights reserved.\",,,\n,Acme Inc.,,\n"
    ).read()
    #expect(reading.all.deals.map(\.name) == ["A", "B"] && reading.summary.rowsRejected == 0)
    #expect(reading.all.skippedRows.map(\.reason) == [.blank, .footer, .footer, .footer])
  }

  private static let text = """
    "Opportunity Owner","Account Name","Opportunity Name","Stage","Amount Currency","Amount","Close Date","Created Date"
    "Somebody","Acme","Renewal","Closed Won","EUR","1,250.50","3/25/2026","1/2/2026"
    "Somebody","Acme","Renewal","Prospecting","EUR","","5/1/2026","2/14/2026"
    "Somebody","Umbra","Launch","In Review","USD","80.00","5/1/2026","2/14/2026"


    "Grand Totals (3 records)"
    "Confidential Information - Do Not Distribute"
    "Copyright (c) 2000-2026 salesforce.com, inc. All rights reserved."

    """

  @Test func detailsWithAFooter() throws {
    let reading = try Sample(Self.text).read()
    #expect(reading.recognition.format == "SalesforceOpportunityReport")
    #expect(
      reading.all.deals.map(\.dealID) == [
        "Acme / Renewal / 2026-01-02", "Acme / Renewal / 2026-02-14", "Umbra / Launch / 2026-02-14",
      ])
    #expect(reading.all.deals.map(\.outcome) == [.won, .open, nil])
    #expect(reading.all.deals.map(\.currency?.code) == ["EUR", "EUR", "USD"])
    #expect(reading.all.deals.map(\.amountMicros) == [1_250_500_000, nil, 80_000_000])
    #expect(reading.total(.dealAmount) == nil)
    #expect(reading.all.skippedRows.filter { $0.reason == .footer }.count == 3)
    #expect(reading.summary.rowsRejected == 0)
  }

  /// "Details Only" as .xls is a page, by default in ISO-8859-1.
  @Test func aPageCalledXLS() throws {
    let html = """
      <html><head><meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-1"></head><body><table>
      <tr><th>Account Name</th><th>Opportunity Name</th><th>Stage</th><th>Amount</th></tr>
      <tr><td>M\u{FC}ller</td><td>Start</td><td>Closed Lost</td><td>EUR 1,250.50</td></tr>
      <tr><td>Grand Totals (1 records)</td></tr>
      </table></body></html>
      """
    let reading = try Sample(html.unicodeScalars.map { UInt8($0.value) }, name: "report.xls").read()
    #expect(reading.recognition.format == "SalesforceOpportunityReport")
    #expect(reading.all.deals.map(\.companyID) == ["Müller"] && reading.all.deals.map(\.outcome) == [.lost])
    #expect(reading.all.deals.first?.currency?.code == "EUR" && reading.total(.dealAmount) == "1250.5")
  }

  /// A formatted report: titles above, an arrow at the column of groups, sums below each group and at the end.
  @Test func aFormattedWorkbook() throws {
    let rows = [
      ["Opportunities by stage"], ["As of 2026-03-01 10:00"],
      ["Stage  ↑", "Account Name", "Opportunity Name", "Amount"],
      ["Closed Won", "Acme", "Renewal", "100"], ["", "Umbra", "Launch", "50"], ["Subtotal", "Sum", "", "150"],
      ["Total", "Sum", "", "150"],
    ]
    let xml = rows.enumerated().map { WorkbookSample.row($0.offset + 1, $0.element) }.joined()
    let reading = try Reading(try WorkbookSample(xml).sample().export())
    #expect(reading.recognition.format == "SalesforceOpportunityReport")
    #expect(reading.all.deals.map(\.name) == ["Renewal"])
    #expect(reading.all.skippedRows.map(\.reason) == [.totals, .totals])
    #expect(reading.summary.problems.map(\.found) == ["an empty cell in a column of groups"])
  }

  @Test func twoDealsThatNothingTellsApart() throws {
    let reading = try Sample("Opportunity Name,Stage,Amount\nRenewal,Closed Won,1\nRenewal,Closed Lost,2\n").read()
    #expect(reading.all.deals.count == 1)
    #expect(reading.summary.problems.map(\.found) == ["a second record of the same name"])
  }

  @Test func idsOfEitherLengthAreOne() throws {
    let reading = try Sample("Opportunity ID,Opportunity Name,Stage\n006x0000001YtCr,Renewal,Closed Won\n").read()
    #expect(reading.all.deals.map(\.dealID) == ["006x0000001YtCrAAK"])
  }

  /// An opportunity stands in as many rows as it has products, each time with the whole amount.
  @Test func productsRepeatTheirOpportunity() throws {
    let reading = try Sample(
      """
      "Opportunity ID","Opportunity Name","Account Name","Stage","Is Won","Amount","Product ID","Quantity","Sales Price"
      "006A","Renewal","Acme","Closed Won","TRUE","25000","01A","2","12500"
      "006A","Renewal","Acme","Closed Won","TRUE","25000","01B","1","0"
      "006B","Launch","Acme","Closed Lost","FALSE","9000","01C","1","9000"
      """
    ).read()
    #expect(reading.recognition.format == "SalesforceOpportunityReport")
    #expect(reading.total(.deals) == "2" && reading.total(.dealAmount) == "34000")
    #expect(reading.all.deals.map(\.outcome) == [.won, .lost])
    #expect(reading.all.skippedRows.map(\.reason) == [.overlapping])
  }
}
