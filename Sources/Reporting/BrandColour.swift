/// An sRGB colour that can be made readable against a background.
package struct BrandColour: Sendable, Equatable {
  let red: UInt8
  let green: UInt8
  let blue: UInt8

  static let white = BrandColour(red: 255, green: 255, blue: 255)
  static let black = BrandColour(red: 0, green: 0, blue: 0)
  static let lightPage = BrandColour(red: 0xF4, green: 0xF5, blue: 0xF7)
  static let darkPage = BrandColour(red: 0x0E, green: 0x11, blue: 0x15)
  static let darkCard = BrandColour(red: 0x17, green: 0x1B, blue: 0x21)

  init(red: UInt8, green: UInt8, blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// Reads `#rrggbb`.
  package init?(_ text: String) {
    let digits = text.utf8.dropFirst()
    guard text.hasPrefix("#"), digits.count == 6,
      digits.allSatisfy({ Character(UnicodeScalar($0)).isHexDigit }), let value = UInt32(text.dropFirst(), radix: 16)
    else { return nil }
    self.init(red: UInt8(value >> 16), green: UInt8(value >> 8 & 0xFF), blue: UInt8(value & 0xFF))
  }

  var hex: String {
    "#" + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  /// Contrast 1…21 of two colours (WCAG 2.2).
  static func contrast(_ one: BrandColour, _ other: BrandColour) -> Double {
    let (bright, dim) = (max(one.luminance, other.luminance), min(one.luminance, other.luminance))
    return (bright + 0.05) / (dim + 0.05)
  }

  /// Contrast that text needs, and that of marks.
  static let textContrast = 4.5
  static let markContrast = 3.0

  /// Mixed with black in the smallest step that reaches the contrast against every background.
  func darkened(against backgrounds: [BrandColour], to contrast: Double = textContrast) -> BrandColour {
    toned(with: .black, against: backgrounds, to: contrast)
  }

  func lightened(against backgrounds: [BrandColour], to contrast: Double = textContrast) -> BrandColour {
    toned(with: .white, against: backgrounds, to: contrast)
  }

  /// A tint for an area behind marks of this colour: at least three quarters of `ground`, and more until the marks stand
  /// out from it.
  func tint(on ground: BrandColour) -> BrandColour {
    for step in 48..<64 {
      let tint = mixed(step, of: ground)
      if Self.contrast(self, tint) >= Self.markContrast { return tint }
    }
    return ground
  }

  private func toned(with end: BrandColour, against backgrounds: [BrandColour], to contrast: Double) -> BrandColour {
    for step in 0..<64 {
      let colour = mixed(step, of: end)
      if backgrounds.allSatisfy({ Self.contrast(colour, $0) >= contrast }) { return colour }
    }
    return end
  }

  /// `share` in 64 of the other colour.
  private func mixed(_ share: Int, of end: BrandColour) -> BrandColour {
    func mix(_ from: UInt8, _ to: UInt8) -> UInt8 { UInt8((Int(from) * (64 - share) + Int(to) * share) / 64) }
    return BrandColour(red: mix(red, end.red), green: mix(green, end.green), blue: mix(blue, end.blue))
  }

  private var luminance: Double {
    0.2126 * Self.linear(red) + 0.7152 * Self.linear(green) + 0.0722 * Self.linear(blue)
  }

  /// x^2.4 as x² · ⁵√x², by Newton's steps, so that no mathematics library decides a last bit.
  private static func linear(_ channel: UInt8) -> Double {
    let value = Double(channel) / 255
    if value <= 0.04045 { return value / 12.92 }
    let base = (value + 0.055) / 1.055
    let square = base * base
    var root = 1.0
    for _ in 0..<40 { root -= (root * root * root * root * root - square) / (5 * root * root * root * root) }
    return square * root
  }
}
