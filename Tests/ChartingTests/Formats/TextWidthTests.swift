import Testing

@testable import Charting

struct TextWidthTests {
  /// A no-width character in front keeps a text from being taken for plain ASCII.
  @Test func plainTextIsAsWideAsAmongOthers() {
    for byte in UInt8(0)..<0x80 {
      let text = "a" + String(UnicodeScalar(byte)) + "b"
      #expect(TextWidth.of(text) == TextWidth.of("\u{200B}" + text), "\(byte)")
    }
  }

  @Test func widths() {
    // 0.63 + 2 × 0.60 + 0.81 + 0.30 + 0.67 + 0.53 + 0.45 ems of 12 px, and 8% more.
    #expect(abs(TextWidth.of("$12% Aa.") - 4.59 * 12 * 1.08) < 1e-9)
    #expect(TextWidth.of("") == 0)
    // Signs as Inter has them: 0.66 − 0.63 £ 0.60 digit 0.82 …
    #expect(abs(TextWidth.of("−£1…") - 2.71 * 12 * 1.08) < 1e-9)
    // A letter and what stands above it are one; a family is one.
    #expect(abs(TextWidth.of("e\u{301}") - 0.53 * 12 * 1.08) < 1e-9)
    #expect(abs(TextWidth.of("👨‍👩‍👧‍👦") - 1.25 * 12 * 1.08) < 1e-9)
    #expect(abs(TextWidth.of("▶\u{FE0F}") - 1.25 * 12 * 1.08) < 1e-9)
    #expect(abs(TextWidth.of("東京") - 2 * 12 * 1.08) < 1e-9)
  }
}
