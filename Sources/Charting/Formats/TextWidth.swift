/// Width of chart text without a browser, from em-widths measured in Inter; rounded up by 8% for other fonts.
enum TextWidth {
  static let fontSize = 12.0

  /// In pixels at 12 px, by grapheme cluster. O(length).
  static func of(_ text: String) -> Double { ems(text) * fontSize * 1.08 }

  /// True when a letter stands in East Asian wide and full-width blocks, which Inter lacks.
  static func holdsWide(_ text: String) -> Bool {
    // They begin with the byte 0xE1 or a higher one.
    text.utf8.contains { $0 >= 0xE1 } && text.unicodeScalars.contains { isWide($0.value) }
  }

  private static func ems(_ text: String) -> Double {
    var ems = 0.0
    for scalar in text.unicodeScalars {
      if scalar.value < 0x80 {
        ems += width(ofASCII: UInt8(scalar.value))
      } else if let width = width(ofSign: scalar) {
        ems += width
      } else {
        // Only here can one letter be made of several.
        return text.reduce(0) { $0 + width(of: $1) }
      }
    }
    return ems
  }

  private static func width(ofASCII byte: UInt8) -> Double {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"): 0.53
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): 0.67
    case UInt8(ascii: "0")...UInt8(ascii: "9"): 0.60
    case UInt8(ascii: " "): 0.30
    case UInt8(ascii: "$"): 0.63
    case UInt8(ascii: "%"): 0.81
    case UInt8(ascii: "+"), UInt8(ascii: "<")...UInt8(ascii: ">"), UInt8(ascii: "~"), UInt8(ascii: "&"): 0.66
    case UInt8(ascii: "@"): 0.94
    case 0..<0x20, 0x7F: 0
    default: 0.45
    }
  }

  /// Signs that figures and cut names are made of, each a letter of its own; nil for all else.
  private static func width(ofSign scalar: Unicode.Scalar) -> Double? {
    switch scalar {
    case "\u{A0}", "\u{202F}": 0.30
    case "£", "€": 0.63
    case "\u{2212}", "×", "±": 0.66
    case "…": 0.82
    case "–", "·", "’": 0.45
    case "†": 0.63
    case "←"..."↓", "▲", "▶", "▼", "◀": 0.95
    case "①"..."⑳": 1.39
    default: nil
    }
  }

  private static func width(of character: Character) -> Double {
    guard let scalar = character.unicodeScalars.first else { return 0 }
    if scalar.value < 0x80 && character.utf8.count == 1 { return width(ofASCII: UInt8(scalar.value)) }
    let properties = scalar.properties
    if properties.isEmojiPresentation || character.unicodeScalars.contains(where: { $0.value == 0xFE0F }) {
      return 1.25
    }
    if let width = width(ofSign: scalar) { return width }
    if isWide(scalar.value) { return 1.0 }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    case .currencySymbol: return 0.63
    case .decimalNumber: return 0.60
    case .uppercaseLetter, .titlecaseLetter: return 0.67
    case .lowercaseLetter, .otherLetter, .modifierLetter: return 0.53
    case .spaceSeparator: return 0.30
    case .mathSymbol: return 0.66
    default: return 0.45
    }
  }

  private static func isWide(_ value: UInt32) -> Bool {
    switch value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF60,
      0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}
