import Ingestion
import Testing
import Vocabulary

struct ShopifyOrderLineTableTests {
  @Test func linesKeepTheirPlace() throws {
    let reading = try Sample(
      """
      id,order_id,variant_id,index,name,title,sku,quantity,price,total_discount,_fivetran_deleted
      1,77,5,1,Mug - red,Mug,M1,2,10.00,1.50,FALSE
      2,77,6,2,,Cup,,1,12.00,0,FALSE
      3,77,7,0,Pen,Pen,,1,1.00,0,FALSE
      4,77,7,3,Pen,Pen,,1,1.00,0,TRUE
      """
    ).read(ReadOptions(currency: Currency("EUR")))
    #expect(reading.recognition.format == "ShopifyOrderLineTable")
    #expect(reading.all.orderLines.map(\.position) == [1, 2])
    #expect(reading.all.orderLines.map(\.product) == ["Mug - red", "Cup"])
    #expect(reading.all.orderLines.map(\.discountMicros) == [1_500_000, 0])
    #expect(reading.all.orderLines[0].currency == Currency("EUR"))
    #expect(reading.summary.problems.map(\.column) == ["index"])
    #expect(reading.all.skippedRows.map(\.reason) == [.deleted])
  }

  @Test(.enabled(if: Shared.isPresent, "needs the shared collection"))
  func realFile() throws {
    let reading = try Shared.reading("shopify-api/shopify_order_line_data.csv")
    #expect(reading.summary.rowsRead == 3)
    #expect(reading.summary.rowsRejected == 0)
    let lines = reading.all.orderLines
    #expect(lines.map(\.orderID) == ["2669509541985", "2669516488801", "2674098602081"])
    #expect(lines.reduce(0) { $0 + $1.quantity } == 4)
    #expect(lines.reduce(0) { $0 + $1.quantity * ($1.priceMicros ?? 0) } == 12_800_000)
    #expect(lines.allSatisfy { $0.currency == nil && $0.position == 1 })
  }
}
