/// One line item of an order; `position` counts from 1 within the order.
package struct OrderLine: CanonicalRecord {
  package var origin: RecordOrigin
  package var platform: String
  package var shop: String
  package var orderID: String
  package var position: Int
  package var product: String
  package var sku: String
  package var quantity: Int64
  package var priceMicros: Int64?
  package var discountMicros: Int64?
  package var currency: Currency?

  package init(
    origin: RecordOrigin, platform: String, shop: String, orderID: String, position: Int, product: String, sku: String,
    quantity: Int64
  ) {
    self.origin = origin
    self.platform = platform
    self.shop = shop
    self.orderID = orderID
    self.position = position
    self.product = product
    self.sku = sku
    self.quantity = quantity
  }
}
