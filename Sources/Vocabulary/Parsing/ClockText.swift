/// The time and offset after a date: ` 09:55:16 -0400`, `T02:30:00.000Z`, `T15:15:37-0400`, ` 12:05 PM`,
/// ` 6:22:10 PM GMT+1`, ` г. 10:05`, or nothing.
struct ClockText {
  private(set) var secondOfDay: Int?
  private(set) var offset: Int?

  /// Nil when what follows the date is neither nothing nor a time.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) {
    var index = start
    if index < bytes.count, bytes[index] == UInt8(ascii: ".") { index += 1 }
    if index < bytes.count, bytes[index] == UInt8(ascii: ",") { index += 1 }
    ClockText.skipBlanks(bytes, &index)
    guard index < bytes.count else { return }
    // Bulgarian writes "year" behind it: `1.3.2026 г.`
    if bytes[index] == 0xD0, index + 1 < bytes.count, bytes[index + 1] == 0xB3 {
      index += 2
      _ = ClockText.skip(bytes, &index, UInt8(ascii: "."))
      _ = ClockText.skip(bytes, &index, UInt8(ascii: ","))
      ClockText.skipBlanks(bytes, &index)
      guard index < bytes.count else { return }
    }
    if bytes[index] == UInt8(ascii: "T") { index += 1 }
    guard var hour = ClockText.figures(bytes, &index, atMost: 2), ClockText.skip(bytes, &index, UInt8(ascii: ":")),
      let minute = ClockText.figures(bytes, &index, atMost: 2)
    else { return nil }
    var second = 0
    if ClockText.skip(bytes, &index, UInt8(ascii: ":")) {
      guard let value = ClockText.figures(bytes, &index, atMost: 2) else { return nil }
      second = value
      if ClockText.skip(bytes, &index, UInt8(ascii: ".")) {
        while index < bytes.count, bytes[index] &- 0x30 <= 9 { index += 1 }
      }
    }
    ClockText.skipBlanks(bytes, &index)
    if index + 1 < bytes.count, bytes[index + 1] | 0x20 == UInt8(ascii: "m"),
      bytes[index] | 0x20 == UInt8(ascii: "a") || bytes[index] | 0x20 == UInt8(ascii: "p")
    {
      guard (1...12).contains(hour) else { return nil }
      hour = hour % 12 + (bytes[index] | 0x20 == UInt8(ascii: "p") ? 12 : 0)
      index += 2
    }
    ClockText.skipBlanks(bytes, &index)
    guard hour < 24, minute < 60, second < 61 else { return nil }
    secondOfDay = hour * 3_600 + minute * 60 + min(second, 59)
    if index < bytes.count {
      guard let zone = ClockText.zone(bytes, &index), index == bytes.count else { return nil }
      offset = zone
    }
  }

  /// Plain ones, no-break ones, and the narrow one that browsers write before AM.
  private static func skipBlanks(_ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int) {
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: " ") {
        index += 1
      } else if bytes[index] == 0xC2, index + 1 < bytes.count, bytes[index + 1] == 0xA0 {
        index += 2
      } else if bytes[index] == 0xE2, index + 2 < bytes.count, bytes[index + 1] == 0x80, bytes[index + 2] == 0xAF {
        index += 3
      } else {
        return
      }
    }
  }

  private static func zone(_ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> Int? {
    // `Z-0300`: a pattern with the letter quoted, so that only the figures after it mean the zone.
    if skip(bytes, &index, UInt8(ascii: "Z")), index == bytes.count { return 0 }
    if (3...4).contains(bytes.count - index), let hours = zones[String(decoding: bytes[index...], as: UTF8.self)] {
      index = bytes.count
      return hours * 3_600
    }
    // `GMT+1`, as Google's forms write it.
    if bytes.count - index > 4, ["GMT", "UTC"].contains(String(decoding: bytes[index..<index + 3], as: UTF8.self)) {
      index += 3
    }
    let sign = bytes[index]
    guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else { return nil }
    index += 1
    guard let hours = figures(bytes, &index, atMost: 2) else { return nil }
    _ = skip(bytes, &index, UInt8(ascii: ":"))
    let minutes = index < bytes.count ? figures(bytes, &index, atMost: 2) : 0
    guard let minutes, hours <= 14, minutes < 60 else { return nil }
    return (hours * 3_600 + minutes * 60) * (sign == UInt8(ascii: "-") ? -1 : 1)
  }

  /// East of UTC, of the names that exports write. Others mean several zones, and are refused.
  private static let zones = [
    "UTC": 0, "GMT": 0, "CET": 1, "CEST": 2, "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6,
    "PST": -8, "PDT": -7,
  ]

  private static func figures(_ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int, atMost limit: Int) -> Int? {
    var value = 0
    let start = index
    while index < bytes.count, index - start < limit, bytes[index] &- 0x30 <= 9 {
      value = value * 10 + Int(bytes[index] &- 0x30)
      index += 1
    }
    return index > start ? value : nil
  }

  private static func skip(_ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int, _ byte: UInt8) -> Bool {
    guard index < bytes.count, bytes[index] == byte else { return false }
    index += 1
    return true
  }
}
