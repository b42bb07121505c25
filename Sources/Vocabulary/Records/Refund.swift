/// Money given back for an order.
package struct Refund: CanonicalRecord {
  package var origin: RecordOrigin
  package var platform: String
  package var shop: String
  package var refundID: String
  package var day: Day
  package var orderID = ""
  /// Seconds since 1970-01-01T00:00:00Z where the offset is known.
  package var instant: Int64?
  /// 0 or more; nil where the export does not say how much.
  package var amountMicros: Int64?
  package var currency: Currency?
  package var reason = ""

  package init(origin: RecordOrigin, platform: String, shop: String, refundID: String, day: Day) {
    self.origin = origin
    self.platform = platform
    self.shop = shop
    self.refundID = refundID
    self.day = day
  }
}
