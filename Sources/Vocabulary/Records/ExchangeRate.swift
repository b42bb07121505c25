/// What one unit of a currency was worth in another on a day. The only ground on which money is converted.
package struct ExchangeRate: CanonicalRecord {
  package var origin: RecordOrigin
  package var day: Day
  package var base: Currency
  package var quote: Currency
  /// Units of `quote` for one of `base`, in thousand-millionths, above 0.
  package var rateNanos: Int64
  /// Who states it, such as "ECB".
  package var authority: String

  package init(origin: RecordOrigin, day: Day, base: Currency, quote: Currency, rateNanos: Int64, authority: String) {
    self.origin = origin
    self.day = day
    self.base = base
    self.quote = quote
    self.rateNanos = rateNanos
    self.authority = authority
  }
}
