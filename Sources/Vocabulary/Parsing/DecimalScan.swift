/// One number taken apart: mantissa, power of ten, sign. Digits past the twelfth decimal are dropped, which cannot
/// change a rounding at the sixth.
struct DecimalScan {
  private var mantissa: UInt64 = 0
  private var power = 0
  private var isNegative = false
  private(set) var hasFraction = false

  /// Nil when the text is not one number in this format.
  init?(_ text: UnsafeBufferPointer<UInt8>, format: NumberFormat) {
    var bytes = BlankText.trimmed(text)
    if bytes.first == UInt8(ascii: "("), bytes.last == UInt8(ascii: ")") {
      isNegative = true
      bytes = BlankText.trimmed(UnsafeBufferPointer(rebasing: bytes[1..<(bytes.count - 1)]))
    }
    var index = 0
    switch bytes.first {
    case UInt8(ascii: "-") where !isNegative:
      isNegative = true
      index = 1
    case UInt8(ascii: "+") where !isNegative:
      index = 1
    case 0xE2 where !isNegative && bytes.count > 3 && bytes[1] == 0x88 && bytes[2] == 0x92:
      isNegative = true
      index = 3
    default: break
    }

    var groups = Grouping()
    var digits = 0
    var sawDigit = false
    scan: while index < bytes.count {
      let byte = bytes[index]
      if byte &- 0x30 <= 9 {
        guard append(byte) else { return nil }
        digits += 1
        sawDigit = true
        index += 1
      } else if byte == format.decimalMark.byte || byte | 0x20 == UInt8(ascii: "e") {
        break scan
      } else {
        guard format.allowsGrouping, let mark = Grouping.mark(bytes, at: index, format: format),
          groups.close(digits: digits, isZero: mantissa == 0, mark: mark.kind)
        else { return nil }
        digits = 0
        index += mark.length
      }
    }
    guard groups.isWellFormed(last: digits) else { return nil }

    if index < bytes.count, bytes[index] == format.decimalMark.byte {
      index += 1
      let start = index
      while index < bytes.count, bytes[index] &- 0x30 <= 9 {
        if bytes[index] != 0x30 { hasFraction = true }
        if index - start < 12, mantissa < 1_000_000_000_000_000_000 {
          guard append(bytes[index]) else { return nil }
          power -= 1
        }
        index += 1
      }
      guard index > start else { return nil }
      sawDigit = true
    }
    guard sawDigit else { return nil }
    if index < bytes.count {
      guard let exponent = DecimalScan.exponent(bytes, at: index) else { return nil }
      power += exponent
    }
  }

  /// The value times ten to `places`, rounded half away from zero; nil when it does not fit.
  func scaled(by places: Int) -> Int64? {
    var magnitude = mantissa
    var shift = power + places
    guard magnitude != 0 else { return 0 }
    while shift > 0 {
      let (product, overflow) = magnitude.multipliedReportingOverflow(by: 10)
      guard !overflow else { return nil }
      magnitude = product
      shift -= 1
    }
    while shift < -1, magnitude > 0 {
      magnitude /= 10
      shift += 1
    }
    if shift == -1 { magnitude = (magnitude + 5) / 10 }
    guard magnitude <= UInt64(Int64.max) else { return nil }
    return isNegative ? -Int64(magnitude) : Int64(magnitude)
  }

  private mutating func append(_ byte: UInt8) -> Bool {
    let (product, overflow) = mantissa.multipliedReportingOverflow(by: 10)
    let (sum, carry) = product.addingReportingOverflow(UInt64(byte &- 0x30))
    mantissa = sum
    return !overflow && !carry
  }

  /// `e5`, `E-3`: the rest of the text must be the exponent, within ±400 so that nothing can run long.
  private static func exponent(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Int? {
    guard bytes[start] | 0x20 == UInt8(ascii: "e") else { return nil }
    var index = start + 1
    var isNegative = false
    if index < bytes.count, bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "+") {
      isNegative = bytes[index] == UInt8(ascii: "-")
      index += 1
    }
    guard index < bytes.count, bytes.count - index <= 3 else { return nil }
    var value = 0
    while index < bytes.count {
      guard bytes[index] &- 0x30 <= 9 else { return nil }
      value = value * 10 + Int(bytes[index] &- 0x30)
      index += 1
    }
    guard value <= 400 else { return nil }
    return isNegative ? -value : value
  }
}

/// The sizes of a number's groups of digits, checked without storing them.
private struct Grouping {
  enum Mark { case comma, dot, blank, apostrophe }

  private var mark: Mark?
  private var middlesAreThree = true
  private var middlesAreTwo = true

  static func mark(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int, format: NumberFormat) -> (
    kind: Mark, length: Int
  )? {
    switch bytes[index] {
    case format.decimalMark.other: (format.decimalMark == .dot ? .comma : .dot, 1)
    case UInt8(ascii: " "): (.blank, 1)
    case UInt8(ascii: "'"): (.apostrophe, 1)
    case 0xC2 where index + 1 < bytes.count && bytes[index + 1] == 0xA0: (.blank, 2)
    case 0xE2
    where index + 2 < bytes.count && bytes[index + 1] == 0x80 && (bytes[index + 2] == 0xAF || bytes[index + 2] == 0x89):
      (.blank, 3)
    case 0xE2 where index + 2 < bytes.count && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x99: (.apostrophe, 3)
    default: nil
    }
  }

  /// A group of `digits` ends before a mark; false when it cannot be one: a lone 0 leads no thousands (`0,125`).
  /// `isZero`: the number up to the mark is 0.
  mutating func close(digits: Int, isZero: Bool, mark next: Mark) -> Bool {
    if let mark {
      guard mark == next else { return false }
      middlesAreThree = middlesAreThree && digits == 3
      middlesAreTwo = middlesAreTwo && digits == 2
    } else {
      guard (1...3).contains(digits), !(isZero && digits == 1) else { return false }
      mark = next
      middlesAreTwo = digits <= 2
    }
    return true
  }

  func isWellFormed(last digits: Int) -> Bool {
    guard let mark else { return true }
    return digits == 3 && (middlesAreThree || (mark == .comma && middlesAreTwo))
  }
}
