/// A thing on sale, in its latest known state.
package struct Product: CanonicalRecord {
  package var origin: RecordOrigin
  package var platform: String
  package var shop: String
  package var productID: String
  package var sku = ""
  package var name = ""
  package var category = ""
  package var priceMicros: Int64?
  package var currency: Currency?

  package init(origin: RecordOrigin, platform: String, shop: String, productID: String) {
    self.origin = origin
    self.platform = platform
    self.shop = shop
    self.productID = productID
  }
}
