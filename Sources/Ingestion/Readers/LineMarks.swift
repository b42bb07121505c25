import Glibc

/// Where in a piece of text the next line feed lies, and the next byte that a plain line of a table may not hold: a
/// quotation mark, a zero, a carriage return. Each is looked for once, however many lines lie before it.
struct LineMarks {
  /// Places that are before the one asked for are looked for anew.
  private var feed = -1
  private var quote = -1
  private var zero = -1
  private var carriageReturn = -1

  /// For a new piece.
  mutating func restart() { self = LineMarks() }

  /// The first line feed from `start` on; the text's length where there is none. `start` never goes back.
  mutating func lineFeed(from start: Int, in text: UnsafeBufferPointer<UInt8>) -> Int {
    LineMarks.find(UInt8(ascii: "\n"), from: start, in: text, &feed)
  }

  /// Whether none of the others lies in `range`, whose start never goes back.
  mutating func areAbsent(_ range: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = range.lowerBound
    return LineMarks.find(UInt8(ascii: "\""), from: start, in: text, &quote) >= range.upperBound
      && LineMarks.find(UInt8(ascii: "\r"), from: start, in: text, &carriageReturn) >= range.upperBound
      && LineMarks.find(0, from: start, in: text, &zero) >= range.upperBound
  }

  @inline(__always)
  private static func find(
    _ byte: UInt8, from start: Int, in text: UnsafeBufferPointer<UInt8>, _ known: inout Int
  ) -> Int {
    guard known < start else { return known }
    known = text.count
    if let base = text.baseAddress, start < text.count,
      let found = memchr(base + start, Int32(byte), text.count - start)
    {
      known = UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }
    return known
  }
}
