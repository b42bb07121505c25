/// What a till, a market stall or a sheet says was sold: one sale, or a day's sum of a place.
package struct OfflineSale: CanonicalRecord {
  package var origin: RecordOrigin
  package var platform: String
  /// Shop, location or till, or "".
  package var place: String
  package var window: DateWindow
  /// "" for a sum.
  package var saleID = ""
  /// Seconds since 1970-01-01T00:00:00Z where the offset is known.
  package var instant: Int64?
  /// Product or category that splits the sum, or "".
  package var category = ""
  package var transactions: Int64?
  /// Items or weight, in millionths.
  package var quantityMicros: Int64?
  /// Before discounts and refunds.
  package var grossMicros: Int64?
  /// 0 or more.
  package var discountMicros: Int64?
  /// 0 or more.
  package var refundMicros: Int64?
  /// After discounts and refunds, without tax and tips.
  package var netMicros: Int64?
  package var taxMicros: Int64?
  package var tipMicros: Int64?
  /// Collected.
  package var totalMicros: Int64?
  package var currency: Currency?
  /// The till's id of the customer.
  package var customerID = ""
  package var email: EmailAddress?
  package var phone: PhoneNumber?

  package init(origin: RecordOrigin, platform: String, place: String, window: DateWindow) {
    self.origin = origin
    self.platform = platform
    self.place = place
    self.window = window
  }
}
