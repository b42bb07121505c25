/// An ISO 4217 currency code, three capital letters.
package struct Currency: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let code: String

  /// Nil unless `code` is three ASCII letters; small letters are accepted and raised.
  package init?(_ code: some StringProtocol) {
    guard code.utf8.count == 3, code.utf8.allSatisfy({ ($0 | 0x20) &- 0x61 < 26 }) else { return nil }
    self.code = code.utf8.allSatisfy { $0 < 0x61 } ? String(code) : code.uppercased()
  }

  package var description: String { code }

  package static func < (left: Currency, right: Currency) -> Bool { left.code < right.code }
}

/// An exact amount: integer millionths of a currency's major unit. Money never passes through floating point.
package struct Money: Hashable, Sendable {
  package let micros: Int64
  package let currency: Currency

  package init(micros: Int64, currency: Currency) {
    self.micros = micros
    self.currency = currency
  }
}
