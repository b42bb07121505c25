import Testing

@testable import Reporting

@Suite struct BrandColourTests {
  @Test("published WCAG ratios: black on white 21, #767676 on white 4.54, the theme's brand on white 9.04")
  func contrast() throws {
    #expect(abs(BrandColour.contrast(.black, .white) - 21) < 1e-9)
    #expect(abs(BrandColour.contrast(try #require(BrandColour("#767676")), .white) - 4.54) < 0.005)
    #expect(abs(BrandColour.contrast(try #require(BrandColour("#1c4f5c")), .white) - 9.04) < 0.005)
  }

  @Test("any accent can be read in both themes", arguments: ["#ffff00", "#000000", "#ff0000", "#ffffff", "#1c4f5c"])
  func readable(_ text: String) throws {
    let accent = try #require(BrandColour(text))
    let light = accent.darkened(against: [.white, .lightPage])
    let dark = accent.lightened(against: [.darkPage, .darkCard])
    #expect(BrandColour.contrast(light, .white) >= 4.5 && BrandColour.contrast(light, .lightPage) >= 4.5)
    #expect(BrandColour.contrast(dark, .darkPage) >= 4.5 && BrandColour.contrast(dark, .darkCard) >= 4.5)
  }

  @Test func aReadableAccentStays() throws {
    let accent = try #require(BrandColour("#1c4f5c"))
    #expect(accent.darkened(against: [.white, .lightPage]) == accent)
  }

  @Test func onlySixHexadecimalDigits() {
    for text in ["", "#12345", "1c4f5c", "#1c4f5g", "red", "#+1c4f5"] { #expect(BrandColour(text) == nil, "\(text)") }
    #expect(throws: ReportingError.accentNotColour("red")) { try Brand(name: "A", accent: "red") }
  }

  @Test func largeLogoIsRefused() {
    #expect(throws: ReportingError.logoTooLarge(bytes: 20_481, most: 20_480)) {
      try Logo([UInt8](repeating: 0, count: 20_481))
    }
  }
}
