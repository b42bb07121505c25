/// An order at its shop. Keyed by shop and order id (or name, where the id is absent).
package struct CustomerOrder: CanonicalRecord {
  package var origin: RecordOrigin
  package var platform: String
  /// Which shop, or "" where the export does not say.
  package var shop: String
  /// The shop's own id as text, or its name ("#1001") where the export has no id.
  package var orderID: String
  package var orderName: String
  /// Nil for an order that named no address.
  package var email: EmailAddress?
  package var phone: PhoneNumber?
  /// The shop's own id of the customer, or "".
  package var customerID = ""
  /// Local day of the order, in the shop's own offset.
  package var day: Day
  /// Seconds since 1970-01-01T00:00:00Z where the offset is known.
  package var instant: Int64?
  package var currency: Currency?
  /// As stated: after discounts, before shipping, and with the taxes where prices include them.
  package var subtotalMicros: Int64?
  package var shippingMicros: Int64?
  package var taxMicros: Int64?
  package var totalMicros: Int64?
  package var discountMicros: Int64?
  package var refundedMicros: Int64?
  package var financialStatus: String
  package var isCancelled: Bool
  /// ISO 3166 country as delivered, or "".
  package var country: String
  package var discountCode: String

  package init(
    origin: RecordOrigin, platform: String, shop: String, orderID: String, orderName: String, email: EmailAddress?,
    day: Day, instant: Int64?, currency: Currency?
  ) {
    self.origin = origin
    self.platform = platform
    self.shop = shop
    self.orderID = orderID
    self.orderName = orderName
    self.email = email
    self.day = day
    self.instant = instant
    self.currency = currency
    financialStatus = ""
    isCancelled = false
    country = ""
    discountCode = ""
  }
}
