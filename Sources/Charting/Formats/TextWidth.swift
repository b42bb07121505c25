/// Width of chart text without a browser, from em-widths measured in Inter; rounded up by 8% for other fonts.
enum TextWidth {
  static let fontSize = 12.0

  /// In pixels at 12 px, by grapheme cluster. O(length).
  static func of(_ text: String) -> Double {
    var ems = 0.0
    if text.utf8.allSatisfy({ $0 < 0x80 }) {
      for byte in text.utf8 { ems += width(ofASCII: byte) }
    } else {
      for character in text { ems += width(of: character) }
    }
    return ems * fontSize * 1.08
  }

  /// As `width(of:)`, without asking Unicode's tables.
  private static func width(ofASCII byte: UInt8) -> Double {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"): 0.53
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): 0.67
    case UInt8(ascii: "0")...UInt8(ascii: "9"): 0.60
    case UInt8(ascii: " "): 0.30
    case UInt8(ascii: "$"): 0.63
    case UInt8(ascii: "%"): 0.81
    case 0..<0x20, 0x7F: 0
    default: 0.45
    }
  }

  private static func width(of character: Character) -> Double {
    guard let scalar = character.unicodeScalars.first else { return 0 }
    let properties = scalar.properties
    if properties.isEmojiPresentation || character.unicodeScalars.contains(where: { $0.value == 0xFE0F }) {
      return 1.25
    }
    if isWide(scalar.value) { return 1.0 }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    case .currencySymbol: return 0.63
    case .decimalNumber: return 0.60
    case .uppercaseLetter, .titlecaseLetter: return 0.67
    case .lowercaseLetter, .otherLetter, .modifierLetter: return 0.53
    case .spaceSeparator: return 0.30
    default: return scalar == "%" ? 0.81 : 0.45
    }
  }

  /// East Asian wide and full-width blocks.
  private static func isWide(_ value: UInt32) -> Bool {
    switch value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF60,
      0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}
