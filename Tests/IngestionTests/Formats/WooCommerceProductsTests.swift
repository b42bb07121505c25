import Ingestion
import Testing
import Vocabulary

struct WooCommerceProductsTests {
  @Test func products() throws {
    let reading = try Sample(
      """
      ID,Type,SKU,Name,Published,Tax status,Description,Sale price,Regular price,Categories,Meta: _x
      1,variable,tee,T-Shirt,1,taxable,"<p>Soft,
      blue</p>",,,Clothing > Tops,1
      2,variation,tee-s,"T-Shirt - S",1,taxable,,"8,50","12,90",,
      ,simple,cap,Cap,1,taxable,,,"5,00",Hats,
      """
    ).read(ReadOptions(currency: Currency("EUR")))
    #expect(reading.recognition.format == "WooCommerceProducts")
    #expect(reading.total(.products) == "2")
    #expect(reading.all.products.map(\.priceMicros) == [nil, 12_900_000])
    #expect(reading.all.products.map(\.currency) == [nil, Currency("EUR")])
    #expect(reading.all.products[0].category == "Clothing > Tops")
    #expect(reading.summary.problems.map(\.column) == ["ID"])
  }

  @Test(.enabled(if: Shared.isPresent, "needs the shared collection"))
  func realFile() throws {
    let reading = try Shared.reading("woocommerce/sample_products.csv")
    #expect(reading.summary.rowsRead == 24)
    #expect(reading.summary.rowsRejected == 0)
    #expect(reading.total(.products) == "24")
    let prices = reading.all.products.compactMap(\.priceMicros)
    #expect(prices.count == 21)
    #expect(prices.reduce(0, +) == 729_000_000)
    #expect(reading.all.products[0].productID == "741")
    #expect(reading.all.products[0].sku == "cc-tee")
    #expect(reading.all.products[0].category == "Clothing > Tshirts")
  }
}
