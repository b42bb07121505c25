import Ingestion
import Testing
import Vocabulary

struct SalesforceOpportunitiesTests {
  private static let text = """
    "Id","IsDeleted","AccountId","Name","StageName","Amount","CloseDate","IsClosed","IsWon","CreatedDate","CurrencyIsoCode","Owner.Name"
    "006x0000001YtCr","false","001x0000002xLD0","Acme","Closed Won","500000.0","2005-11-09","true","true","2006-06-15T23:30:00.000Z-0300","EUR","x"
    "006x0000001Ytcr","false","001x0000002xLD0","Acme","Signed off","20.5","2005-11-09","true","false","2006-06-15T20:47:07.000Z","EUR","x"
    "006x0000001Ytzz","true","","Gone","Prospecting","","2005-11-09","false","false","2006-06-15T20:47:07.000Z","USD","x"

    """

  private func check(_ reading: Reading) {
    #expect(reading.recognition.format == "SalesforceOpportunities")
    #expect(reading.all.deals.map(\.dealID) == ["006x0000001YtCrAAK", "006x0000001YtcrAAC"])
    #expect(reading.all.deals.map(\.companyID) == ["001x0000002xLD0AAM", "001x0000002xLD0AAM"])
    #expect(reading.all.deals.map(\.outcome) == [.won, .lost])
    #expect(reading.all.deals.map(\.currency?.code) == ["EUR", "EUR"])
    #expect(reading.all.deals.map(\.createdDay?.description) == ["2006-06-15", "2006-06-15"])
    #expect(reading.all.skippedRows.map(\.reason) == [.deleted])
    #expect(reading.total(.dealAmount) == "500020.5")
  }

  /// `006x0000001Ytcr` has one capital in its last five, Y in the second place: C.
  @Test func headersInAnyCase() throws {
    check(try Sample(Self.text).read())
    let lines = Self.text.split(separator: "\n", maxSplits: 1).map(String.init)
    check(try Sample(lines[0].uppercased() + "\n" + lines[1]).read())
  }

  /// As the Data Loader's settings allow: other separators, UTF-16 of either order, UTF-32.
  @Test func separatorsAndEncodings() throws {
    check(try Sample(Self.text.replacing("\",\"", with: "\"\t\"")).read())
    check(try Sample(Self.text.replacing("\",\"", with: "\";\"")).read())
    let tabs = Self.text.replacing("\",\"", with: "\"\t\"").utf16
    check(try Sample([0xFF, 0xFE] + tabs.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }).read())
    check(try Sample([0xFE, 0xFF] + tabs.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }).read())
    check(try Sample([0xFF, 0xFE, 0, 0] + Self.text.utf8.flatMap { [$0, 0, 0, 0] }).read())
  }

  /// Figures by Python's csv module over the same file; several deals in it have the same name.
  @Test(.enabled(if: Shared.isPresent, "needs the shared collection"))
  func realFile() throws {
    let reading = try Shared.reading("salesforce-dataloader/opportunityData.csv")
    #expect(reading.summary.rowsRead == 38 && reading.summary.rowsRejected == 0)
    #expect(reading.total(.deals) == "38" && reading.total(.dealAmount) == "6270000")
    let deals = reading.all.deals
    #expect(deals.count { $0.outcome == .won } == 8 && deals.count { $0.outcome == .open } == 30)
    #expect(deals.filter { $0.outcome == .won }.compactMap(\.amountMicros).reduce(0, +) == 2_200_000_000_000)
    #expect(deals.count { $0.amountMicros == nil } == 5 && Set(deals.map(\.dealID)).count == 38)
    #expect(deals.count { $0.channel == .referral } == 16 && deals.count { $0.channel == .offline } == 5)
    #expect(deals.count { $0.channel == .other } == 12 && deals.count { $0.channel == nil } == 5)
    #expect(reading.recognition.window?.description == "2006-06-15…2006-06-16")
  }

  /// No marketer's record: files by which the Data Loader tests its reading.
  @Test(
    .enabled(if: Shared.isPresent, "needs the shared collection"),
    arguments: [
      "csvtext.csv", "csvtext_BOM_UTF16LE.csv", "csvtext_BOM_UTF8.csv", "timeZoneFormatTesting.csv",
      "accountsForInsert.csv",
    ])
  func othersAreNotRecognised(name: String) throws {
    #expect(throws: IngestionError.unrecognised(file: name, kind: nil)) {
      try Shared.reading("salesforce-dataloader/" + name)
    }
  }
}
