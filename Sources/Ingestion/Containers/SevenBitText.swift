import Vocabulary

/// UTF-7 (RFC 2152): letters beyond ASCII as `+AOQ-`, so that all of it is ASCII and nothing looks damaged.
enum SevenBitText {
  /// Whether the text is plain ASCII of which every plus sign begins such a run, two of them at least with a letter beyond
  /// ASCII. Telephone numbers and sums have other figures behind theirs, for a run of them is no whole number of letters.
  static func isLikely(_ bytes: [UInt8]) -> Bool {
    guard bytes.contains(plus), bytes.allSatisfy({ $0 < 0x80 }) else { return false }
    var letters = 0
    var place = 0
    while let start = bytes[place...].firstIndex(of: plus) {
      let run = bytes[(start + 1)...].prefix { value($0) != nil }
      place = run.endIndex
      if run.isEmpty {
        guard run.startIndex < bytes.count, bytes[run.startIndex] == minus else { return false }
        continue
      }
      // The last one may be cut where only the beginning of a file is looked at.
      if place == bytes.count { break }
      // Figures would be surrogates or rare Korean syllables, and are powers of ten (1e+003) or telephone numbers.
      guard let first = run.first, first | 0x20 >= UInt8(ascii: "a"), let units = units(run) else { return false }
      if units.contains(where: { $0 >= 0x80 }) { letters += 1 }
    }
    return letters >= 2
  }

  private static let plus = UInt8(ascii: "+")
  private static let minus = UInt8(ascii: "-")

  /// Whole units of sixteen bits and less than six empty ones behind them, surrogates in pairs.
  private static func units(_ run: ArraySlice<UInt8>) -> [UInt16]? {
    var units: [UInt16] = []
    var bits = 0
    var rest: UInt32 = 0
    for byte in run {
      guard let value = value(byte) else { return nil }
      rest = rest << 6 | value
      bits += 6
      if bits >= 16 {
        bits -= 16
        units.append(UInt16(truncatingIfNeeded: rest >> UInt32(bits)))
        rest &= 1 << UInt32(bits) - 1
      }
    }
    guard bits < 6, rest == 0, !units.isEmpty, !String(decoding: units, as: UTF16.self).contains("\u{FFFD}") else {
      return nil
    }
    return units
  }

  private static func value(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(byte) - 65
    case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(byte) - 71
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte) + 4
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }
}
