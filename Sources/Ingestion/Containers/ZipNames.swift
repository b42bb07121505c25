/// The names in a zip archive's directory as they are written (APPNOTE 6.3, sections 4.3.12 and 4.3.14 to 16).
///
/// libzip hands out C strings, which end at a zero byte: with it `a.csv` and `a.csv\0.exe` look alike.
enum ZipNames {
  /// Whether a name holds a zero byte; false also where there is no directory, which libzip refuses by itself. `read`
  /// gives so many bytes from a place, or fewer at the end.
  static func holdZero(
    byteCount: Int, _ read: (_ place: Int, _ count: Int) throws(IngestionError) -> [UInt8]
  ) throws(IngestionError) -> Bool {
    let tailPlace = max(0, byteCount - (1 << 16) - 22)
    let tail = try read(tailPlace, byteCount - tailPlace)
    guard let last = stride(from: tail.count - 22, through: 0, by: -1).first(where: { tail[$0...].starts(with: end) })
    else { return false }
    var size = number(tail, last + 12, 4)
    var place = tailPlace + last - size
    if last >= 20, tail[(last - 20)...].starts(with: wideLocator) {
      let wide = try read(number(tail, last - 12, 8), 56)
      guard wide.count == 56 else { return false }
      (size, place) = (number(wide, 40, 8), number(wide, 48, 8))
    }
    guard place >= 0, size >= 0, size <= byteCount else { return false }
    let directory = try read(place, size)
    var index = 0
    while index + 46 <= directory.count, directory[index...].starts(with: entry) {
      let name = number(directory, index + 28, 2)
      guard index + 46 + name <= directory.count else { return false }
      if directory[(index + 46)..<(index + 46 + name)].contains(0) { return true }
      index += 46 + name + number(directory, index + 30, 2) + number(directory, index + 32, 2)
    }
    return false
  }

  private static let end: [UInt8] = [0x50, 0x4B, 5, 6]
  private static let wideLocator: [UInt8] = [0x50, 0x4B, 6, 7]
  private static let entry: [UInt8] = [0x50, 0x4B, 1, 2]

  /// Little-endian; what no file can hold becomes -1.
  private static func number(_ bytes: [UInt8], _ place: Int, _ count: Int) -> Int {
    let value = bytes[place..<(place + count)].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return Int(exactly: value) ?? -1
  }
}
