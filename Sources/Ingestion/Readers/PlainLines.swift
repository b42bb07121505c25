import Glibc

/// Finds rows that are nothing but their bytes: one line, as many delimiters as the table has, and no byte that could be
/// a mark, an escape or the end of anything. Most of most files, at the speed of memory.
struct PlainLines {
  private let delimiter: UInt8
  /// The delimiter in each byte of a word.
  private let delimiters: UInt64
  private let width: Int

  /// Nil where the table's own way of writing needs a closer look at each record.
  init?(_ dialect: LooseDialect, _ shape: TableShape) {
    guard dialect.delimiter.count == 1, !dialect.hasBackslash, !shape.hasTrailingDelimiter, shape.width > 1,
      dialect.delimiter[0] != LooseDialect.blank
    else { return nil }
    delimiter = dialect.delimiter[0]
    delimiters = ByteWord.each(delimiter)
    width = shape.width
  }

  /// The plain row at the beginning of `bytes`, and the bytes that it takes with its end.
  func first(of bytes: UnsafeBufferPointer<UInt8>) -> (row: PlainRow, length: Int)? {
    guard let base = bytes.baseAddress, let feed = memchr(base, Int32(LooseDialect.lineFeed), bytes.count) else {
      return nil
    }
    let length = UnsafeRawPointer(feed) - UnsafeRawPointer(base) + 1
    var end = length - 1
    if end > 0, base[end - 1] == LooseDialect.carriageReturn { end -= 1 }
    guard isPlain(UnsafeRawPointer(base), end, readable: bytes.count) else { return nil }
    return (PlainRow(line: UnsafeBufferPointer(start: base, count: end), delimiter: delimiter), length)
  }

  /// Eight bytes at a time. What lies behind the line in its last word is looked at as if
  /// it were letters.
  private func isPlain(_ bytes: UnsafeRawPointer, _ count: Int, readable: Int) -> Bool {
    guard count + 8 < readable else { return false }
    var found = 0
    var odd: UInt64 = 0
    var index = 0
    while index < count {
      var word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      var next = bytes.loadUnaligned(fromByteOffset: index + 1, as: UInt64.self)
      if count - index < 8 {
        let rest = ~UInt64(0) << UInt64(8 * (count - index))
        word = word & ~rest | PlainLines.letters & rest
        let nextRest = ~UInt64(0) << UInt64(8 * (count - index - 1))
        next = next & ~nextRest | PlainLines.letters & nextRest
      }
      let parts = ByteWord.zeros(word ^ delimiters)
      found += parts.nonzeroBitCount
      // A delimiter with a blank behind it may be one of two characters.
      odd |= parts & ByteWord.zeros(next ^ PlainLines.blanks)
      odd |= ByteWord.zeros(word ^ PlainLines.quotes)
      odd |= ByteWord.zeros(word ^ PlainLines.apostrophes)
      odd |= ByteWord.zeros(word ^ PlainLines.backslashes)
      // Below a blank, except for the delimiter, which may be a tab.
      let visible = word | parts >> 2
      odd |= (visible &- PlainLines.blanks) & ~visible & PlainLines.highBits
      index += 8
    }
    return odd == 0 && found == width - 1
  }

  private static var highBits: UInt64 { ByteWord.each(0x80) }
  private static var letters: UInt64 { ByteWord.each(UInt8(ascii: "x")) }
  private static var blanks: UInt64 { ByteWord.each(LooseDialect.blank) }
  private static var quotes: UInt64 { ByteWord.each(LooseDialect.doubleQuote) }
  private static var apostrophes: UInt64 { ByteWord.each(LooseDialect.apostrophe) }
  private static var backslashes: UInt64 { ByteWord.each(LooseDialect.backslash) }
}
