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

  @Test("the theme's own accent keeps the shades that the theme has for it")
  func theThemesAccent() throws {
    #expect(try Brand(name: "A").css == "")
    let series = try Brand(name: "A", first: "#123456").css
    #expect(!series.contains("--brand") && series.components(separatedBy: "--c1:").count == 4)
    #expect(try Brand(name: "A", accent: "#8a1c4f", first: "#123456").css.contains("--on-brand:#fff;--c1:"))
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
