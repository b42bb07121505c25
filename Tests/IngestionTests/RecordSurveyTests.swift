import Ingestion
import Testing
import Vocabulary

/// Files that write a word for nothing are read as if they left those cells empty.
struct RecordSurveyTests {
  private static let note = "its cells \"NULL\" are taken for empty ones"

  private func meta(_ rows: [String], columns: String = "Campaign ID") throws -> Reading {
    let header = "Day,Campaign name,Amount spent (EUR),Impressions,\(columns)"
    return try Sample(([header] + rows).joined(separator: "\n") + "\n").read()
  }

  /// 10.14 + 20.14 + 10.15 = 40.43, and the records are those of the file with empty cells.
  @Test(arguments: ["NULL", "\"NULL\"", "null", "nan", "\\N", "(null)", "<NA>"])
  func idsOfAdvertising(word: String) throws {
    func rows(_ id: String) -> [String] {
      ["2026-03-14,A,10.14,1400,\(id)", "2026-03-14,B,20.14,1400,\(id)", "2026-03-15,A,10.15,1500,\(id)"]
    }
    let reading = try meta(rows(word))
    let empty = try meta(rows(""))
    #expect(reading.recognition.format == "MetaAdsReport" && reading.total(.spend) == "40.43")
    #expect(reading.all.adPerformance.map(\.campaign) == ["A", "B", "A"])
    #expect(reading.all.adPerformance.map(\.campaignID) == ["", "", ""])
    #expect(reading.all.adPerformance.map(\.origin.content) == empty.all.adPerformance.map(\.origin.content))
    let shown = word.replacing("\"", with: "")
    #expect(reading.recognition.notes == empty.recognition.notes + [Self.note.replacing("NULL", with: shown)])
  }

  @Test func aCampaignOfThatNameStays() throws {
    let reading = try meta(["2026-03-14,NULL,10.14,1400,1", "2026-03-14,B,20.14,1400,2", "2026-03-15,B,1,10,2"])
    #expect(reading.all.adPerformance.map(\.campaign) == ["NULL", "B", "B"])
    #expect(!reading.recognition.notes.contains(Self.note))
  }

  @Test func aPartOfThatNameStays() throws {
    let reading = try meta(
      ["2026-03-14,A,10.14,1400,N/A", "2026-03-14,A,20.14,1400,iPhone", "2026-03-15,A,1,10,N/A"],
      columns: "Impression device")
    #expect(reading.all.adPerformance.map(\.breakdownValue) == ["N/A", "iPhone", "N/A"])
    #expect(reading.total(.spend) == "31.28")
  }

  @Test func aQueryOfThatNameStays() throws {
    let reading = try Sample(
      "Top queries,Clicks,Impressions,CTR,Position\nshoes,4,40,10%,3\nnan,2,20,10%,5\n"
    ).read()
    #expect(Set(reading.all.webTraffic.map(\.dimensionValue)) == ["shoes", "nan"] && reading.total(.clicks) == "6")
  }

  /// Nobody's company is none that they have in common.
  @Test func contactsWithoutACompany() throws {
    let reading = try Sample(
      """
      Record ID - Contact,First Name,Email,Phone Number,Create Date,Record ID - Company,Company name
      101,Ann,ann@example.org,NULL,2026-01-02 10:00,NULL,NULL
      102,Bob,bob@example.org,NULL,2026-01-03 10:00,900,Acme
      103,Cid,cid@example.org,NULL,2026-01-04 10:00,NULL,NULL
      """
    ).read()
    #expect(reading.recognition.format == "HubSpotContacts" && reading.recognition.notes == [Self.note])
    #expect(reading.all.contacts.map(\.companyID) == ["", "900", ""])
  }

  /// The second line of an order of 34.90 is a line of it, and no order.
  @Test(arguments: ["NULL", "nan", "None"])
  func linesOfAnOrder(word: String) throws {
    func words(_ count: Int) -> String { Array(repeating: word, count: count).joined(separator: ",") }
    let moment = "2026-05-11 23:55:16 -0400"
    let reading = try Sample(
      "Name,Email,Financial Status,Currency,Subtotal,Shipping,Taxes,Total,Discount Code,Discount Amount,Created at,"
        + "Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Shipping Country,Notes,Cancelled at,"
        + "Refunded Amount,Id\n"
        + "#1,ann@example.org,paid,EUR,30.00,4.90,5.00,34.90,\(words(2)),\(moment),2,Mug,10.00,M1,DE,\(words(3)),111\n"
        + "#1,ann@example.org,\(words(8)),\(moment),1,Cup,12.00,C1,\(words(5))\n"
    ).read()
    #expect(reading.recognition.format == "ShopifyOrders" && reading.summary.rowsRejected == 0)
    #expect(reading.total(.orders) == "1" && reading.total(.revenue) == "34.9")
    #expect(reading.all.customerOrders.map(\.orderID) == ["111"])
    #expect(reading.all.orderLines.map(\.orderID) == ["111", "111"])
    #expect(reading.all.orderLines.map(\.position) == [1, 2])
  }

  /// The last row of a sheet is no footer because nothing is known of it but its name.
  @Test func cellsOfASheet() throws {
    func row(_ cells: String) -> String {
      let cells = cells.split(separator: ",").map { "<Cell><Data ss:Type=\"String\">\($0)</Data></Cell>" }
      return "<Row>" + cells.joined() + "</Row>"
    }
    let rows =
      row("Record ID - Contact,Email,Phone Number,Create Date,Record ID - Company")
      + row("101,ann@example.org,NULL,2026-01-02 10:00,NULL") + row("102,NULL,NULL,NULL,NULL")
    let reading = try Sample(
      "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" "
        + "xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\"><Worksheet ss:Name=\"S\"><Table>\(rows)</Table>"
        + "</Worksheet></Workbook>", name: "contacts.xls"
    ).read()
    #expect(reading.recognition.format == "HubSpotContacts" && reading.recognition.notes == [Self.note])
    #expect(reading.all.contacts.map(\.contactID) == ["101", "102"])
    #expect(reading.all.contacts.map(\.companyID) == ["", ""])
  }

  @Test func readGivesTheCellsAsTheyStand() throws {
    var rows: [[String]] = []
    _ = try Sample("a,b\nNULL,1\nNULL,NULL\n").export().rawRows { rows.append($0) }
    #expect(rows == [["a", "b"], ["NULL", "1"], ["NULL", "NULL"]])
  }
}
