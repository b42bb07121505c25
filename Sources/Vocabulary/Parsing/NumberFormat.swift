/// How a column writes numbers: which mark separates the decimals, and whether thousands may be grouped.
///
/// Grouping marks are the other one of comma and full stop, blanks (plain, no-break, narrow no-break) and apostrophes;
/// a number uses one kind only, in groups of three (with commas also in the Indian way, `12,34,567`).
package struct NumberFormat: Hashable, Sendable, CustomStringConvertible {
  package enum DecimalMark: String, Hashable, Sendable {
    case dot, comma

    var byte: UInt8 { self == .dot ? UInt8(ascii: ".") : UInt8(ascii: ",") }
    var other: UInt8 { self == .dot ? UInt8(ascii: ",") : UInt8(ascii: ".") }
  }

  package let decimalMark: DecimalMark
  package let allowsGrouping: Bool

  package init(decimalMark: DecimalMark, allowsGrouping: Bool = true) {
    self.decimalMark = decimalMark
    self.allowsGrouping = allowsGrouping
  }

  /// As machines write: `1234.5`, never grouped.
  package static let plain = NumberFormat(decimalMark: .dot, allowsGrouping: false)
  package static let decimalDot = NumberFormat(decimalMark: .dot)
  package static let decimalComma = NumberFormat(decimalMark: .comma)

  package var description: String {
    switch (decimalMark, allowsGrouping) {
    case (.dot, false): "1234.5"
    case (.dot, true): "1,234.5"
    case (.comma, _): "1.234,5"
    }
  }

  /// Millionths, rounded half away from zero at the sixth decimal; nil unless the whole text is one number that fits.
  /// Blanks around it, a sign and accounting parentheses are understood; a currency is not (see `amount`).
  package func micros(_ text: UnsafeBufferPointer<UInt8>) -> Int64? {
    DecimalScan(text, format: self)?.scaled(by: 6)
  }

  /// A whole number; nil when there is a fraction other than zeros.
  package func whole(_ text: UnsafeBufferPointer<UInt8>) -> Int64? {
    guard let micros = micros(text) else {
      return DecimalScan(text, format: self).flatMap { $0.hasFraction ? nil : $0.scaled(by: 0) }
    }
    return micros % Micros.perUnit == 0 ? micros / Micros.perUnit : nil
  }

  package func micros(_ text: String) -> Int64? { text.withUTF8Bytes { micros($0) } }
  package func whole(_ text: String) -> Int64? { text.withUTF8Bytes { whole($0) } }
}

extension String {
  /// The text's bytes for the length of `body`.
  package func withUTF8Bytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    var copy = self
    return copy.withUTF8(body)
  }
}
