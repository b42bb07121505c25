/// An ISO 4217 currency code, three capital letters.
package struct Currency: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The letters, the first in the highest byte, so that numbers are in the order of the codes.
  private let letters: UInt32

  /// Nil unless `code` is three ASCII letters; small letters are accepted and raised.
  package init?(_ code: some StringProtocol) {
    var code = code.utf8.prefix(4).makeIterator()
    var letters: UInt32 = 0
    for _ in 0..<3 {
      guard let byte = code.next(), (byte | 0x20) &- 0x61 < 26 else { return nil }
      letters = letters << 8 | UInt32(byte & 0xDF)
    }
    guard code.next() == nil else { return nil }
    self.letters = letters
  }

  /// From bytes, by the same rule.
  package init?(_ code: UnsafeBufferPointer<UInt8>) {
    guard code.count == 3, code.allSatisfy({ ($0 | 0x20) &- 0x61 < 26 }) else { return nil }
    letters = code.reduce(0) { $0 << 8 | UInt32($1 & 0xDF) }
  }

  package var code: String {
    String(unsafeUninitializedCapacity: 3) { bytes in
      for place in 0..<3 { bytes[place] = UInt8(truncatingIfNeeded: letters >> (16 - 8 * place)) }
      return 3
    }
  }

  package var description: String { code }

  package static func < (left: Currency, right: Currency) -> Bool { left.letters < right.letters }
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
