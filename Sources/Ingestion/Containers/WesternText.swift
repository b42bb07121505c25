/// Whether bytes that are no UTF-8 are likely windows-1252: Western letters one by one among ASCII.
enum WesternText {
  /// Accents stand alone between ASCII letters; in Cyrillic, Greek or East Asian code pages most letters have the high
  /// bit, and in the Central European one other letters stand where this one has signs. Bytes of whole UTF-8
  /// characters speak for a damaged UTF-8 file instead.
  static func isLikely(_ prefix: [UInt8]) -> Bool {
    var high = 0
    var odd = 0
    var index = 0
    while index < prefix.count {
      let byte = prefix[index]
      guard byte >= 0x80 else {
        index += 1
        continue
      }
      let rest = prefix[index..<min(index + 4, prefix.count)]
      let valid = rest.withUnsafeBufferPointer { UTF8Check.validPrefix($0) }
      if valid > 1 { return false }
      high += 1
      let before = index > 0 ? prefix[index - 1] : 0x20
      let after = index + 1 < prefix.count ? prefix[index + 1] : 0x20
      if after >= 0x80, !goTogether(prefix, index) { odd += 1 }
      if !isLetter(byte) {
        let isInWord = isASCIILetter(before) && isASCIILetter(after) && byte != 0x92
        if isInWord || !signs.contains(byte) { odd += 1 }
      }
      index += 1
    }
    return odd * 5 <= high
  }

  private static let signs: Set<UInt8> = [
    0x80, 0x85, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0x99, 0xA0, 0xA1, 0xA3, 0xA7, 0xA9, 0xAA, 0xAB, 0xAE, 0xB0,
    0xB1, 0xB2, 0xB3, 0xB4, 0xB5, 0xB7, 0xBA, 0xBB, 0xBC, 0xBD, 0xBE, 0xBF, 0xD7, 0xF7,
  ]

  private static func isLetter(_ byte: UInt8) -> Bool {
    (byte >= 0xC0 && byte != 0xD7 && byte != 0xF7) || [0x8A, 0x8C, 0x8E, 0x9A, 0x9C, 0x9E, 0x9F].contains(byte)
  }

  /// Two letters that stand side by side in Western words (Größe, créée, ação, riñón), or a word's last or first letter
  /// beside a mark of quotation, a dash or the like. In other code pages a word of such letters has more that do not.
  private static func goTogether(_ text: [UInt8], _ index: Int) -> Bool {
    let (byte, next) = (text[index], text[index + 1])
    if pairs.contains(UInt16(byte) << 8 | UInt16(next)) { return true }
    if isLetter(byte), typographic.contains(next) { return index > 0 && isASCIILetter(text[index - 1]) }
    guard typographic.contains(byte) else { return false }
    return typographic.contains(next) || (isLetter(next) && index + 2 < text.count && isASCIILetter(text[index + 2]))
  }

  private static let pairs: Set<UInt16> = [
    0xE4DF, 0xF6DF, 0xFCDF, 0xE9E9, 0xE7E3, 0xE7F5, 0xF1F3, 0xF1ED, 0xF1E1, 0xC7C3, 0xC7D5,
  ]

  private static let typographic: Set<UInt8> = [0x85, 0x91, 0x92, 0x93, 0x94, 0x96, 0x97, 0xA0, 0xAB, 0xBB]

  private static func isASCIILetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
}
