import Vocabulary

/// A length of time as reports write it: `00:10:55`, `00:00:02.42`, `4 min 31s`, `1h 5m`.
enum DurationText {
  /// Millionths of a second; nil for anything else, plain numbers included.
  static func micros(_ text: UnsafeBufferPointer<UInt8>) -> Int64? {
    let bytes = BlankText.trimmed(text)
    guard (2...24).contains(bytes.count), let first = bytes.first, first &- 0x30 <= 9 else { return nil }
    return bytes.contains(UInt8(ascii: ":")) ? clock(bytes) : words(String(decoding: bytes, as: UTF8.self))
  }

  /// Hours, minutes and seconds; two parts are minutes and seconds.
  private static func clock(_ bytes: UnsafeBufferPointer<UInt8>) -> Int64? {
    let parts = bytes.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), let last = parts.last,
      let seconds = NumberFormat.plain.micros(UnsafeBufferPointer(rebasing: last)), seconds >= 0,
      seconds < 60 * Micros.perUnit
    else { return nil }
    var total: Int64 = 0
    for (index, part) in parts.dropLast().enumerated() {
      guard (1...6).contains(part.count), part.allSatisfy({ $0 &- 0x30 <= 9 }),
        let value = Int64(String(decoding: part, as: UTF8.self)), index == 0 || value < 60
      else { return nil }
      total = total * 60 + value
    }
    return total * 60 * Micros.perUnit + seconds
  }

  private static let units: [String: Int64] = [
    "d": 86_400, "day": 86_400, "days": 86_400, "h": 3_600, "hour": 3_600, "hours": 3_600, "m": 60, "min": 60,
    "s": 1, "sec": 1,
  ]

  private static func words(_ text: String) -> Int64? {
    var total: Int64 = 0
    var smallest = Int64.max
    var rest = Substring(text.lowercased())
    while !rest.isEmpty {
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      rest = rest[digits.endIndex...].drop { $0.isWhitespace }
      let unit = rest.prefix { $0.isLetter }
      rest = rest[unit.endIndex...].drop { $0.isWhitespace }
      guard digits.count <= 6, let value = Int64(digits), let seconds = units[String(unit)], seconds < smallest else {
        return nil
      }
      smallest = seconds
      total += value * seconds
    }
    return total * Micros.perUnit
  }
}
